package gradus.harness;

import gradus.harness.compile.Compilation;
import gradus.harness.compile.Compiler;
import gradus.harness.sandbox.JvmLimits;
import gradus.harness.sandbox.JvmSpec;
import gradus.harness.sandbox.RuntimeImage;
import gradus.harness.sandbox.RuntimeImages;
import gradus.harness.sandbox.Sandbox;
import gradus.harness.sandbox.SandboxFault;
import gradus.harness.submission.SubmittedLesson;
import gradus.worker.Worker;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What gradings share and keep warm: the sandbox, the runtimes, compilers that wait for work. */
final class Workshop implements AutoCloseable {
  /** The last resort, should the watchdog fail: a lesson's time many times over. */
  private static final int CPU_SECONDS = 600;

  private static final int STACK_KIBIBYTES = 1024;

  /** Not on the class path: the worker loads the student's classes afresh for every check. */
  private static final String STUDENT_JAR = "student.jar";

  private final Sandbox sandbox;
  private final RuntimeImages images;
  private final RuntimeImage workerImage;
  private final Queue<Compiler> idle = new ConcurrentLinkedQueue<>();

  Workshop(Sandbox sandbox, RuntimeImages images, Collection<Class<?>> contracts) {
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

  /** The program of a worker that holds these classes. */
  JvmSpec worker(Path classes, int heapMebibytes) {
    return JvmSpec.of(workerImage, Worker.class.getName())
        .withFiles(Map.of(STUDENT_JAR, classes))
        .withArguments(List.of(STUDENT_JAR))
        .withLimits(new JvmLimits(heapMebibytes, STACK_KIBIBYTES, CPU_SECONDS));
  }

  private Compiler borrow() {
    Compiler waiting = idle.poll();
    return waiting == null ? new Compiler(sandbox, images) : waiting;
  }

  @Override
  public void close() {
    idle.forEach(Compiler::close);
  }
}
