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
import java.io.InputStream;
import java.io.OutputStream;
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
    try (InputStream requests = new FileInputStream("/dev/fd/3");
        OutputStream replies = new FileOutputStream("/dev/fd/4")) {
      serve(requests, replies, List.of(options));
    }
  }

  static void serve(InputStream requests, OutputStream replies, List<String> options)
      throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(requests));
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(replies));
    Rounds rounds = new Rounds(options);
    out.writeByte(CompileProtocol.READY);
    do {
      out.flush();
    } while (serveOne(rounds, in, out));
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
