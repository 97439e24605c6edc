package gradus.harness.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Bubblewrap: namespaces of its own, a read-only root with the runtime, the jars and nothing else,
 * a system call filter, and the shell's limits.
 */
final class Bubblewrap implements Sandbox {
  static final String NAME = "bubblewrap";

  /** The namespaces and what else makes the wall; also what the probe tries. */
  static final List<String> WALL =
      List.of(
          "--unshare-all",
          "--unshare-user",
          "--disable-userns",
          "--die-with-parent",
          "--new-session",
          "--as-pid-1",
          "--cap-drop",
          "ALL",
          "--clearenv",
          "--uid",
          "65534",
          "--gid",
          "65534",
          "--hostname",
          "gradus");

  private static final String JAVA = "/gradus/java";
  private static final String APP = "/gradus/app";
  private static final String CLASSES = "/gradus/classes";
  private static final String FILTER = "filter";
  private static final int FILTER_DESCRIPTOR = 9;

  private final String bwrap;
  private final byte[] filter;
  private final Slots slots = new Slots();

  Bubblewrap(String bwrap, Syscall.Machine machine) {
    this.bwrap = bwrap;
    this.filter = SeccompFilter.of(machine);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public SandboxedProcess start(JvmSpec spec) {
    Scratch scratch = Scratch.create();
    Path directory = scratch.directory();
    try {
      Files.write(directory.resolve(FILTER), filter);
    } catch (IOException e) {
      throw new SandboxFault("cannot write to the temporary directory: " + Scratch.reason(e), e);
    }
    Prelude prelude = new Prelude(directory, spec.limits()).open(FILTER_DESCRIPTOR, FILTER);
    List<String> command = slots.enter(prelude, spec, walled(spec));
    ProcessBuilder builder = new ProcessBuilder(prelude.exec(command));
    builder.environment().clear();
    Spawner.Started started = Spawner.start(builder);
    return new RunningJvm(started, new Walled(started.process()), scratch, spec.limits());
  }

  private List<String> walled(JvmSpec spec) {
    List<String> command = new ArrayList<>();
    command.add(bwrap);
    command.addAll(WALL);
    command.addAll(List.of("--setenv", "MALLOC_ARENA_MAX", "2"));
    command.addAll(List.of("--seccomp", Integer.toString(FILTER_DESCRIPTOR)));
    addDevices(command);
    addFiles(command, spec);
    command.addAll(List.of("--chdir", APP, "--remount-ro", "/", "--"));
    command.addAll(JvmCommand.of(spec, JAVA, classPathInside(spec)));
    return command;
  }

  /** Random numbers, without which java.security looks for entropy on the network. */
  private static void addDevices(List<String> command) {
    command.addAll(List.of("--proc", "/proc", "--dir", "/dev"));
    for (String device : List.of("/dev/null", "/dev/random", "/dev/urandom")) {
      command.addAll(List.of("--dev-bind", device, device));
    }
    command.addAll(List.of("--symlink", "/proc/self/fd", "/dev/fd"));
  }

  private static void addFiles(List<String> command, JvmSpec spec) {
    RuntimeImage image = spec.image();
    image.libraries().forEach(library -> bind(command, library, library.toString()));
    bind(command, image.javaHome(), JAVA);
    bind(command, image.archive(), APP + "/" + JvmCommand.ARCHIVE);
    image.jars().forEach(jar -> bind(command, jar, APP + "/" + jar.getFileName()));
    for (int i = 0; i < spec.classPath().size(); i++) {
      bind(command, spec.classPath().get(i), inside(i, spec.classPath().get(i)));
    }
  }

  private static void bind(List<String> command, Path source, String name) {
    command.addAll(List.of("--ro-bind", source.toAbsolutePath().toString(), name));
  }

  private static List<String> classPathInside(JvmSpec spec) {
    List<String> entries = new ArrayList<>();
    for (int i = 0; i < spec.classPath().size(); i++) {
      entries.add(inside(i, spec.classPath().get(i)));
    }
    return entries;
  }

  private static String inside(int index, Path entry) {
    return CLASSES + "/" + index + (Files.isDirectory(entry) ? "" : ".jar");
  }

  /** The process that was started watches; its only child is the JVM, first in its namespace. */
  private record Walled(Process process) implements ProcessTree {
    @Override
    public Optional<ProcessHandle> jvm() {
      return children().flatMap(ProcessHandle::of);
    }

    private Optional<Long> children() {
      Path file = Path.of("/proc/%d/task/%1$d/children".formatted(process.pid()));
      try {
        String children = Files.readString(file).strip();
        return children.isEmpty()
            ? Optional.empty()
            : Optional.of(Long.valueOf(children.split(" ", -1)[0]));
      } catch (IOException noSuchList) {
        return process.children().findFirst().map(ProcessHandle::pid);
      }
    }

    @Override
    public void kill() {
      // The namespace ends with its first process, and everything in it.
      jvm().ifPresent(ProcessHandle::destroyForcibly);
    }
  }
}
