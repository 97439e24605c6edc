package gradus.engine.compiler.ast;

/** The operators that may leave out their second operand. */
public enum BoolOperator {
  AND,
  OR
}
