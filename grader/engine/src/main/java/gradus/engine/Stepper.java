package gradus.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Runs a program bit by bit, forward and back.
 *
 * <pre>{@code
 * try (Stepper stepper = Stepper.of(PythonProcess.builder(), "sum.py", source)) {
 *   while (stepper.isRunning()) {
 *     System.out.println(stepper.frames().get(0).place().line());
 *     stepper.over();
 *   }
 * }
 * }</pre>
 *
 * <p>Between the steps {@link #process} can be used to look at everything, and to run more Python
 * in it. To go back, the program is run once more in a new process, which is the same byte for byte
 * because everything is deterministic, except for what was run between the steps.
 */
public final class Stepper implements AutoCloseable {

  private final PythonProcess.Builder settings;
  private final String filename;
  private final byte[] source;
  private Stepping run;

  private Stepper(PythonProcess.Builder settings, String filename, byte[] source) {
    this.settings = settings;
    this.filename = filename;
    this.source = source;
    run = new Stepping(settings.start(), filename, source);
  }

  /**
   * Begins a program, which stops before its first instruction.
   *
   * @param settings how its processes are to be
   * @throws PythonException if the source cannot be compiled
   */
  public static Stepper of(PythonProcess.Builder settings, String filename, String source) {
    return new Stepper(settings, filename, source.getBytes(StandardCharsets.UTF_8));
  }

  /** The process the program runs in; another one after going back. */
  public PythonProcess process() {
    return run.process();
  }

  /** Whether there is an instruction left to run. */
  public boolean isRunning() {
    return run.isRunning();
  }

  /** The number of instructions that have run. */
  public long position() {
    return run.position();
  }

  /** The frames, the innermost first; none after the end. */
  public List<FrameView> frames() {
    return run.frames();
  }

  /**
   * Runs one instruction. This and the other steps end at the program's end, and throw what it ends
   * with.
   *
   * @throws PythonException if it raises what nothing in it catches
   * @throws LimitReached if it passes a limit
   */
  public void instruction() {
    run.goOn((frame, beginsLine) -> true);
  }

  /** Runs up to the next beginning of a line, wherever it is. */
  public void into() {
    run.goOn((frame, beginsLine) -> beginsLine);
  }

  /** Runs up to the next beginning of a line in this frame or in one that called it. */
  public void over() {
    int depth = run.depth(run.current());
    run.goOn((frame, beginsLine) -> beginsLine && run.depth(frame) <= depth);
  }

  /** Runs until this frame is left, by return, yield or exception. */
  public void out() {
    int depth = run.depth(run.current());
    run.goOn((frame, beginsLine) -> run.depth(frame) < depth);
  }

  /** Runs to the end. */
  public void finish() {
    run.goOn((frame, beginsLine) -> false);
  }

  /** Goes forward or back to where so many instructions have run, or to the end. */
  public void goTo(long position) {
    if (position < run.position()) {
      run.abandon();
      run = new Stepping(settings.start(), filename, source);
    }
    if (position > run.position()) {
      run.goOn((frame, beginsLine) -> run.position() >= position);
    }
  }

  /** Ends the program where it stands. */
  @Override
  public void close() {
    run.abandon();
  }

  boolean hasThread() {
    return run.process().thread().isAlive();
  }
}
