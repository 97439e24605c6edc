package gradus.engine.vm;

import gradus.engine.memory.Memory;
import gradus.engine.object.Comparisons;
import gradus.engine.object.Ints;
import gradus.engine.object.Numbers.Op;
import gradus.engine.object.Space;

/** Operators: arithmetic, comparison, subscription, truth. */
final class OperatorOps {

  private static final int IN = 6;
  private static final int NOT_IN = 7;
  private static final int IS = 8;
  private static final int IS_NOT = 9;

  private final Machine machine;
  private final Space py;
  private final Memory memory;
  private final Ints ints;
  private final long intType;
  private final long floatType;
  private final long listType;

  OperatorOps(Machine machine) {
    this.machine = machine;
    py = machine.py;
    memory = py.memory;
    ints = py.ints;
    intType = py.types.integer;
    floatType = py.types.floating;
    listType = py.types.list;
  }

  /** Puts a result in the place of two operands. */
  private long replaceTwo(long sp, long left, long right, long result) {
    memory.store64(sp - 16, result);
    py.decref(left);
    py.decref(right);
    return sp - 8;
  }

  private boolean smallInts(long left, long right) {
    return py.typeOf(left) == intType
        && py.typeOf(right) == intType
        && ints.isShort(left)
        && ints.isShort(right);
  }

  private boolean floats(long left, long right) {
    return py.typeOf(left) == floatType && py.typeOf(right) == floatType;
  }

  long add(long sp) {
    long left = memory.load64(sp - 16);
    long right = memory.load64(sp - 8);
    if (smallInts(left, right)) {
      long sum = ints.of(ints.shortValue(left) + ints.shortValue(right));
      return replaceTwo(sp, left, right, sum);
    }
    if (floats(left, right)) {
      long sum = py.floats.of(py.floats.value(left) + py.floats.value(right));
      return replaceTwo(sp, left, right, sum);
    }
    return binary(sp, Op.ADD);
  }

  long subtract(long sp) {
    long left = memory.load64(sp - 16);
    long right = memory.load64(sp - 8);
    if (smallInts(left, right)) {
      long difference = ints.of(ints.shortValue(left) - ints.shortValue(right));
      return replaceTwo(sp, left, right, difference);
    }
    return binary(sp, Op.SUBTRACT);
  }

  long multiply(long sp) {
    long left = memory.load64(sp - 16);
    long right = memory.load64(sp - 8);
    if (floats(left, right)) {
      long product = py.floats.of(py.floats.value(left) * py.floats.value(right));
      return replaceTwo(sp, left, right, product);
    }
    return binary(sp, Op.MULTIPLY);
  }

  long remainder(long sp) {
    long left = memory.load64(sp - 16);
    long right = memory.load64(sp - 8);
    if (smallInts(left, right) && ints.shortValue(right) > 0) {
      long rest = ints.of(Math.floorMod(ints.shortValue(left), ints.shortValue(right)));
      return replaceTwo(sp, left, right, rest);
    }
    return binary(sp, Op.REMAINDER);
  }

  long binary(long sp, Op op) {
    long left = memory.load64(sp - 16);
    long right = memory.load64(sp - 8);
    return replaceTwo(sp, left, right, py.numbers.binary(op, left, right));
  }

  long inPlaceAdd(long sp) {
    long left = memory.load64(sp - 16);
    long right = memory.load64(sp - 8);
    if (smallInts(left, right)) {
      long sum = ints.of(ints.shortValue(left) + ints.shortValue(right));
      return replaceTwo(sp, left, right, sum);
    }
    return inPlace(sp, Op.ADD);
  }

  long inPlace(long sp, Op op) {
    long left = memory.load64(sp - 16);
    long right = memory.load64(sp - 8);
    return replaceTwo(sp, left, right, py.numbers.inPlace(op, left, right));
  }

  long power(long sp) {
    long left = memory.load64(sp - 16);
    long right = memory.load64(sp - 8);
    return replaceTwo(sp, left, right, py.numbers.power(left, right, py.none));
  }

  long inPlacePower(long sp) {
    long left = memory.load64(sp - 16);
    long right = memory.load64(sp - 8);
    return replaceTwo(sp, left, right, py.numbers.inPlacePower(left, right));
  }

  long unary(long sp, int op) {
    long operand = memory.load64(sp - 8);
    long result =
        switch (op) {
          case Ops.UNARY_NEGATIVE -> py.numbers.unary("nb_negative", "unary -", operand);
          case Ops.UNARY_POSITIVE -> py.numbers.unary("nb_positive", "unary +", operand);
          default -> py.numbers.unary("nb_invert", "unary ~", operand);
        };
    memory.store64(sp - 8, result);
    py.decref(operand);
    return sp;
  }

  long not(long sp) {
    long operand = memory.load64(sp - 8);
    boolean truth = py.comparisons.truth(operand);
    memory.store64(sp - 8, py.bool(!truth));
    py.decref(operand);
    return sp;
  }

  /** The truth of the value just above the stack, which is let go. */
  boolean popTruth(long sp) {
    long value = memory.load64(sp);
    if (value == py.yes || value == py.no) {
      py.decref(value);
      return value == py.yes;
    }
    // The value is not on the stack any more: an exception must not leave it behind.
    try {
      return py.comparisons.truth(value);
    } finally {
      py.decref(value);
    }
  }

  long compare(long sp, int op) {
    long left = memory.load64(sp - 16);
    long right = memory.load64(sp - 8);
    long result;
    if (op < IN) {
      result =
          smallInts(left, right) && !py.exceptions.atLimit()
              ? py.bool(
                  Comparisons.holds(
                      Long.compare(ints.shortValue(left), ints.shortValue(right)), op))
              : py.comparisons.compare(left, right, op);
    } else {
      result = py.bool(test(left, right, op));
    }
    return replaceTwo(sp, left, right, result);
  }

  private boolean test(long left, long right, int op) {
    return switch (op) {
      case IN -> py.items.contains(right, left);
      case NOT_IN -> !py.items.contains(right, left);
      case IS -> left == right;
      case IS_NOT -> left != right;
      default -> machine.raising.matchesClause(left, right);
    };
  }

  long subscript(long sp) {
    long container = memory.load64(sp - 16);
    long key = memory.load64(sp - 8);
    if (py.typeOf(container) == listType && py.typeOf(key) == intType && ints.isShort(key)) {
      long index = ints.shortValue(key);
      long size = py.listOps.size(container);
      index += index < 0 ? size : 0;
      if (index >= 0 && index < size) {
        long item = memory.load64(py.listOps.items(container) + 8 * index);
        py.incref(item);
        return replaceTwo(sp, container, key, item);
      }
    }
    return replaceTwo(sp, container, key, py.items.get(container, key));
  }

  /** {@code container[key] = value}, or {@code del container[key]}. */
  long setItem(long sp, boolean store) {
    long key = memory.load64(sp - 8);
    long container = memory.load64(sp - 16);
    long value = store ? memory.load64(sp - 24) : 0;
    py.items.set(container, key, value);
    if (store) {
      py.decref(value);
    }
    py.decref(container);
    py.decref(key);
    return sp - (store ? 24 : 16);
  }
}
