package gradus.harness.sandbox;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts every sandboxed process from one thread that lives as long as the JVM.
 *
 * <p>Bubblewrap's {@code --die-with-parent} is the kernel's parent-death signal, which is sent when
 * the <em>thread</em> that started the process ends: a pool's thread would take its workers with
 * it.
 */
final class Spawner {
  private static final ExecutorService THREAD =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "gradus-spawner");
            thread.setDaemon(true);
            return thread;
          });

  /** What a plain process leaves running when the grader is stopped; bubblewrap leaves nothing. */
  private static final Set<SandboxedProcess> RUNNING = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> RUNNING.forEach(SandboxedProcess::close)));
  }

  private Spawner() {}

  /**
   * A process.
   *
   * @param began when it was not there yet, by {@link System#nanoTime}
   */
  record Started(Process process, long began) {}

  static Started start(ProcessBuilder builder) {
    long began = System.nanoTime();
    try {
      return new Started(THREAD.submit(builder::start).get(), began);
    } catch (ExecutionException e) {
      throw new SandboxFault("cannot start a process: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SandboxFault("interrupted while starting a process", e);
    }
  }

  static void started(SandboxedProcess process) {
    RUNNING.add(process);
  }

  static void ended(SandboxedProcess process) {
    RUNNING.remove(process);
  }
}
