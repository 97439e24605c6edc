package gradus.engine.process;

/** Numbers in memory, in one of the ways languages lay them out. */
public interface NumberArray {

  /** How many numbers. */
  int length();

  /** The number at an index, read from the bytes. */
  double get(int index);

  /** Tells of the accesses that reading the array's own header takes, if it has one. */
  void readHeader(AccessListener listener);

  /** Tells of the accesses that reading one number takes, in their order. */
  void read(int index, AccessListener listener);

  /** Bytes of everything: header, pointers, numbers; a number that is shared counts once. */
  long footprint();

  /** Tells of the accesses that adding all numbers up takes, from the first to the last. */
  default void walk(AccessListener listener) {
    readHeader(listener);
    for (int index = 0; index < length(); index++) {
      read(index, listener);
    }
  }
}
