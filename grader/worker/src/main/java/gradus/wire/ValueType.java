package gradus.wire;

/** How the values of one declared type cross the wire; both ends check each value against it. */
interface ValueType {
  /**
   * Writes one value.
   *
   * @throws ProtocolViolation if it is not of this type or exceeds a cap
   */
  void write(Output out, @Nullable Object value);

  /**
   * Reads one value.
   *
   * @throws ProtocolViolation if what came is not a value of this type
   */
  @Nullable
  Object read(Input in);

  /** A value's class as a sentence names it. */
  static String nameOf(@Nullable Object value) {
    return value == null ? "null" : value.getClass().getTypeName();
  }
}
