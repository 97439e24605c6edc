package gradus.engine.conformance;

import gradus.engine.LimitReached;
import gradus.engine.PythonProgram;
import gradus.engine.compiler.CompileMode;
import gradus.engine.compiler.CompileOptions;
import gradus.engine.compiler.Compiler;
import gradus.engine.compiler.code.Code;
import gradus.engine.compiler.listing.CodeJson;
import gradus.engine.compiler.listing.Disassembler;
import gradus.engine.compiler.source.PySyntaxError;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Whatever the input, the outcome is code, a Python error or a limit, never a fault of ours. */
final class FuzzCheck {

  /** The fault of an input that does not come to an end. */
  static final String HANGS = "hangs";

  private static final long STEPS = 20_000;
  private static final long MEMORY = 1L << 26;
  private static final long OUTPUT = 1L << 18;
  private static final long MILLIS = 5_000;
  private static final long LOOK_MILLIS = 1_000;
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final List<String> ENDS =
      List.of("Segmentation fault: ", "Aborted: ", "Internal error: ");

  private FuzzCheck() {}

  /** What goes wrong with an input, in one sentence; a hang, too. */
  static Optional<String> fault(byte[] source, boolean runs) {
    AtomicReference<Optional<String>> found = new AtomicReference<>(Optional.of(HANGS));
    Thread thread = new Thread(() -> found.set(faultHere(source, runs)), "fuzz");
    thread.setDaemon(true);
    thread.start();
    try {
      awaitEnd(thread, processorTime().plus(LONGEST));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return found.get();
  }

  /** By the processor's clock, which stands still while others have the processor. */
  private static void awaitEnd(Thread thread, Duration end) throws InterruptedException {
    do {
      thread.join(LOOK_MILLIS);
    } while (thread.isAlive() && processorTime().compareTo(end) < 0);
  }

  private static Duration processorTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
  }

  /** The same without a clock, on this thread. */
  static Optional<String> faultHere(byte[] source, boolean runs) {
    try {
      for (CompileMode mode : runs ? new CompileMode[] {CompileMode.EXEC} : CompileMode.values()) {
        compile(source, mode);
      }
      return runs ? run(source) : Optional.empty();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
      return Optional.of(describe(fault));
    }
  }

  private static void compile(byte[] source, CompileMode mode) {
    try {
      Code code = Compiler.compile(source, CompileOptions.of("<fuzz>").with(mode));
      CodeJson.write(code);
      Disassembler.disassemble(code);
    } catch (PySyntaxError expected) {
      expected.typeName();
    }
  }

  private static Optional<String> run(byte[] source) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PythonProgram.of("fuzz.py", source)
          .stepLimit(STEPS)
          .memoryLimit(MEMORY)
          .outputLimit(OUTPUT)
          .timeLimit(MILLIS)
          .run(out, out);
      String said = out.toString(StandardCharsets.UTF_8);
      return mayCrash(source) ? Optional.empty() : crash(said);
    } catch (LimitReached expected) {
      return Optional.empty();
    }
  }

  /** The last line, if a process says on it that it cannot go on. */
  private static Optional<String> crash(String said) {
    String last = said.strip().substring(said.strip().lastIndexOf('\n') + 1);
    return Optional.of(last).filter(line -> ENDS.stream().anyMatch(line::startsWith));
  }

  /** Only who makes code by hand or writes to memory can crash the interpreter. */
  private static boolean mayCrash(byte[] source) {
    String text = new String(source, StandardCharsets.UTF_8);
    return text.contains("CodeType") || text.contains("ctypes");
  }

  private static String describe(Throwable fault) {
    Throwable cause = fault.getCause() == null ? fault : fault.getCause();
    StackTraceElement[] trace = cause.getStackTrace();
    return cause + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
