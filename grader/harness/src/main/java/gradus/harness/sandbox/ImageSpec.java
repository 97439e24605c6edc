package gradus.harness.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/**
 * A runtime image to have: which modules, which program, and a run that shows what it loads.
 *
 * @param name a plain word, for the cache's folders and the progress lines
 * @param modules the modules of the runtime, besides what they need themselves
 * @param classPath the program's jars, or folders of classes, which are packed into jars
 * @param training what the program is fed once so that the classes it loads can be archived
 */
public record ImageSpec(
    String name, List<String> modules, List<Path> classPath, Training training) {
  public ImageSpec {
    modules = List.copyOf(modules);
    classPath = List.copyOf(classPath);
  }

  /**
   * A run of the program.
   *
   * @param mainClass the class that is started
   * @param arguments what its {@code main} gets
   * @param key changes whenever what the session does changes
   * @param session what is done with the program
   */
  public record Training(String mainClass, List<String> arguments, String key, Session session) {
    public Training {
      arguments = List.copyOf(arguments);
    }
  }

  /** Talks to a running program; its requests end afterwards. */
  @FunctionalInterface
  public interface Session {
    void run(InputStream replies, OutputStream requests) throws IOException;
  }

  /**
   * The jar, or the folder of classes, that a class of the running program came from.
   *
   * @throws SandboxFault if the class came from nowhere on disk
   */
  public static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException | RuntimeException e) {
      throw new SandboxFault("cannot tell where " + type.getName() + " was loaded from", e);
    }
  }
}
