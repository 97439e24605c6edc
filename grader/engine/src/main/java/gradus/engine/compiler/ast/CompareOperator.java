package gradus.engine.compiler.ast;

/** The comparisons, in the order of COMPARE_OP's arguments. */
public enum CompareOperator {
  LESS,
  LESS_EQUAL,
  EQUAL,
  NOT_EQUAL,
  GREATER,
  GREATER_EQUAL,
  IN,
  NOT_IN,
  IS,
  IS_NOT
}
