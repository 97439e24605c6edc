package gradus.harness.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The shell's few lines before a sandboxed program: descriptors, then limits, then {@code exec}.
 *
 * <p>A Java parent can hand over descriptors 0 to 2 only. The pipes move to 3 and 4, where prints
 * and the JVM's own warnings cannot reach them; 0 to 2 become the program's: nothing to read, and
 * two files that are cut off at 1 MiB each.
 */
final class Prelude {
  private static final int FILE_BLOCKS = (1 << 20) / 512;
  private static final int ADDRESS_SPACE_KIBIBYTES = 1_500_000;
  private static final int OPEN_FILES = 256;

  private final StringBuilder script = new StringBuilder();
  private final Path scratch;

  /** Descriptors and limits for a program whose outputs go to the scratch directory. */
  Prelude(Path scratch, JvmLimits limits) {
    this.scratch = scratch;
    line("exec 3<&0 4>&1 </dev/null >\"$1/out\" 2>\"$1/err\"");
    limit("-c 0");
    limit("-f " + FILE_BLOCKS);
    limit("-n " + OPEN_FILES);
    limit("-t " + limits.cpuSeconds());
    limit("-v " + ADDRESS_SPACE_KIBIBYTES);
  }

  /** Opens a file of the scratch directory on a descriptor below 10, the most that dash knows. */
  Prelude open(int descriptor, String name) {
    return line("exec %d<\"$1/%s\"".formatted(descriptor, name));
  }

  /** Bounds how many threads and processes the user may have; dash and bash name it differently. */
  Prelude tasks(int most) {
    return line("ulimit -p %d 2>/dev/null || ulimit -u %d 2>/dev/null".formatted(most, most));
  }

  /** Gives the pipes to another user: opening {@code /dev/fd/3} asks for permission afresh. */
  Prelude givePipesTo(int user, String chown) {
    return line("%s %d /proc/self/fd/3 /proc/self/fd/4".formatted(chown, user));
  }

  /** The whole command. */
  List<String> exec(List<String> program) {
    line("shift; exec \"$@\"");
    List<String> command =
        new ArrayList<>(List.of("/bin/sh", "-c", script.toString(), "sh", scratch.toString()));
    command.addAll(program);
    return command;
  }

  private void limit(String option) {
    // What a system does not know (macOS has no -v) is left as it is.
    line("ulimit " + option + " 2>/dev/null");
  }

  private Prelude line(String text) {
    script.append(text).append('\n');
    return this;
  }
}
