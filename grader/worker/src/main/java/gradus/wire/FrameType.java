package gradus.wire;

/** What a frame asks or answers: its type byte, the position in this list. */
enum FrameType {
  /**
   * To the worker, once: version, caps, names of the table; answered by the table's fingerprint.
   */
  START,
  /** To the worker: make an object of a student's class. */
  MAKE,
  /** Both ways: call a method of an object that was handed over. */
  CALL,
  /** To the worker: forget all objects; answered by the number of threads left over. */
  END,
  /** The request's answer: one value. */
  RETURN,
  /** The request ended in an exception: one error. */
  THROW,
  /** From the worker: it cannot go on, for the reason given, and is about to end. */
  REFUSE,
  /**
   * To the worker: make several calls, one after the other; answered by as many values or errors.
   */
  CALLS,
  /** To the worker: take some of the student's classes; answered by how many there are now. */
  CLASSES,
  /** To the worker: make an understudy of a contract. */
  UNDERSTUDY,
  /** To the worker: run a program such as students write; answered by its result. */
  PRACTISE;

  private static final FrameType[] ALL = values();

  /** The byte on the wire; {@link #of} is its inverse, and both ends are of one build. */
  @SuppressWarnings("EnumOrdinal")
  int code() {
    return ordinal();
  }

  static FrameType of(int code) {
    if (code >= ALL.length) {
      throw new ProtocolViolation("a frame of the unknown type " + code + " came");
    }
    return ALL[code];
  }
}
