package gradus.harness.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The users that sandboxed programs run as, and how many threads each may have.
 *
 * <p>The kernel does not bind the superuser to a number of threads, so a grader run by the
 * superuser gives each program an unused user id of its own; anybody else's stays the grader's own,
 * within a bound that leaves room for what already runs.
 */
final class Slots {
  private static final int THREADS = 512;
  private static final int FIRST_USER = 62_000;
  private static final int USERS = 3_000;
  private static final AtomicInteger TAKEN =
      new AtomicInteger((int) (ProcessHandle.current().pid() * 31 % USERS));

  private final Optional<String> setpriv = Tools.find("setpriv");
  private final Optional<String> chown = Tools.find("chown");
  private final boolean superuser = Tools.superuser();

  /** Adds what must happen before the command, and returns the command as the slot runs it. */
  List<String> enter(Prelude prelude, JvmSpec spec, List<String> command) {
    if (superuser && setpriv.isPresent() && chown.isPresent() && reachable(spec)) {
      int user = FIRST_USER + Math.floorMod(TAKEN.getAndIncrement(), USERS);
      prelude.givePipesTo(user, chown.get()).tasks(THREADS);
      return as(user, setpriv.get(), command);
    }
    prelude.tasks(tasksOfTheSystem() + THREADS);
    return command;
  }

  private static List<String> as(int user, String setpriv, List<String> command) {
    List<String> slotted =
        new ArrayList<>(List.of(setpriv, "--reuid=" + user, "--regid=" + user, "--clear-groups"));
    slotted.addAll(command);
    return slotted;
  }

  /** Another user can use files only where every folder above them lets anybody pass. */
  private static boolean reachable(JvmSpec spec) {
    return Stream.of(
            Stream.of(spec.image().javaHome(), spec.image().archive()),
            spec.image().jars().stream(),
            spec.classPath().stream())
        .flatMap(paths -> paths)
        .map(path -> path.toAbsolutePath().getParent())
        .distinct()
        .allMatch(Slots::open);
  }

  private static boolean open(Path folder) {
    try {
      for (Path at = folder; at != null; at = at.getParent()) {
        if (!Files.getPosixFilePermissions(at).contains(PosixFilePermission.OTHERS_EXECUTE)) {
          return false;
        }
      }
      return true;
    } catch (IOException gone) {
      return false;
    }
  }

  /** The fourth field is "running/all"; see proc(5). */
  private static int tasksOfTheSystem() {
    try {
      String tasks = Files.readString(Path.of("/proc/loadavg")).split(" ", -1)[3];
      return Integer.parseInt(tasks.substring(tasks.indexOf('/') + 1));
    } catch (IOException noProc) {
      return 32_000;
    }
  }
}
