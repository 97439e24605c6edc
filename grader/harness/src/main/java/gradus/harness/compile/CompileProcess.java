package gradus.harness.compile;

import gradus.harness.sandbox.ExitReport;
import gradus.harness.sandbox.JvmLimits;
import gradus.harness.sandbox.JvmSpec;
import gradus.harness.sandbox.RuntimeImage;
import gradus.harness.sandbox.Sandbox;
import gradus.harness.sandbox.SandboxFault;
import gradus.harness.sandbox.SandboxedProcess;
import gradus.harness.submission.SubmittedLesson;
import gradus.worker.compile.CompileMain;
import gradus.worker.compile.CompileProtocol;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** The compiler's process and the watchdog over it. */
final class CompileProcess implements AutoCloseable {
  private static final int HEAP_MEBIBYTES = 256;
  private static final int STACK_KIBIBYTES = 4096;

  /**
   * Room for what javac makes of some lessons: of a submission next to nothing outlives it. A young
   * generation is never larger than the heap begins with.
   */
  private static final List<String> ROOM_FOR_THE_YOUNG = List.of("-Xms128m", "-Xmn96m");

  private static final Duration LOOK = Duration.ofMillis(50);

  private final SandboxedProcess process;
  private final DataInputStream replies;
  private final CompileBudget budget;
  private boolean greeted;
  private volatile boolean overdue;
  private ExitReport ended = new ExitReport(0, false, "", "");

  private CompileProcess(SandboxedProcess process, CompileBudget budget) {
    this.process = process;
    this.budget = budget;
    this.replies = new DataInputStream(new BufferedInputStream(process.replies()));
  }

  static CompileProcess start(Sandbox sandbox, RuntimeImage image, CompileBudget budget) {
    // The whole process may take a few lessons' time; the watchdog minds each lesson's.
    int seconds = Math.toIntExact(10 * Math.max(1, budget.cpu().toSeconds()));
    JvmSpec spec =
        JvmSpec.of(image, CompileMain.class.getName())
            .withArguments(CompilerImage.options())
            .withOptions(ROOM_FOR_THE_YOUNG)
            .withLimits(new JvmLimits(HEAP_MEBIBYTES, STACK_KIBIBYTES, seconds));
    return new CompileProcess(sandbox.start(spec), budget);
  }

  boolean alive() {
    return process.alive();
  }

  /**
   * Has a lesson compiled.
   *
   * @throws SandboxFault if the process never came up
   * @throws IOException if it ended, was ended by the watchdog, or misbehaved; it is dead then
   */
  CompileReply compile(SubmittedLesson lesson, String lessonPackage) throws IOException {
    Thread watchdog = new Thread(this::watch, "gradus-compile-watchdog");
    watchdog.setDaemon(true);
    watchdog.start();
    try {
      awaitGreeting();
      CompileRequest.write(lesson, lessonPackage, process.requests());
      return CompileReply.read(replies, lessonPackage.replace('.', '/') + "/");
    } catch (IOException e) {
      // A process that is just ending tells more than one that is killed.
      ended = process.exit();
      throw e;
    } finally {
      watchdog.interrupt();
    }
  }

  private void awaitGreeting() {
    try {
      if (!greeted && replies.readUnsignedByte() != CompileProtocol.READY) {
        throw new SandboxFault("the compiler's process greets wrongly");
      }
      greeted = true;
    } catch (IOException neverUp) {
      throw new SandboxFault(
          "the compiler does not start in the sandbox: " + process.exit().stderr().strip(),
          neverUp);
    }
  }

  private void watch() {
    long began = System.nanoTime();
    Duration cpuBefore = process.cpuTime();
    try {
      while (System.nanoTime() - began < budget.wall().toNanos()
          && process.cpuTime().minus(cpuBefore).compareTo(budget.cpu()) < 0) {
        Thread.sleep(LOOK.toMillis());
      }
      overdue = true;
      process.kill();
    } catch (InterruptedException replied) {
      // The lesson is done.
    }
  }

  /** Why a lesson got no classes, in words for its author. */
  String reasonFor(IOException end) {
    if (overdue) {
      return "is not compiled: javac did not finish within %d s of CPU time on these sources"
          .formatted(budget.cpu().toSeconds());
    }
    if (end instanceof CompileReply.Malformed) {
      return String.valueOf(end.getMessage());
    }
    return "is not compiled: javac gave up on these sources: " + ended.message();
  }

  @Override
  public void close() {
    process.close();
  }
}
