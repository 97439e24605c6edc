package gradus.harness;

import gradus.harness.compile.Compilation;
import gradus.harness.compile.Compiler;
import gradus.harness.lesson.Lesson;
import gradus.harness.runner.ContractTypes;
import gradus.harness.runner.Processors;
import gradus.harness.runner.WorkerPool;
import gradus.harness.sandbox.JvmLimits;
import gradus.harness.sandbox.JvmSpec;
import gradus.harness.sandbox.RuntimeImage;
import gradus.harness.sandbox.RuntimeImages;
import gradus.harness.sandbox.Sandbox;
import gradus.harness.sandbox.SandboxFault;
import gradus.harness.submission.SubmittedLesson;
import gradus.worker.Worker;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What gradings share and keep warm: the sandbox, the runtimes, compilers and threads that wait for
 * work.
 */
final class Workshop implements AutoCloseable {
  /** The last resort, should the watchdog fail: a lesson's time many times over. */
  private static final int CPU_SECONDS = 600;

  private static final int STACK_KIBIBYTES = 1024;

  private final Sandbox sandbox;
  private final RuntimeImages images;
  private final RuntimeImage workerImage;
  private final Queue<Compiler> idle = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "gradus-grading");
            thread.setDaemon(true);
            return thread;
          });
  private final Processors processors = Processors.ofThisMachine();
  private final Map<String, WorkerPool> pools = new ConcurrentHashMap<>();

  Workshop(Sandbox sandbox, RuntimeImages images, Compiler first, Collection<Class<?>> contracts) {
    this.idle.add(first);
    this.sandbox = sandbox;
    this.images = images;
    this.workerImage = images.image(WorkerImage.spec(contracts));
  }

  Sandbox sandbox() {
    return sandbox;
  }

  /**
   * Compiles a lesson; once more, with a fresh compiler, if the grader was at fault.
   *
   * @throws SandboxFault if it is so again
   */
  Compilation compile(SubmittedLesson lesson, String lessonPackage) {
    Compiler compiler = borrow();
    try {
      Compilation compilation = compiler.compile(lesson, lessonPackage);
      idle.add(compiler);
      return compilation;
    } catch (SandboxFault first) {
      compiler.close();
      Compiler second = new Compiler(sandbox, images);
      idle.add(second);
      return second.compile(lesson, lessonPackage);
    }
  }

  /** The workers of a lesson. */
  WorkerPool workers(Lesson lesson) {
    return pools.computeIfAbsent(lesson.id(), id -> pool(lesson));
  }

  /**
   * Runs something on so many threads at once, and returns when all are done. Each may keep to one
   * processor, as the caller's thread should not.
   */
  void together(int count, Runnable work) {
    CompletableFuture<?>[] all = new CompletableFuture<?>[count];
    Arrays.setAll(all, any -> CompletableFuture.runAsync(work, threads));
    try {
      CompletableFuture.allOf(all).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error fault) {
        throw fault;
      }
      throw e;
    }
  }

  private WorkerPool pool(Lesson lesson) {
    JvmSpec spec =
        JvmSpec.of(workerImage, Worker.class.getName())
            .withLimits(
                new JvmLimits(lesson.limits().heapMegabytes(), STACK_KIBIBYTES, CPU_SECONDS));
    return new WorkerPool(sandbox, spec, ContractTypes.in(lesson.contractPackage()), processors);
  }

  private Compiler borrow() {
    Compiler waiting = idle.poll();
    return waiting == null ? new Compiler(sandbox, images) : waiting;
  }

  @Override
  public void close() {
    threads.shutdown();
    idle.forEach(Compiler::close);
    pools.values().forEach(WorkerPool::close);
  }
}
