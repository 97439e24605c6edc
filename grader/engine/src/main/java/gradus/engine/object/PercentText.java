package gradus.engine.object;

/** What {@code %} formatting makes: str or bytes. */
interface PercentText {

  /** How messages name it. */
  String name();

  /** Whether an object is text itself, so that it is one value and no mapping. */
  boolean isText(long object);

  /** A key of a mapping, as a new reference. */
  long key(String name);

  /**
   * The str or bytes of a conversion that is not one of numbers, as a new reference, or 0; if it is
   * all that comes out, it is the result itself.
   */
  long convert(char type, long value);

  /** The text of what a conversion gave. */
  String text(long converted);

  /** How messages name a conversion of integers. */
  char named(char type);

  /** The value of a real number, with the message for what is none. */
  double real(long value);
}
