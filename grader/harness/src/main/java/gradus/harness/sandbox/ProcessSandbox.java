package gradus.harness.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A plain process: no wall, but the same small runtime, an empty environment, and the limits that
 * the system lets a shell set.
 */
final class ProcessSandbox implements Sandbox {
  static final String NAME = "process";

  private final Optional<String> setsid = Tools.find("setsid");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public SandboxedProcess start(JvmSpec spec) {
    Scratch scratch = Scratch.create();
    Path directory = scratch.directory();
    layOut(spec, directory);
    ProcessBuilder builder = new ProcessBuilder(command(spec, directory));
    builder.directory(directory.toFile());
    builder.environment().clear();
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    Spawner.Started started = Spawner.start(builder);
    Group group = new Group(started.process(), setsid.isPresent());
    return new RunningJvm(started, group, scratch, spec.limits());
  }

  private List<String> command(JvmSpec spec, Path directory) {
    List<String> further =
        spec.classPath().stream().map(path -> path.toAbsolutePath().toString()).toList();
    List<String> java = JvmCommand.of(spec, spec.image().javaHome().toString(), further);
    List<String> command = new ArrayList<>();
    setsid.ifPresent(command::add);
    command.addAll(new Prelude(directory, spec.limits()).exec(java));
    return command;
  }

  /** Copies keep their times: the archive is used only for jars with the times it remembers. */
  private static void layOut(JvmSpec spec, Path directory) {
    try {
      for (Path jar : spec.image().jars()) {
        copy(jar, directory.resolve(jar.getFileName()));
      }
      Files.createSymbolicLink(directory.resolve(JvmCommand.ARCHIVE), spec.image().archive());
    } catch (IOException e) {
      throw new SandboxFault("cannot lay out a worker: " + Scratch.reason(e), e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
  }

  /** The JVM took the shell's place; where it leads a group, the group holds its orphans too. */
  private record Group(Process process, boolean leads) implements ProcessTree {
    @Override
    public Optional<ProcessHandle> jvm() {
      return Optional.of(process.toHandle());
    }

    @Override
    public void kill() {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      if (leads) {
        killGroup();
      }
    }

    private void killGroup() {
      try {
        new ProcessBuilder("/bin/sh", "-c", "kill -9 -- -" + process.pid() + " 2>/dev/null")
            .start()
            .waitFor();
      } catch (IOException noShell) {
        process.destroyForcibly();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
