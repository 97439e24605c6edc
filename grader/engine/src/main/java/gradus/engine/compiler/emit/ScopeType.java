package gradus.engine.compiler.emit;

/** What a code object is the code of. */
enum ScopeType {
  MODULE,
  CLASS,
  FUNCTION,
  ASYNC_FUNCTION,
  LAMBDA,
  COMPREHENSION;

  /** Whether names of what is defined within show {@code <locals>}. */
  boolean hidesLocals() {
    return this == FUNCTION || this == ASYNC_FUNCTION || this == LAMBDA;
  }

  /** Whether annotations of variables are worked out. */
  boolean keepsAnnotations() {
    return this == MODULE || this == CLASS;
  }
}
