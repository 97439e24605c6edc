package gradus.engine.layout;

/** CPython 3.6 as published. */
record VanillaLayout() implements ObjectLayout {

  private static final Struct GC_HEAD = Structs.gcHead(8);

  @Override
  public String name() {
    return "vanilla";
  }

  @Override
  public int blockAlignment() {
    return 8;
  }

  @Override
  public Struct gcHead() {
    return GC_HEAD;
  }
}
