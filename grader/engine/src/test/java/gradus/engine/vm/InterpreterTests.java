package gradus.engine.vm;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.engine.compiler.code.Opcode;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class InterpreterTests {

  private static final int HOTSPOTS_LIMIT = 8000;

  @Test
  void no_method_is_too_long_for_hotspot_to_compile() throws IOException, URISyntaxException {
    Map<String, Integer> largest = new TreeMap<>();
    URL interpreter = Objects.requireNonNull(Interpreter.class.getResource("Interpreter.class"));
    Path folder = Objects.requireNonNull(Path.of(interpreter.toURI()).getParent());
    try (DirectoryStream<Path> classes = Files.newDirectoryStream(folder, "*.class")) {
      for (Path file : classes) {
        largest.put(String.valueOf(file.getFileName()), largestMethod(Files.readAllBytes(file)));
      }
    }
    assertThat(largest.get("Interpreter.class")).isBetween(1000, HOTSPOTS_LIMIT - 1);
    assertThat(largest).allSatisfy((name, size) -> assertThat(size).isLessThan(HOTSPOTS_LIMIT));
  }

  /** The bytecode size of the largest method, found by walking the class file (JVMS 4.1). */
  private static int largestMethod(byte[] file) throws IOException {
    try (DataInputStream in = new DataInputStream(new java.io.ByteArrayInputStream(file))) {
      in.skipBytes(8);
      int codeName = skipConstants(in);
      in.skipBytes(6);
      in.skipBytes(2 * in.readUnsignedShort());
      skipFields(in);
      int largest = 0;
      int methods = in.readUnsignedShort();
      for (int method = 0; method < methods; method++) {
        in.skipBytes(6);
        largest = Math.max(largest, codeLength(in, codeName));
      }
      return largest;
    }
  }

  private static int skipConstants(DataInputStream in) throws IOException {
    int count = in.readUnsignedShort();
    int codeName = -1;
    for (int index = 1; index < count; index++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> codeName = in.readUTF().equals("Code") ? index : codeName;
        case 5, 6 -> {
          in.skipBytes(8);
          index++;
        }
        case 7, 8, 16, 19, 20 -> in.skipBytes(2);
        case 15 -> in.skipBytes(3);
        default -> in.skipBytes(4);
      }
    }
    return codeName;
  }

  private static void skipFields(DataInputStream in) throws IOException {
    int fields = in.readUnsignedShort();
    for (int field = 0; field < fields; field++) {
      in.skipBytes(6);
      codeLength(in, -1);
    }
  }

  private static int codeLength(DataInputStream in, int codeName) throws IOException {
    int length = 0;
    int attributes = in.readUnsignedShort();
    for (int attribute = 0; attribute < attributes; attribute++) {
      int name = in.readUnsignedShort();
      int size = in.readInt();
      if (name == codeName) {
        in.skipBytes(4);
        length = in.readInt();
        in.skipBytes(size - 8);
      } else {
        in.skipBytes(size);
      }
    }
    return length;
  }

  @Test
  void the_switch_uses_the_compilers_numbers() {
    Arrays.stream(Opcode.values())
        .forEach(opcode -> assertThat(number(opcode.name())).isEqualTo(opcode.number()));
  }

  private static int number(String name) {
    try {
      return Ops.class.getDeclaredField(name).getInt(null);
    } catch (ReflectiveOperationException missing) {
      throw new AssertionError(missing);
    }
  }
}
