package gradus.engine.vm;

import java.util.function.LongConsumer;

/**
 * How many instructions may run, and who hears of them. The interpreter counts down and asks here
 * only when the count is used up.
 */
public final class Limits {

  private static final int SLICE = 1 << 16;

  private long left = Long.MAX_VALUE;
  private long deadline = Long.MAX_VALUE;
  private LongConsumer observer = frame -> {};
  private boolean observed;

  /** Lets so many more instructions run. */
  public void steps(long count) {
    left = count;
  }

  /** Lets the program run for so many milliseconds from now on. */
  public void millis(long count) {
    deadline = System.nanoTime() + count * 1_000_000;
  }

  /** Hands the running frame to an observer before each instruction. */
  public void observe(LongConsumer newObserver) {
    observer = newObserver;
    observed = true;
  }

  /** The instructions to run before asking again. */
  int slice(long frame, int done) {
    left -= done;
    if (left <= 0) {
      throw new LimitExceeded("the program ran more instructions than it may");
    }
    if (deadline != Long.MAX_VALUE && System.nanoTime() > deadline) {
      throw new LimitExceeded("the program ran longer than it may");
    }
    if (observed) {
      observer.accept(frame);
      return 1;
    }
    return (int) Math.min(SLICE, left);
  }
}
