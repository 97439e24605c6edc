package gradus.engine.builtin;

import gradus.engine.object.Binary;
import gradus.engine.object.Numbers;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.TypeFlags;
import gradus.engine.object.Unary;

/** The type {@code bool} (Objects/boolobject.c). */
final class BoolType {

  private final Space py;

  /** An operator on two truth values. */
  private interface Logic {
    boolean apply(boolean left, boolean right);
  }

  BoolType(Space py) {
    this.py = py;
  }

  void define() {
    TypeBuilder.of(py, py.types.bool)
        .base(py.types.integer)
        .flags(TypeFlags.LONG)
        .slot("tp_new", (Ternary) this::create)
        .slot("tp_repr", (Unary) this::repr)
        .slot("tp_str", (Unary) this::repr)
        .slot("nb_and", logic((a, b) -> a && b, Numbers.Op.AND))
        .slot("nb_or", logic((a, b) -> a || b, Numbers.Op.OR))
        .slot("nb_xor", logic((a, b) -> a != b, Numbers.Op.XOR));
  }

  private Binary logic(Logic logic, Numbers.Op op) {
    return (left, right) -> {
      if (py.typeOf(left) == py.types.bool && py.typeOf(right) == py.types.bool) {
        return py.bool(logic.apply(left == py.yes, right == py.yes));
      }
      long slot = py.numbers.slot(py.types.integer, op.offset);
      return py.code.binary(slot).call(left, right);
    };
  }

  private long repr(long self) {
    return py.own(py.names.of(self == py.yes ? "True" : "False"));
  }

  private long create(long type, long tuple, long keywords) {
    long[] values = py.arguments.parseTuple("bool", tuple, keywords, 0, "x");
    return py.bool(values[0] != 0 && py.comparisons.truth(values[0]));
  }
}
