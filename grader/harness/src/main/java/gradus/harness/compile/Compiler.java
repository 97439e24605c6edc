package gradus.harness.compile;

import gradus.harness.sandbox.RuntimeImage;
import gradus.harness.sandbox.RuntimeImages;
import gradus.harness.sandbox.Sandbox;
import gradus.harness.sandbox.SandboxFault;
import gradus.harness.submission.SourceFault;
import gradus.harness.submission.SourceFile;
import gradus.harness.submission.SubmittedLesson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compiles the lessons of one submission, in the sandbox.
 *
 * <p>A file that does not compile costs only the classes that need it. One process serves all the
 * lessons, one after another; a lesson on which it dies costs that lesson, and the next gets
 * another process.
 */
public final class Compiler implements AutoCloseable {
  private final Sandbox sandbox;
  private final RuntimeImage image;
  private final CompileBudget budget;
  private volatile CompileProcess process;
  private volatile boolean closed;

  /** Starts the process at once, so that it comes up while the caller does other things. */
  public Compiler(Sandbox sandbox, RuntimeImages images) {
    this(sandbox, images, CompileBudget.DEFAULT);
  }

  Compiler(Sandbox sandbox, RuntimeImages images, CompileBudget budget) {
    this.sandbox = sandbox;
    this.image = images.image(CompilerImage.spec());
    this.budget = budget;
    this.process = CompileProcess.start(sandbox, image, budget);
  }

  /**
   * Compiles a little something of ours on a thread of its own, so that javac has loaded most of
   * what it needs when a submission comes.
   */
  public void warmUp() {
    Thread thread = new Thread(this::practise, "gradus-compiler-warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  private void practise() {
    try {
      compile(CompilerImage.exercise(), CompilerImage.PACKAGE);
    } catch (SandboxFault itDoesNotWork) {
      // Whoever compiles next will meet the reason.
    }
  }

  /**
   * Compiles one lesson.
   *
   * @param lessonPackage the package its classes belong in, as {@code lessons.dynamicarrays}
   * @throws SandboxFault if the grader itself is at fault
   */
  public synchronized Compilation compile(SubmittedLesson lesson, String lessonPackage) {
    if (closed) {
      throw new SandboxFault("the compiler has been closed");
    }
    if (!process.alive()) {
      process.close();
      process = CompileProcess.start(sandbox, image, budget);
    }
    CompileReply reply;
    try {
      reply = process.compile(lesson, lessonPackage);
    } catch (IOException gaveUp) {
      reply = nothing(lesson, process.reasonFor(gaveUp));
    }
    return compilation(lesson, reply);
  }

  private static Compilation compilation(SubmittedLesson lesson, CompileReply reply) {
    Set<String> failed = new TreeSet<>(reply.failed());
    lesson.faults().forEach(fault -> failed.add(fault.path()));
    return new Compilation(reply.classes(), diagnostics(lesson, reply), failed);
  }

  private static List<Diagnostic> diagnostics(SubmittedLesson lesson, CompileReply reply) {
    List<Diagnostic> all = new ArrayList<>(reply.diagnostics());
    for (SourceFault fault : lesson.faults()) {
      all.add(new Diagnostic(fault.path(), -1, fault.reason()));
    }
    all.sort(Comparator.comparing(Diagnostic::file).thenComparing(Diagnostic::line));
    return all;
  }

  private static CompileReply nothing(SubmittedLesson lesson, String reason) {
    List<String> paths = lesson.sources().stream().map(SourceFile::path).toList();
    return new CompileReply(
        Map.of(),
        paths.stream().map(path -> new Diagnostic(path, -1, reason)).toList(),
        new TreeSet<>(paths));
  }

  /** Ends the process. */
  @Override
  public void close() {
    closed = true;
    process.close();
  }
}
