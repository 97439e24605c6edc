package gradus.harness.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Chooses the sandbox of a grading. */
public final class Sandboxes {
  private static final String INSTALL =
      "install it (Debian and Ubuntu: apt-get install bubblewrap; Fedora: dnf install bubblewrap)";
  private static final String PERMIT =
      "let users make namespaces (Ubuntu: sysctl kernel.apparmor_restrict_unprivileged_userns=0;"
          + " Docker: --security-opt seccomp=unconfined --security-opt apparmor=unconfined)";

  private Sandboxes() {}

  /**
   * The sandbox that a mode stands for on this machine.
   *
   * @param warn gets one line where AUTO has to do without a wall
   * @throws SandboxUnavailable if REQUIRED finds no bubblewrap that works
   */
  public static Sandbox choose(SandboxMode mode, Consumer<String> warn) {
    return choose(mode, warn, Tools.find("bwrap"), System.getProperty("os.arch"));
  }

  static Sandbox choose(
      SandboxMode mode, Consumer<String> warn, Optional<String> bwrap, String osArch) {
    if (mode == SandboxMode.PROCESS) {
      return new ProcessSandbox();
    }
    Optional<Syscall.Machine> machine = Syscall.Machine.named(osArch);
    Optional<String> missing = missing(bwrap, machine, osArch);
    if (missing.isEmpty()) {
      return new Bubblewrap(bwrap.orElseThrow(), machine.orElseThrow());
    }
    if (mode == SandboxMode.REQUIRED) {
      throw new SandboxUnavailable("a sandbox is required, but " + missing.get());
    }
    warn.accept("WARNING: student code runs WITHOUT A SANDBOX, because " + missing.get());
    return new ProcessSandbox();
  }

  private static Optional<String> missing(
      Optional<String> bwrap, Optional<Syscall.Machine> machine, String osArch) {
    if (bwrap.isEmpty()) {
      return Optional.of("bubblewrap (bwrap) was not found: " + INSTALL);
    }
    if (machine.isEmpty()) {
      return Optional.of(
          "there is no system call filter for " + osArch + ": grade on amd64 or aarch64");
    }
    return probe(bwrap.get()).map(why -> "bubblewrap does not work (" + why + "): " + PERMIT);
  }

  /** Runs a program that does nothing behind the same wall; says what went wrong. */
  private static Optional<String> probe(String bwrap) {
    List<String> command = new ArrayList<>(List.of(bwrap));
    command.addAll(Bubblewrap.WALL);
    command.addAll(List.of("--ro-bind", "/", "/", "--proc", "/proc", "/bin/sh", "-c", ":"));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    Process process = Spawner.start(builder).process();
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean worked = process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
      return worked ? Optional.empty() : Optional.of(said.strip().replace('\n', ' '));
    } catch (IOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    } finally {
      process.destroyForcibly();
    }
  }
}
