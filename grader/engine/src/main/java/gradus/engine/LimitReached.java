package gradus.engine;

import gradus.engine.vm.LimitExceeded;

/**
 * A program was stopped because it used more of something than it was given; each limit has its own
 * type. The program itself cannot catch it. Memory is different: what does not fit raises {@code
 * MemoryError} in the program, and arrives as {@link PythonException} if it is not caught there.
 */
public abstract sealed class LimitReached extends RuntimeException {

  private static final long serialVersionUID = 1;

  private LimitReached(LimitExceeded cause) {
    super(cause.getMessage(), cause);
  }

  static RuntimeException of(LimitExceeded exceeded) {
    return switch (exceeded.limit()) {
      case STEPS -> new Steps(exceeded);
      case TIME -> new Time(exceeded);
      case OUTPUT -> new Output(exceeded);
      case INTEREST -> exceeded;
    };
  }

  /** The program ran more instructions than it may. */
  public static final class Steps extends LimitReached {

    private static final long serialVersionUID = 1;

    private Steps(LimitExceeded cause) {
      super(cause);
    }
  }

  /** The program ran longer than it may. */
  public static final class Time extends LimitReached {

    private static final long serialVersionUID = 1;

    private Time(LimitExceeded cause) {
      super(cause);
    }
  }

  /** The program wrote more bytes than it may. */
  public static final class Output extends LimitReached {

    private static final long serialVersionUID = 1;

    private Output(LimitExceeded cause) {
      super(cause);
    }
  }
}
