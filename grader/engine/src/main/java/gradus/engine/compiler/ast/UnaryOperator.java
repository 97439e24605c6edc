package gradus.engine.compiler.ast;

/** The operators with one operand. */
public enum UnaryOperator {
  INVERT,
  NOT,
  PLUS,
  MINUS
}
