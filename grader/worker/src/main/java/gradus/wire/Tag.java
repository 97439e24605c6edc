package gradus.wire;

/** What a value on the wire is: its first byte, the position in this list. */
enum Tag {
  NULL("null"),
  FALSE("a boolean"),
  TRUE("a boolean"),
  /** Eight bytes: an int or a long. */
  INTEGER("an integer"),
  /** The eight bytes of the IEEE 754 value, a NaN's own bits kept. */
  DOUBLE("a double"),
  /**
   * u1 bytes per char (1: Latin-1, 2: UTF-16), u4 length in chars, the chars; nothing is lost or
   * replaced.
   */
  STRING("a string"),
  BYTES("a byte[]"),
  LONGS("a long[]"),
  INTS("an int[]"),
  DOUBLES("a double[]"),
  /** u4 count, the elements. */
  LIST("a list"),
  /** u2 place in the table, the components in order. */
  RECORD("a record"),
  /** u2 place in the table, u2 ordinal. */
  ENUM("an enum constant"),
  /**
   * An object of the sender: u2 place of its interface in the table, u4 the sender's number for it.
   */
  SENDERS("an object"),
  /** An object of the receiver, handed over earlier: u4 the receiver's number for it. */
  RECEIVERS("an object"),
  /** Class, message, PyError type, frames. */
  ERROR("an error");

  private static final Tag[] ALL = values();

  final String words;

  Tag(String words) {
    this.words = words;
  }

  /** The byte on the wire; {@link #of} is its inverse, and both ends are of one build. */
  @SuppressWarnings("EnumOrdinal")
  int code() {
    return ordinal();
  }

  static Tag of(int code) {
    if (code >= ALL.length) {
      throw new ProtocolViolation("a value began with the unknown tag " + code);
    }
    return ALL[code];
  }
}
