package gradus.engine.layout;

/**
 * How one build of CPython 3.6 lays objects out in memory: where builds differ, and nothing else.
 */
public sealed interface ObjectLayout permits VanillaLayout, Aligned16Layout {

  /** CPython 3.6 as published: blocks aligned to 8 bytes, a collector's header of 24. */
  ObjectLayout VANILLA = new VanillaLayout();

  /**
   * CPython 3.6 with the patches that many of today's builds carry: blocks aligned to 16 bytes, a
   * header of 32.
   */
  ObjectLayout ALIGNED16 = new Aligned16Layout();

  /** The name on the command line. */
  String name();

  /**
   * The alignment of pymalloc's blocks in bytes, which is also the step between its size classes.
   */
  int blockAlignment();

  /** The header before an object that the cycle collector knows. */
  Struct gcHead();
}
