package gradus.engine.lib;

import gradus.engine.object.Comparisons;
import gradus.engine.object.Numbers;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.vm.Modules;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/** The module {@code operator}: operators as functions (Modules/_operator.c). */
final class OperatorModule {

  private static final Map<String, Numbers.Op> ARITHMETIC = new LinkedHashMap<>();
  private static final Map<String, Integer> COMPARISONS =
      Map.of(
          "lt", Comparisons.LT,
          "le", Comparisons.LE,
          "eq", Comparisons.EQ,
          "ne", Comparisons.NE,
          "gt", Comparisons.GT,
          "ge", Comparisons.GE);

  private static final Set<String> C_NAMES =
      Set.of(
          "is_", "is_not", "contains", "countOf", "indexOf", "getitem", "delitem", "pow", "ipow");

  static {
    ARITHMETIC.put("add", Numbers.Op.ADD);
    ARITHMETIC.put("sub", Numbers.Op.SUBTRACT);
    ARITHMETIC.put("mul", Numbers.Op.MULTIPLY);
    ARITHMETIC.put("mod", Numbers.Op.REMAINDER);
    ARITHMETIC.put("lshift", Numbers.Op.LEFT_SHIFT);
    ARITHMETIC.put("rshift", Numbers.Op.RIGHT_SHIFT);
    ARITHMETIC.put("and_", Numbers.Op.AND);
    ARITHMETIC.put("xor", Numbers.Op.XOR);
    ARITHMETIC.put("or_", Numbers.Op.OR);
    ARITHMETIC.put("floordiv", Numbers.Op.FLOOR_DIVIDE);
    ARITHMETIC.put("truediv", Numbers.Op.TRUE_DIVIDE);
    ARITHMETIC.put("matmul", Numbers.Op.MATRIX_MULTIPLY);
  }

  private final Python python;
  private final Space py;

  OperatorModule(Python python) {
    this.python = python;
    py = python.py;
  }

  void fill(Modules modules, long module) {
    COMPARISONS.forEach(
        (name, op) -> binary(modules, module, name, (a, b) -> py.comparisons.compare(a, b, op)));
    ARITHMETIC.forEach((name, op) -> arithmetic(modules, module, name, op));
    binary(modules, module, "pow", (a, b) -> py.numbers.power(a, b, py.none));
    binary(modules, module, "ipow", (a, b) -> py.numbers.inPlacePower(a, b));
    unary(modules, module, "neg", a -> py.numbers.unary("nb_negative", "unary -", a));
    unary(modules, module, "pos", a -> py.numbers.unary("nb_positive", "unary +", a));
    unary(modules, module, "abs", a -> py.numbers.unary("nb_absolute", "abs()", a));
    unary(modules, module, "invert", a -> py.numbers.unary("nb_invert", "unary ~", a));
    unary(modules, module, "inv", a -> py.numbers.unary("nb_invert", "unary ~", a));
    unary(modules, module, "index", py.numbers::index);
    unary(modules, module, "not_", a -> py.bool(!py.comparisons.truth(a)));
    modules.function(
        module,
        "truth",
        1,
        1,
        (self, args, n, k) -> py.bool(py.comparisons.truth(py.arguments.get(args, 0))));
    plainBinary(modules, module, "is_", (a, b) -> py.bool(a == b));
    plainBinary(modules, module, "is_not", (a, b) -> py.bool(a != b));
    sequences(modules, module);
    new OperatorGetters(python).fill(modules, module);
  }

  private void arithmetic(Modules modules, long module, String name, Numbers.Op op) {
    binary(modules, module, name, (a, b) -> py.numbers.binary(op, a, b));
    String plain = name.replace("_", "");
    binary(modules, module, "i" + plain, (a, b) -> py.numbers.inPlace(op, a, b));
  }

  private void sequences(Modules modules, long module) {
    binary(modules, module, "concat", (a, b) -> concatenate(a, b, false));
    binary(modules, module, "iconcat", (a, b) -> concatenate(a, b, true));
    binary(modules, module, "contains", (a, b) -> py.bool(py.items.contains(a, b)));
    binary(modules, module, "getitem", py.items::get);
    binary(modules, module, "delitem", (a, b) -> setItem(a, b, 0));
    plainBinary(modules, module, "countOf", (a, b) -> search(a, b, false));
    plainBinary(modules, module, "indexOf", (a, b) -> search(a, b, true));
    modules.function(
        module,
        "setitem",
        3,
        3,
        (self, args, n, k) ->
            setItem(
                py.arguments.get(args, 0), py.arguments.get(args, 1), py.arguments.get(args, 2)));
    alias(modules, module, "__setitem__", "setitem");
    modules.function(module, "length_hint", this::lengthHint);
  }

  private void unary(Modules modules, long module, String name, LongUnaryOperator body) {
    modules.function(
        module, name, 1, 1, (self, args, n, k) -> body.applyAsLong(py.arguments.get(args, 0)));
    alias(modules, module, "__" + name.replace("_", "") + "__", name);
  }

  private void binary(Modules modules, long module, String name, LongBinaryOperator body) {
    plainBinary(modules, module, name, body);
    alias(modules, module, "__" + name.replace("_", "") + "__", name);
  }

  private void plainBinary(Modules modules, long module, String name, LongBinaryOperator body) {
    // CPython's messages show the name of the C function.
    String shown = C_NAMES.contains(name) ? name : "op_" + name;
    modules.function(
        module,
        name,
        (self, args, count, names) -> {
          py.arguments.noKeywords(name, names);
          py.arguments.unpack(shown, count, 2, 2);
          return body.applyAsLong(py.arguments.get(args, 0), py.arguments.get(args, 1));
        });
  }

  private void alias(Modules modules, long module, String name, String original) {
    long dict = modules.dict(module);
    py.dicts.setName(dict, name, py.dicts.getName(dict, py.names.of(original)));
  }

  private long setItem(long object, long key, long value) {
    py.items.set(object, key, value);
    return py.newNone();
  }

  private long concatenate(long left, long right, boolean inPlace) {
    if (!py.items.isSequence(left)) {
      throw Raise.typeError("'%s' object can't be concatenated".formatted(py.typeName(left)));
    }
    return inPlace
        ? py.numbers.inPlace(Numbers.Op.ADD, left, right)
        : py.numbers.binary(Numbers.Op.ADD, left, right);
  }

  /** How often an iterable has an item, or where it has it first. */
  private long search(long iterable, long wanted, boolean first) {
    if (!py.calls.hasSpecial(iterable, "__iter__") && !py.items.isSequence(iterable)) {
      throw Raise.typeError(
          "argument of type '%s' is not iterable".formatted(py.typeName(iterable)));
    }
    long iterator = py.items.iter(iterable);
    long index = 0;
    long count = 0;
    try {
      for (long item = py.items.next(iterator); item != 0; item = py.items.next(iterator)) {
        boolean same;
        try {
          same = py.comparisons.equal(item, wanted);
        } finally {
          py.decref(item);
        }
        if (same && first) {
          return py.ints.of(index);
        }
        count += same ? 1 : 0;
        index++;
      }
    } finally {
      py.decref(iterator);
    }
    if (first) {
      throw Raise.valueError("sequence.index(x): x not in sequence");
    }
    return py.ints.of(count);
  }

  private long lengthHint(long self, long args, int count, long names) {
    py.arguments.noKeywords("length_hint", names);
    py.arguments.count("length_hint", count, 1, 2);
    long otherwise = count == 2 ? py.numbers.size(py.arguments.get(args, 1)) : 0;
    return py.ints.of(py.items.lengthHint(py.arguments.get(args, 0), otherwise));
  }
}
