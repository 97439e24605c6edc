package gradus.harness.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A started program, the same for every sandbox but for the tree it runs in. */
final class RunningJvm implements SandboxedProcess {
  private static final int TAIL_BYTES = 4_000;
  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  private final Process process;
  private final ProcessTree tree;
  private final Scratch scratch;
  private final Duration cpuLimit;
  private final long began;
  private Optional<ProcessHandle> jvm = Optional.empty();
  private Duration cpuTime = Duration.ZERO;
  private volatile boolean killed;

  RunningJvm(Spawner.Started started, ProcessTree tree, Scratch scratch, JvmLimits limits) {
    this.cpuLimit = Duration.ofSeconds(limits.cpuSeconds());
    this.process = started.process();
    this.began = started.began();
    this.tree = tree;
    this.scratch = scratch;
    Spawner.started(this);
  }

  @Override
  public InputStream replies() {
    return process.getInputStream();
  }

  @Override
  public OutputStream requests() {
    return process.getOutputStream();
  }

  @Override
  public synchronized Duration cpuTime() {
    if (jvm.filter(ProcessHandle::isAlive).isEmpty()) {
      jvm = tree.jvm();
    }
    Duration now = jvm.map(CpuClock::of).orElse(Duration.ZERO);
    if (now.compareTo(cpuTime) > 0) {
      cpuTime = now;
    }
    return cpuTime;
  }

  @Override
  public boolean alive() {
    return process.isAlive();
  }

  @Override
  public void keep(String thread, Processor processor) {
    String jvm = tree.jvm().map(ProcessHandle::pid).map(String::valueOf).orElse("gone");
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(Path.of("/proc", jvm, "task"))) {
      for (Path task : tasks) {
        if (Files.readString(task.resolve("comm")).strip().equals(thread)) {
          processor.keep(String.valueOf(task.getFileName()));
        }
      }
    } catch (IOException | DirectoryIteratorException goneOrNoProc) {
      // It is slower elsewhere, and as right.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void kill() {
    if (process.isAlive()) {
      killed = true;
    }
    tree.kill();
    process.destroyForcibly();
  }

  @Override
  public ExitReport exit() {
    boolean ownEnd = awaitEnd();
    if (!ownEnd) {
      kill();
      awaitEnd();
    }
    return new ExitReport(code(), killed, tail("out"), tail("err"));
  }

  /**
   * The kernel kills a program that has used up its CPU time just as one that has used up the
   * machine's memory; the former has run for long enough. On several processors CPU time passes
   * faster than the clock.
   */
  private int code() {
    int code = process.isAlive() ? -1 : process.exitValue();
    long most = (System.nanoTime() - began) * PROCESSORS;
    return code == ExitReport.SIGKILL && most >= cpuLimit.toNanos() ? ExitReport.SIGXCPU : code;
  }

  @Override
  public void close() {
    kill();
    awaitEnd();
    closeQuietly();
    scratch.close();
    Spawner.ended(this);
  }

  private boolean awaitEnd() {
    try {
      return process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void closeQuietly() {
    try (InputStream in = process.getInputStream();
        OutputStream out = process.getOutputStream()) {
      assert in != null && out != null;
    } catch (IOException brokenPipe) {
      // Nobody reads the requests that were still buffered.
    }
  }

  private String tail(String name) {
    Path file = scratch.directory().resolve(name);
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      byte[] end = new byte[(int) Math.min(in.length(), TAIL_BYTES)];
      in.seek(in.length() - end.length);
      in.readFully(end);
      return new String(end, StandardCharsets.UTF_8);
    } catch (IOException neverStarted) {
      return "";
    }
  }
}
