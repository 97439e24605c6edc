package gradus.engine.layout;

/**
 * CPython 3.6 patched to align to 16 bytes: the collector's header is a union with a long double.
 */
record Aligned16Layout() implements ObjectLayout {

  private static final Struct GC_HEAD = Structs.gcHead(16);

  @Override
  public String name() {
    return "aligned16";
  }

  @Override
  public int blockAlignment() {
    return 16;
  }

  @Override
  public Struct gcHead() {
    return GC_HEAD;
  }
}
