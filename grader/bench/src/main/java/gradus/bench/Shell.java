package gradus.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Runs a program and takes its time. */
final class Shell {
  private Shell() {}

  /**
   * Runs a program to its end, without its output.
   *
   * @return wall time in milliseconds
   * @throws IllegalStateException if it fails
   */
  static double millis(Path folder, List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    int exitCode = process.waitFor();
    double millis = (System.nanoTime() - start) / 1e6;
    if (exitCode != 0) {
      throw new IllegalStateException(String.join(" ", command) + " failed with " + exitCode);
    }
    return millis;
  }
}
