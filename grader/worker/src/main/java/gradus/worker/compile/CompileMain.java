package gradus.worker.compile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compiles one request after another until its input ends.
 *
 * <p>Requests come on descriptor 3 and replies go out on descriptor 4, as {@link CompileProtocol}
 * says. The arguments are javac's options.
 */
public final class CompileMain {
  private CompileMain() {}

  /** Serves the pipes. */
  public static void main(String[] options) throws IOException {
    try (DataInputStream in = input();
        DataOutputStream out = output()) {
      out.writeByte(CompileProtocol.READY);
      out.flush();
      Rounds rounds = new Rounds(List.of(options));
      while (serveOne(rounds, in, out)) {
        out.flush();
      }
    }
  }

  private static DataInputStream input() throws IOException {
    return new DataInputStream(new BufferedInputStream(new FileInputStream("/dev/fd/3")));
  }

  private static DataOutputStream output() throws IOException {
    return new DataOutputStream(new BufferedOutputStream(new FileOutputStream("/dev/fd/4")));
  }

  private static boolean serveOne(Rounds rounds, DataInputStream in, DataOutputStream out)
      throws IOException {
    String lessonPackage;
    try {
      lessonPackage = in.readUTF();
    } catch (EOFException nothingMoreToDo) {
      return false;
    }
    Set<String> missing = readMissing(in);
    write(rounds.compile(lessonPackage, readSources(in), missing), out);
    return true;
  }

  private static Set<String> readMissing(DataInputStream in) throws IOException {
    Set<String> missing = new TreeSet<>();
    int files = in.readInt();
    for (int i = 0; i < files; i++) {
      missing.add(in.readUTF());
    }
    return missing;
  }

  private static Map<String, String> readSources(DataInputStream in) throws IOException {
    Map<String, String> sources = new TreeMap<>();
    int files = in.readInt();
    for (int i = 0; i < files; i++) {
      String path = in.readUTF();
      sources.put(path, new String(in.readNBytes(in.readInt()), UTF_8));
    }
    return sources;
  }

  private static void write(Rounds.Result result, DataOutputStream out) throws IOException {
    for (Map.Entry<String, byte[]> compiled : result.classes().entrySet()) {
      out.writeByte(CompileProtocol.CLASS);
      out.writeUTF(compiled.getKey());
      out.writeInt(compiled.getValue().length);
      out.write(compiled.getValue());
    }
    for (Problem problem : result.problems()) {
      out.writeByte(CompileProtocol.DIAGNOSTIC);
      out.writeUTF(problem.path());
      out.writeLong(problem.line());
      out.writeUTF(problem.message());
    }
    for (String path : result.failed()) {
      out.writeByte(CompileProtocol.FAILED);
      out.writeUTF(path);
    }
    out.writeByte(CompileProtocol.END);
  }
}
