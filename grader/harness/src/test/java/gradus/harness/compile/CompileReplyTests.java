package gradus.harness.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.worker.compile.CompileProtocol;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CompileReplyTests {
  private static final String PREFIX = "gradus/harness/compile/";
  private static final String OWN = PREFIX + "CompileReplyTests";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  private static byte[] ownClass() throws IOException {
    String name = "CompileReplyTests.class";
    try (InputStream in = CompileReplyTests.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  private void sendClass(String name, byte[] content) throws IOException {
    out.writeByte(CompileProtocol.CLASS);
    out.writeUTF(name);
    out.writeInt(content.length);
    out.write(content);
  }

  private CompileReply read() throws IOException {
    return CompileReply.read(
        new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), PREFIX);
  }

  private void isRefused(String what) {
    assertThatThrownBy(this::read)
        .isInstanceOf(CompileReply.Malformed.class)
        .hasMessage("the compiler's process sent " + what);
  }

  @Test
  void a_reply_holds_classes_diagnostics_and_failures() throws IOException {
    sendClass(OWN, ownClass());
    out.writeByte(CompileProtocol.DIAGNOSTIC);
    out.writeUTF("A.java");
    out.writeLong(7);
    out.writeUTF("wrong");
    out.writeByte(CompileProtocol.FAILED);
    out.writeUTF("A.java");
    out.writeByte(CompileProtocol.END);
    CompileReply reply = read();
    assertThat(reply.classes()).containsOnlyKeys(OWN);
    assertThat(reply.diagnostics()).containsExactly(new Diagnostic("A.java", 7, "wrong"));
    assertThat(reply.failed()).containsExactly("A.java");
  }

  @Nested
  class A_class {
    @Test
    void outside_the_lessons_package_is_refused() throws IOException {
      sendClass("java/lang/String", ownClass());
      isRefused("a class outside the lesson's package");
    }

    @Test
    void that_lies_about_its_name_is_refused() throws IOException {
      sendClass(OWN + "2", ownClass());
      isRefused("a class outside the lesson's package");
    }

    @Test
    void that_climbs_out_of_its_folder_is_refused() throws IOException {
      sendClass(PREFIX + "../../../x", ownClass());
      isRefused("a class outside the lesson's package");
    }

    @Test
    void of_a_huge_or_negative_length_is_refused() throws IOException {
      out.writeByte(CompileProtocol.CLASS);
      out.writeUTF(OWN);
      out.writeInt(-1);
      isRefused("a class too large");
    }

    @Test
    void that_is_none_is_refused() throws IOException {
      sendClass(OWN, new byte[] {1, 2, 3, 4});
      assertThatThrownBy(CompileReplyTests.this::read).hasMessage("not a class file");
    }
  }

  @Nested
  class A_stream {
    @Test
    void of_garbage_is_refused() {
      bytes.write(77);
      isRefused("an unknown entry");
    }

    @Test
    void without_end_is_refused() throws IOException {
      for (int i = 0; i < 20_000; i++) {
        out.writeByte(CompileProtocol.FAILED);
        out.writeUTF("");
      }
      isRefused("too many entries");
    }

    @Test
    void that_breaks_off_is_an_end() {
      assertThatThrownBy(CompileReplyTests.this::read).isInstanceOf(EOFException.class);
    }
  }
}
