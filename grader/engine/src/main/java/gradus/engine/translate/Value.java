package gradus.engine.translate;

/**
 * A place of the value stack while a method is written.
 *
 * @param index which variable, register or constant
 */
record Value(Kind kind, int index) {

  /** Who holds the reference, and where it lies. */
  enum Kind {
    /** In the frame, where the interpreter would have put it. */
    FRAME,
    /** In a variable of the JVM; its reference is the stack's own. */
    REGISTER,
    /** What a local variable of the frame holds; the reference is that variable's. */
    VARIABLE,
    /** A constant; the reference is the code object's. */
    CONSTANT
  }

  static final Value IN_FRAME = new Value(Kind.FRAME, 0);

  static Value register(int index) {
    return new Value(Kind.REGISTER, index);
  }

  static Value variable(int index) {
    return new Value(Kind.VARIABLE, index);
  }

  static Value constant(int index) {
    return new Value(Kind.CONSTANT, index);
  }

  boolean isOwned() {
    return kind == Kind.FRAME || kind == Kind.REGISTER;
  }

  boolean isVariable(int other) {
    return kind == Kind.VARIABLE && index == other;
  }
}
