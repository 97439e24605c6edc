package gradus.engine.object;

/** The bits of {@code tp_flags} (Include/object.h). */
public final class TypeFlags {

  public static final long HAVE_FINALIZE = 1;
  public static final long HEAP_TYPE = 1L << 9;
  public static final long BASE_TYPE = 1L << 10;
  public static final long READY = 1L << 12;
  public static final long HAVE_GC = 1L << 14;
  public static final long HAVE_VERSION_TAG = 1L << 18;
  public static final long IS_ABSTRACT = 1L << 20;
  public static final long LONG = 1L << 24;
  public static final long LIST = 1L << 25;
  public static final long TUPLE = 1L << 26;
  public static final long BYTES = 1L << 27;
  public static final long STR = 1L << 28;
  public static final long DICT = 1L << 29;
  public static final long EXCEPTION = 1L << 30;
  public static final long TYPE = 1L << 31;

  /** The bits that say which built-in type a type descends from. */
  static final long SUBCLASSES = LONG | LIST | TUPLE | BYTES | STR | DICT | EXCEPTION | TYPE;

  private TypeFlags() {}
}
