package gradus.engine.object;

import gradus.engine.memory.Memory;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Comparing, hashing and truth of any object (Objects/object.c). */
public final class Comparisons {

  public static final int LT = 0;
  public static final int LE = 1;
  public static final int EQ = 2;
  public static final int NE = 3;
  public static final int GT = 4;
  public static final int GE = 5;

  static final List<String> NAMES =
      List.of("__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__");
  private static final List<String> SYMBOLS = List.of("<", "<=", "==", "!=", ">", ">=");
  private static final int[] SWAPPED = {GT, GE, EQ, NE, LT, LE};
  private static final int COMPARE = Slots.type("tp_richcompare");
  private static final int HASH = Slots.type("tp_hash");
  private static final int BOOL = Slots.number("nb_bool");

  private final Space py;
  private final Memory memory;

  /** The tp_hash of types that cannot be hashed. */
  final long notHashable;

  Comparisons(Space py) {
    this.py = py;
    memory = py.memory;
    notHashable = py.code.define("PyObject_HashNotImplemented", (Unary) this::refuse);
  }

  private long refuse(long object) {
    throw Raise.typeError("unhashable type: '%s'".formatted(py.typeName(object)));
  }

  /** {@code left op right}. */
  public long compare(long left, long right, int op) {
    py.exceptions.enter(" in comparison");
    try {
      return dispatch(left, right, op);
    } finally {
      py.exceptions.leave();
    }
  }

  private long dispatch(long left, long right, int op) {
    long leftType = py.typeOf(left);
    long rightType = py.typeOf(right);
    long first = memory.load64(leftType + COMPARE);
    long second = memory.load64(rightType + COMPARE);
    boolean reflectedFirst =
        leftType != rightType && second != 0 && py.typeObjects.isSubtype(rightType, leftType);
    if (reflectedFirst) {
      long result = py.code.ternary(second).call(right, left, SWAPPED[op]);
      if (result != py.notImplemented) {
        return result;
      }
      py.decref(result);
    }
    if (first != 0) {
      long result = py.code.ternary(first).call(left, right, op);
      if (result != py.notImplemented) {
        return result;
      }
      py.decref(result);
    }
    if (!reflectedFirst && second != 0) {
      long result = py.code.ternary(second).call(right, left, SWAPPED[op]);
      if (result != py.notImplemented) {
        return result;
      }
      py.decref(result);
    }
    return byIdentity(left, right, op);
  }

  private long byIdentity(long left, long right, int op) {
    if (op == EQ || op == NE) {
      return py.bool((left == right) == (op == EQ));
    }
    throw Raise.typeError(
        "'%s' not supported between instances of '%s' and '%s'"
            .formatted(SYMBOLS.get(op), py.typeName(left), py.typeName(right)));
  }

  /**
   * Whether a comparison holds of two ints, floats or strs, or of tuples of them, of exactly these
   * types: 1 or 0; −1 where the slots have to be asked.
   */
  public int plain(long left, long right, int op) {
    if (py.exceptions.atLimit()) {
      return -1;
    }
    long one = py.ints.shortValue(left);
    if (one != Ints.OTHER) {
      long other = py.ints.shortValue(right);
      return other == Ints.OTHER ? -1 : number(holds(Long.compare(one, other), op));
    }
    return plainOthers(left, right, op);
  }

  // Apart from the rest, so that HotSpot can inline that.
  private int plainOthers(long left, long right, int op) {
    long type = py.typeOf(left);
    if (py.typeOf(right) != type) {
      return -1;
    }
    if (type == py.types.floating) {
      return number(holds(py.floats.value(left), py.floats.value(right), op));
    }
    if (type == py.types.str && (op == EQ || op == NE)) {
      return number(py.strs.equal(left, right) == (op == EQ));
    }
    return type == py.types.tuple && !py.exceptions.atLimit(1) ? tuples(left, right, op) : -1;
  }

  /** The same for tuples, which their first items that differ decide; not for tuples in them. */
  private int tuples(long left, long right, int op) {
    int leftSize = py.tuples.size(left);
    int rightSize = py.tuples.size(right);
    for (int index = 0; index < leftSize && index < rightSize; index++) {
      long one = py.tuples.get(left, index);
      long other = py.tuples.get(right, index);
      if (one != other) {
        int same = py.typeOf(one) == py.types.tuple ? -1 : plain(one, other, EQ);
        if (same != 1) {
          return same == 0 ? plain(one, other, op) : -1;
        }
      }
    }
    return number(holds(Integer.compare(leftSize, rightSize), op));
  }

  private static int number(boolean truth) {
    return truth ? 1 : 0;
  }

  /** Whether a comparison is true; identical objects are equal without being asked. */
  public boolean is(long left, long right, int op) {
    if (left == right && (op == EQ || op == NE)) {
      return op == EQ;
    }
    int holds = plain(left, right, op);
    if (holds >= 0) {
      return holds != 0;
    }
    long result = compare(left, right, op);
    try {
      return truth(result);
    } finally {
      py.decref(result);
    }
  }

  public boolean equal(long left, long right) {
    return is(left, right, EQ);
  }

  /** What a comparison of two numbers, by their order, means for an operator. */
  public static boolean holds(int order, int op) {
    return switch (op) {
      case LT -> order < 0;
      case LE -> order <= 0;
      case EQ -> order == 0;
      case NE -> order != 0;
      case GT -> order > 0;
      default -> order >= 0;
    };
  }

  /** The same for floats: none but the difference holds where one is not a number. */
  public static boolean holds(double left, double right, int op) {
    return switch (op) {
      case LT -> left < right;
      case LE -> left <= right;
      case EQ -> left == right;
      case NE -> left != right;
      case GT -> left > right;
      default -> left >= right;
    };
  }

  /**
   * What a comparison of two sets means for an operator, by their sizes and by whether each holds
   * all of the other.
   */
  public static boolean holdsOfSets(
      long left, long right, BooleanSupplier leftInRight, BooleanSupplier rightInLeft, int op) {
    return switch (op) {
      case EQ -> left == right && leftInRight.getAsBoolean();
      case NE -> left != right || !leftInRight.getAsBoolean();
      case LT -> left < right && leftInRight.getAsBoolean();
      case LE -> left <= right && leftInRight.getAsBoolean();
      case GT -> left > right && rightInLeft.getAsBoolean();
      default -> left >= right && rightInLeft.getAsBoolean();
    };
  }

  /** {@code hash(object)}. */
  public long hash(long object) {
    long type = py.typeOf(object);
    if (type == py.types.str) {
      return py.strs.hash(object);
    }
    if (type == py.types.integer && py.ints.hasOneDigit(object)) {
      long value = py.ints.digitValue(object);
      return value == -1 ? -2 : value;
    }
    return py.code.unary(memory.load64(type + HASH)).call(object);
  }

  /** The hash of an object that has no other: its address without the bits that are always 0. */
  public static long identityHash(long object) {
    return Long.rotateRight(object, 4);
  }

  /** {@code bool(object)}. */
  public boolean truth(long object) {
    if (object == py.yes) {
      return true;
    }
    if (object == py.no || object == py.none) {
      return false;
    }
    long type = py.typeOf(object);
    long number = py.numbers.slot(type, BOOL);
    if (number != 0) {
      return py.code.unary(number).call(object) != 0;
    }
    long length = py.items.lengthSlot(type);
    return length == 0 || py.code.unary(length).call(object) != 0;
  }
}
