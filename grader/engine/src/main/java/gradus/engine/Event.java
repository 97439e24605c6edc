package gradus.engine;

/**
 * Something that happened while Python ran; objects are named by their addresses, which {@link
 * PythonProcess#hold} makes references of.
 */
public sealed interface Event permits Event.InFrame, Event.CountChanged, AllocationEvent {

  /**
   * Where a frame stands.
   *
   * @param frame the frame's address
   * @param function the name of its code
   * @param line the line of the instruction
   * @param lasti the instruction's offset in the code; −1 before the first
   */
  record Place(long frame, String function, int line, int lasti) {}

  /** Something that a frame does. */
  sealed interface InFrame extends Event {

    /** The frame, and where it stands. */
    Place place();
  }

  /** A frame begins, or a generator's frame goes on. */
  record Called(Place place) implements InFrame {}

  /** A line begins, by the rule of CPython's tracing: backward jumps begin their line again. */
  record Line(Place place) implements InFrame {}

  /** An instruction is about to run. */
  record Instruction(Place place, String name) implements InFrame {}

  /** A generator's frame yields a value. */
  record Yielded(Place place, long value) implements InFrame {}

  /** A frame returns a value. */
  record Returned(Place place, long value) implements InFrame {}

  /** An exception passes through a frame, which may catch it. */
  record Raised(Place place, long exception, String type) implements InFrame {}

  /** A frame ends with an exception that it did not catch. */
  record Unwound(Place place, long exception, String type) implements InFrame {}

  /**
   * A watched object's reference count is another than before the last instruction; what was added
   * and taken away within one instruction does not show. At {@code to} = 0 the object has ended.
   */
  record CountChanged(long object, long from, long to) implements Event {}
}
