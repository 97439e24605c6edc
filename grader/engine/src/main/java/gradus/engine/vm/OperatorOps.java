package gradus.engine.vm;

import gradus.engine.memory.Memory;
import gradus.engine.object.Ints;
import gradus.engine.object.Numbers.Op;
import gradus.engine.object.References;
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
  private final References refs;
  private final Ints ints;
  private final Arithmetic arithmetic;
  private final StrAppending strAppending;
  private final long listType;

  OperatorOps(Machine machine) {
    this.machine = machine;
    py = machine.py;
    memory = py.memory;
    refs = py.refs;
    ints = py.ints;
    arithmetic = new Arithmetic(py);
    strAppending = new StrAppending(machine);
    listType = py.types.list;
  }

  /** Puts a result in the place of two operands. */
  private long replaceTwo(long sp, long left, long right, long result) {
    memory.store64(sp - 16, result);
    if (memory.add64(left, -1) == 0) {
      refs.dealloc(left);
    }
    if (memory.add64(right, -1) == 0) {
      refs.dealloc(right);
    }
    return sp - 8;
  }

  /** The sum; the instruction that follows tells where it will go. */
  long add(long frame, long sp, int next) {
    long left = memory.load64(sp - 16);
    long right = memory.load64(sp - 8);
    long sum = arithmetic.add(left, right);
    if (sum != 0) {
      return replaceTwo(sp, left, right, sum);
    }
    return strs(left, right) ? strAppending.concatenate(frame, sp, next) : binary(sp, Op.ADD);
  }

  long inPlaceAdd(long frame, long sp, int next) {
    long left = memory.load64(sp - 16);
    long right = memory.load64(sp - 8);
    long sum = arithmetic.add(left, right);
    if (sum != 0) {
      return replaceTwo(sp, left, right, sum);
    }
    return strs(left, right) ? strAppending.concatenate(frame, sp, next) : inPlace(sp, Op.ADD);
  }

  /** Whether the two values on top are strs. */
  boolean areStrs(long sp) {
    return strs(memory.load64(sp - 16), memory.load64(sp - 8));
  }

  /** Joins the two strs on top. */
  void join(long frame, long sp, int next) {
    strAppending.concatenate(frame, sp, next);
  }

  private boolean strs(long left, long right) {
    return py.typeOf(left) == py.types.str && py.typeOf(right) == py.types.str;
  }

  long subtract(long sp, boolean inPlace) {
    long left = memory.load64(sp - 16);
    long right = memory.load64(sp - 8);
    long difference = arithmetic.subtract(left, right);
    return difference != 0
        ? replaceTwo(sp, left, right, difference)
        : general(sp, Op.SUBTRACT, inPlace);
  }

  long multiply(long sp, boolean inPlace) {
    long left = memory.load64(sp - 16);
    long right = memory.load64(sp - 8);
    long product = arithmetic.multiply(left, right);
    return product != 0 ? replaceTwo(sp, left, right, product) : general(sp, Op.MULTIPLY, inPlace);
  }

  long trueDivide(long sp, boolean inPlace) {
    long left = memory.load64(sp - 16);
    long right = memory.load64(sp - 8);
    long quotient = arithmetic.trueDivide(left, right);
    return quotient != 0
        ? replaceTwo(sp, left, right, quotient)
        : general(sp, Op.TRUE_DIVIDE, inPlace);
  }

  long floorDivide(long sp, boolean inPlace) {
    long left = memory.load64(sp - 16);
    long right = memory.load64(sp - 8);
    long quotient = arithmetic.floorDivide(left, right);
    return quotient != 0
        ? replaceTwo(sp, left, right, quotient)
        : general(sp, Op.FLOOR_DIVIDE, inPlace);
  }

  long remainder(long sp, boolean inPlace) {
    long left = memory.load64(sp - 16);
    long right = memory.load64(sp - 8);
    long rest = arithmetic.remainder(left, right);
    return rest != 0 ? replaceTwo(sp, left, right, rest) : general(sp, Op.REMAINDER, inPlace);
  }

  long and(long sp, boolean inPlace) {
    long left = memory.load64(sp - 16);
    long right = memory.load64(sp - 8);
    long bits = arithmetic.and(left, right);
    return bits != 0 ? replaceTwo(sp, left, right, bits) : general(sp, Op.AND, inPlace);
  }

  long or(long sp, boolean inPlace) {
    long left = memory.load64(sp - 16);
    long right = memory.load64(sp - 8);
    long bits = arithmetic.or(left, right);
    return bits != 0 ? replaceTwo(sp, left, right, bits) : general(sp, Op.OR, inPlace);
  }

  long xor(long sp, boolean inPlace) {
    long left = memory.load64(sp - 16);
    long right = memory.load64(sp - 8);
    long bits = arithmetic.xor(left, right);
    return bits != 0 ? replaceTwo(sp, left, right, bits) : general(sp, Op.XOR, inPlace);
  }

  long leftShift(long sp, boolean inPlace) {
    long left = memory.load64(sp - 16);
    long right = memory.load64(sp - 8);
    long shifted = arithmetic.leftShift(left, right);
    return shifted != 0
        ? replaceTwo(sp, left, right, shifted)
        : general(sp, Op.LEFT_SHIFT, inPlace);
  }

  long rightShift(long sp, boolean inPlace) {
    long left = memory.load64(sp - 16);
    long right = memory.load64(sp - 8);
    long shifted = arithmetic.rightShift(left, right);
    return shifted != 0
        ? replaceTwo(sp, left, right, shifted)
        : general(sp, Op.RIGHT_SHIFT, inPlace);
  }

  private long general(long sp, Op op, boolean inPlace) {
    return inPlace ? inPlace(sp, op) : binary(sp, op);
  }

  long binary(long sp, Op op) {
    long left = memory.load64(sp - 16);
    long right = memory.load64(sp - 8);
    return replaceTwo(sp, left, right, py.numbers.binary(op, left, right));
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

  /** The truth of a value that was taken off the stack, which is let go. */
  boolean popTruth(long value) {
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
      result = arithmetic.compare(left, right, op);
      result = result != 0 ? result : py.comparisons.compare(left, right, op);
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
    long item = listItem(container, key);
    return replaceTwo(sp, container, key, item != 0 ? item : py.items.get(container, key));
  }

  /** The item of a list at an index that it has, or 0. */
  long listItem(long container, long key) {
    if (py.typeOf(container) != listType) {
      return 0;
    }
    long index = index(key, py.listOps.size(container));
    return index >= 0 ? py.own(memory.load64(py.listOps.items(container) + 8 * index)) : 0;
  }

  /** The index that an int means among so many items; negative if there is none. */
  private long index(long key, long size) {
    long index = ints.shortValue(key);
    index += index < 0 ? size : 0;
    return index < size ? index : -1;
  }

  /** The character of a str at an index that it has, if it exists as a str; otherwise 0. */
  long character(long str, long key) {
    long index = index(key, py.strs.length(str));
    return index >= 0 ? py.strs.known(str, (int) index) : 0;
  }

  /** {@code container[key] = value}. */
  long storeItem(long sp) {
    long key = memory.load64(sp - 8);
    long container = memory.load64(sp - 16);
    long value = memory.load64(sp - 24);
    long old = replaceItem(container, key, value);
    if (old == 0) {
      return setItem(sp, true);
    }
    py.decref(old);
    py.decref(value);
    py.decref(container);
    py.decref(key);
    return sp - 24;
  }

  /**
   * Puts a value in the place of another in a list or dict, and returns the other's reference; 0,
   * and nothing happens, where that might run Python code.
   */
  long replaceItem(long container, long key, long value) {
    long type = py.typeOf(container);
    if (type == py.types.dict) {
      return py.dicts.replacePlain(container, key, value);
    }
    if (type != listType) {
      return 0;
    }
    long index = index(key, py.listOps.size(container));
    if (index < 0) {
      return 0;
    }
    long place = py.listOps.items(container) + 8 * index;
    long old = memory.load64(place);
    if (old != 0) {
      py.incref(value);
      memory.store64(place, value);
    }
    return old;
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
