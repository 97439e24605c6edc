package gradus.harness.compile;

import gradus.worker.compile.CompileProtocol;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A reply of the compiler's process, read within bounds: what comes back was in reach of a hostile
 * source, so nothing in it is believed that is not checked.
 *
 * @param classes class files by binary name with slashes; each is in the lesson's package and says
 *     so itself
 */
record CompileReply(Map<String, byte[]> classes, List<Diagnostic> diagnostics, Set<String> failed) {
  private static final int ENTRIES = 20_000;
  private static final int CLASS_BYTES = 1 << 20;
  private static final int TOTAL_BYTES = 32 << 20;

  /**
   * Reads a reply.
   *
   * @param prefix what every class's name must begin with
   * @throws Malformed if the reply is not as the protocol says
   * @throws IOException if the process ends before its reply does
   */
  static CompileReply read(DataInputStream in, String prefix) throws IOException {
    CompileReply reply = new CompileReply(new TreeMap<>(), new ArrayList<>(), new TreeSet<>());
    int bytes = 0;
    for (int entries = 0; entries < ENTRIES; entries++) {
      switch (in.readUnsignedByte()) {
        case CompileProtocol.CLASS -> bytes += reply.readClass(in, prefix, TOTAL_BYTES - bytes);
        case CompileProtocol.DIAGNOSTIC ->
            reply.diagnostics.add(new Diagnostic(in.readUTF(), in.readLong(), in.readUTF()));
        case CompileProtocol.FAILED -> reply.failed.add(in.readUTF());
        case CompileProtocol.END -> {
          return reply;
        }
        default -> throw new Malformed("an unknown entry");
      }
    }
    throw new Malformed("too many entries");
  }

  private int readClass(DataInputStream in, String prefix, int room) throws IOException {
    String name = in.readUTF();
    int length = in.readInt();
    if (length < 0 || length > Math.min(CLASS_BYTES, room)) {
      throw new Malformed("a class too large");
    }
    byte[] content = in.readNBytes(length);
    if (!isInPackage(name, prefix) || !ClassFile.read(content).name().equals(name)) {
      throw new Malformed("a class outside the lesson's package");
    }
    classes.put(name, content);
    return length;
  }

  private static boolean isInPackage(String name, String prefix) {
    return name.startsWith(prefix)
        && name.substring(prefix.length())
            .codePoints()
            .allMatch(c -> c == '/' || c == '-' || Character.isJavaIdentifierPart(c));
  }

  /** A reply that the compiler's process, left to itself, never gives. */
  static final class Malformed extends IOException {
    private static final long serialVersionUID = 1L;

    Malformed(String what) {
      super("the compiler's process sent " + what);
    }
  }
}
