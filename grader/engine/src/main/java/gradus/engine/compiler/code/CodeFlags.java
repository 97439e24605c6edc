package gradus.engine.compiler.code;

/** The bits of {@code co_flags} (Include/code.h of CPython 3.6). */
public final class CodeFlags {
  public static final int OPTIMIZED = 0x1;
  public static final int NEWLOCALS = 0x2;
  public static final int VARARGS = 0x4;
  public static final int VARKEYWORDS = 0x8;
  public static final int NESTED = 0x10;
  public static final int GENERATOR = 0x20;
  public static final int NOFREE = 0x40;
  public static final int COROUTINE = 0x80;
  public static final int ITERABLE_COROUTINE = 0x100;
  public static final int ASYNC_GENERATOR = 0x200;
  public static final int FUTURE_DIVISION = 0x2000;
  public static final int FUTURE_ABSOLUTE_IMPORT = 0x4000;
  public static final int FUTURE_WITH_STATEMENT = 0x8000;
  public static final int FUTURE_PRINT_FUNCTION = 0x10000;
  public static final int FUTURE_UNICODE_LITERALS = 0x20000;
  public static final int FUTURE_BARRY_AS_BDFL = 0x40000;
  public static final int FUTURE_GENERATOR_STOP = 0x80000;

  /** Every bit a {@code __future__} import or the caller's own flags can hand to a compilation. */
  public static final int FUTURE_MASK =
      FUTURE_DIVISION
          | FUTURE_ABSOLUTE_IMPORT
          | FUTURE_WITH_STATEMENT
          | FUTURE_PRINT_FUNCTION
          | FUTURE_UNICODE_LITERALS
          | FUTURE_BARRY_AS_BDFL
          | FUTURE_GENERATOR_STOP;

  private CodeFlags() {}
}
