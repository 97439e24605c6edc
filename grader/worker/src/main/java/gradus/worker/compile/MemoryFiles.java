package gradus.worker.compile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;

/** Keeps the classes javac writes in memory: the process has no directory to write to. */
final class MemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
  private final Map<String, ByteArrayOutputStream> classes = new TreeMap<>();

  MemoryFiles(StandardJavaFileManager platform) {
    super(platform);
  }

  /** The classes written so far, by binary name with slashes. */
  Map<String, byte[]> classes() {
    Map<String, byte[]> bytes = new TreeMap<>();
    classes.forEach((name, written) -> bytes.put(name, written.toByteArray()));
    return bytes;
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    classes.put(className.replace('.', '/'), written);
    return new Written(className, written);
  }

  /** A source text under its path. */
  static final class Source extends SimpleJavaFileObject {
    private final String path;
    private final String text;

    Source(String path, String text) {
      super(URI.create("memory:///" + URLEncoder.encode(path, UTF_8)), Kind.SOURCE);
      this.path = path;
      this.text = text;
    }

    /** The path below the sources' root; javac wraps file objects, but passes this through. */
    @Override
    public String getName() {
      return path;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
      String file = path.substring(path.lastIndexOf('/') + 1);
      return kind == Kind.SOURCE && file.equals(simpleName + Kind.SOURCE.extension);
    }
  }

  private static final class Written extends SimpleJavaFileObject {
    private final ByteArrayOutputStream bytes;

    Written(String className, ByteArrayOutputStream bytes) {
      super(URI.create("memory:///" + className.hashCode()), Kind.CLASS);
      this.bytes = bytes;
    }

    @Override
    public OutputStream openOutputStream() {
      return bytes;
    }
  }
}
