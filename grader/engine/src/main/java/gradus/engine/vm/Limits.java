package gradus.engine.vm;

import gradus.engine.vm.LimitExceeded.Limit;

/**
 * How many instructions may run, and who hears of them. The interpreter counts down and asks here
 * only when the count is used up.
 */
public final class Limits {

  private static final int SLICE = 1 << 16;

  private long left = Long.MAX_VALUE;
  private long deadline = Long.MAX_VALUE;
  private ExecutionListener listener = ExecutionListener.NONE;

  /** Lets so many more instructions run. */
  public void steps(long count) {
    left = count;
  }

  /** Lets the program run for so many milliseconds from now on. */
  public void millis(long count) {
    deadline = System.nanoTime() + count * 1_000_000;
  }

  void listen(ExecutionListener newListener) {
    listener = newListener;
  }

  ExecutionListener listener() {
    return listener;
  }

  boolean isWatched() {
    return listener != ExecutionListener.NONE;
  }

  /** Counts instructions that have run; throws if there may be no other. */
  void spend(int done) {
    left -= done;
    if (left <= 0) {
      throw new LimitExceeded(Limit.STEPS, "the program ran more instructions than it may");
    }
    if (deadline != Long.MAX_VALUE && System.nanoTime() > deadline) {
      throw new LimitExceeded(Limit.TIME, "the program ran longer than it may");
    }
  }

  /** Counts instructions that have run if many more may; false, and none is counted, if not. */
  boolean spendEasily(int done) {
    boolean easy =
        left - done > SLICE && (deadline == Long.MAX_VALUE || System.nanoTime() <= deadline);
    if (easy) {
      left -= done;
    }
    return easy;
  }

  /** The instructions to run before asking again: where somebody watches, one. */
  int slice() {
    return isWatched() ? 1 : (int) Math.min(SLICE, left);
  }
}
