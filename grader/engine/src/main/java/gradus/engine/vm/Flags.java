package gradus.engine.vm;

/** The bits of {@code co_flags} the interpreter looks at (Include/code.h). */
final class Flags {

  static final int OPTIMIZED = 0x1;
  static final int NEWLOCALS = 0x2;
  static final int VARARGS = 0x4;
  static final int VARKEYWORDS = 0x8;
  static final int GENERATOR = 0x20;
  static final int NOFREE = 0x40;
  static final int COROUTINE = 0x80;
  static final int ITERABLE_COROUTINE = 0x100;
  static final int ASYNC_GENERATOR = 0x200;
  static final int GENERATOR_STOP = 0x80000;

  /** A function that is only positional arguments and locals. */
  static final int SIMPLE = OPTIMIZED | NEWLOCALS | NOFREE;

  static final int SUSPENDS = GENERATOR | COROUTINE | ASYNC_GENERATOR;

  private Flags() {}
}
