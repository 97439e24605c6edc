package gradus.engine.compiler.ast;

/** The comparisons, each with COMPARE_OP's argument for it. */
public enum CompareOperator {
  LESS(0),
  LESS_EQUAL(1),
  EQUAL(2),
  NOT_EQUAL(3),
  GREATER(4),
  GREATER_EQUAL(5),
  IN(6),
  NOT_IN(7),
  IS(8),
  IS_NOT(9);

  private final int argument;

  CompareOperator(int argument) {
    this.argument = argument;
  }

  public int argument() {
    return argument;
  }
}
