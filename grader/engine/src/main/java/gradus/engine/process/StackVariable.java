package gradus.engine.process;

/**
 * A parameter or local variable as a C compiler sees it.
 *
 * @param size bytes; an array's are those of all items
 * @param alignment a power of two, at most 16
 */
public record StackVariable(String name, long size, int alignment) {

  /** A variable of eight bytes: a long or a pointer. */
  public static StackVariable word(String name) {
    return new StackVariable(name, Long.BYTES, Long.BYTES);
  }

  /** A variable of four bytes. */
  public static StackVariable integer(String name) {
    return new StackVariable(name, Integer.BYTES, Integer.BYTES);
  }

  /** An array of doubles. */
  public static StackVariable doubles(String name, int count) {
    return new StackVariable(name, (long) Double.BYTES * count, Double.BYTES);
  }

  /** An array of bytes. */
  public static StackVariable bytes(String name, long count) {
    return new StackVariable(name, count, 1);
  }
}
