package gradus.engine.vm;

/** Tells two listeners; the first may move the program before the second hears where it is. */
record BothListeners(ExecutionListener first, ExecutionListener second)
    implements ExecutionListener {

  @Override
  public void entered(long frame) {
    first.entered(frame);
    second.entered(frame);
  }

  @Override
  public void instruction(long frame, long top) {
    first.instruction(frame, top);
    second.instruction(frame, top);
  }

  @Override
  public void left(long frame, long value, boolean yields) {
    first.left(frame, value, yields);
    second.left(frame, value, yields);
  }

  @Override
  public void unwound(long frame, long exception) {
    first.unwound(frame, exception);
    second.unwound(frame, exception);
  }

  @Override
  public void raised(long frame, long exception) {
    first.raised(frame, exception);
    second.raised(frame, exception);
  }
}
