package gradus.engine.vm;

/**
 * Hears of what runs, on the program's own thread and in the middle of it. A {@link
 * gradus.engine.object.Raise} it throws is raised in the program there.
 */
public interface ExecutionListener {

  /** Does nothing. */
  ExecutionListener NONE = new ExecutionListener() {};

  /** A frame begins, or a generator's frame goes on. */
  default void entered(long frame) {}

  /**
   * The instruction at the frame's {@code f_lasti} is about to run. Another offset that is stored
   * there is where the frame goes on, with the value stack up to its {@code f_stacktop}.
   *
   * @param top where the frame's value stack ends
   */
  default void instruction(long frame, long top) {}

  /** A frame yields and will go on, or returns. */
  default void left(long frame, long value, boolean yields) {}

  /** A frame ends with an exception. */
  default void unwound(long frame, long exception) {}

  /** An exception passes through a frame, which may catch it. */
  default void raised(long frame, long exception) {}
}
