package gradus.engine.compiler.emit;

import gradus.engine.compiler.ast.BinaryOperator;
import gradus.engine.compiler.ast.UnaryOperator;
import gradus.engine.compiler.code.Opcode;

/** The instructions for operators. */
final class Operations {
  private Operations() {}

  static Opcode of(UnaryOperator operator) {
    return switch (operator) {
      case INVERT -> Opcode.UNARY_INVERT;
      case NOT -> Opcode.UNARY_NOT;
      case PLUS -> Opcode.UNARY_POSITIVE;
      case MINUS -> Opcode.UNARY_NEGATIVE;
    };
  }

  static Opcode of(BinaryOperator operator) {
    return switch (operator) {
      case ADD -> Opcode.BINARY_ADD;
      case SUBTRACT -> Opcode.BINARY_SUBTRACT;
      case MULTIPLY -> Opcode.BINARY_MULTIPLY;
      case MATRIX_MULTIPLY -> Opcode.BINARY_MATRIX_MULTIPLY;
      case DIVIDE -> Opcode.BINARY_TRUE_DIVIDE;
      case MODULO -> Opcode.BINARY_MODULO;
      case POWER -> Opcode.BINARY_POWER;
      case LEFT_SHIFT -> Opcode.BINARY_LSHIFT;
      case RIGHT_SHIFT -> Opcode.BINARY_RSHIFT;
      case OR -> Opcode.BINARY_OR;
      case XOR -> Opcode.BINARY_XOR;
      case AND -> Opcode.BINARY_AND;
      case FLOOR_DIVIDE -> Opcode.BINARY_FLOOR_DIVIDE;
    };
  }

  static Opcode inPlace(BinaryOperator operator) {
    return switch (operator) {
      case ADD -> Opcode.INPLACE_ADD;
      case SUBTRACT -> Opcode.INPLACE_SUBTRACT;
      case MULTIPLY -> Opcode.INPLACE_MULTIPLY;
      case MATRIX_MULTIPLY -> Opcode.INPLACE_MATRIX_MULTIPLY;
      case DIVIDE -> Opcode.INPLACE_TRUE_DIVIDE;
      case MODULO -> Opcode.INPLACE_MODULO;
      case POWER -> Opcode.INPLACE_POWER;
      case LEFT_SHIFT -> Opcode.INPLACE_LSHIFT;
      case RIGHT_SHIFT -> Opcode.INPLACE_RSHIFT;
      case OR -> Opcode.INPLACE_OR;
      case XOR -> Opcode.INPLACE_XOR;
      case AND -> Opcode.INPLACE_AND;
      case FLOOR_DIVIDE -> Opcode.INPLACE_FLOOR_DIVIDE;
    };
  }
}
