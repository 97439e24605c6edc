package gradus.engine.process;

/**
 * A call that has not returned: where its frame lies.
 *
 * @param framePointer the address of the saved frame pointer; the return address lies 8 above
 * @param stackPointer the frame's lowest address
 */
public record CallFrame(
    StackFunction function, FrameLayout layout, long framePointer, long stackPointer) {

  /**
   * The address of a parameter or local variable ({@code &name}).
   *
   * @throws IllegalArgumentException if the function has none of that name
   */
  public long addressOf(String name) {
    Long offset = layout.offsets().get(name);
    if (offset == null) {
      throw new IllegalArgumentException(function.name() + " has no variable " + name);
    }
    return framePointer + offset;
  }

  /** Where the return address lies. */
  public long returnAddressSlot() {
    return framePointer + FrameLayout.RETURN_ADDRESS;
  }
}
