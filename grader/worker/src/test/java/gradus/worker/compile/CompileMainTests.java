package gradus.worker.compile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompileMainTests {
  private final ByteArrayOutputStream requests = new ByteArrayOutputStream();

  private void request(String path, String text) throws IOException {
    DataOutputStream out = new DataOutputStream(requests);
    out.writeUTF("lessons.x");
    out.writeInt(1);
    out.writeUTF("lessons/x/Unreadable.java");
    out.writeInt(1);
    out.writeUTF(path);
    out.writeInt(text.getBytes(UTF_8).length);
    out.write(text.getBytes(UTF_8));
  }

  private DataInputStream serve() throws IOException {
    ByteArrayOutputStream replies = new ByteArrayOutputStream();
    CompileMain.serve(
        new ByteArrayInputStream(requests.toByteArray()), replies, List.of("-proc:none"));
    return new DataInputStream(new ByteArrayInputStream(replies.toByteArray()));
  }

  @Test
  void greets_first_and_ends_with_its_input() throws IOException {
    DataInputStream replies = serve();
    assertThat(replies.readByte()).isEqualTo((byte) CompileProtocol.READY);
    assertThat(replies.read()).isEqualTo(-1);
  }

  @Test
  void answers_one_request_after_another() throws IOException {
    request("lessons/x/A.java", "package lessons.x; class A {}");
    request("lessons/x/B.java", "package lessons.x; class B {");
    DataInputStream replies = serve();
    replies.readByte();
    assertThat(replies.readByte()).isEqualTo((byte) CompileProtocol.CLASS);
    assertThat(replies.readUTF()).isEqualTo("lessons/x/A");
    byte[] written = replies.readNBytes(replies.readInt());
    assertThat(written).startsWith(0xCA, 0xFE, 0xBA, 0xBE);
    assertThat(replies.readByte()).isEqualTo((byte) CompileProtocol.FAILED);
    assertThat(replies.readUTF()).isEqualTo("lessons/x/Unreadable.java");
    assertThat(replies.readByte()).isEqualTo((byte) CompileProtocol.END);
    assertThat(replies.readByte()).isEqualTo((byte) CompileProtocol.DIAGNOSTIC);
    assertThat(replies.readUTF()).isEqualTo("lessons/x/B.java");
    assertThat(replies.readLong()).isEqualTo(1);
    assertThat(replies.readUTF()).contains("reached end of file");
  }
}
