package gradus.engine.compiler.ast;

/** The operators with two operands. */
public enum BinaryOperator {
  ADD,
  SUBTRACT,
  MULTIPLY,
  MATRIX_MULTIPLY,
  DIVIDE,
  MODULO,
  POWER,
  LEFT_SHIFT,
  RIGHT_SHIFT,
  OR,
  XOR,
  AND,
  FLOOR_DIVIDE
}
