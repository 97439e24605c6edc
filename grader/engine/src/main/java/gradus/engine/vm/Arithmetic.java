package gradus.engine.vm;

import gradus.engine.object.Comparisons;
import gradus.engine.object.Floats;
import gradus.engine.object.Ints;
import gradus.engine.object.Space;

/**
 * Operators on two ints, or two floats, of exactly these types, without a look at their slots. Each
 * gives a new reference, or 0 where the slots have to be asked: for other types, for ints of many
 * digits, for what raises.
 */
final class Arithmetic {

  private final Space py;
  private final Ints ints;
  private final Floats floats;

  Arithmetic(Space py) {
    this.py = py;
    ints = py.ints;
    floats = py.floats;
  }

  private boolean floats(long left, long right) {
    return floats.isExact(left) && floats.isExact(right);
  }

  long add(long left, long right) {
    long one = ints.shortValue(left);
    if (one != Ints.OTHER) {
      long other = ints.shortValue(right);
      return other != Ints.OTHER ? ints.of(one + other) : 0;
    }
    return floats(left, right) ? floats.of(floats.value(left) + floats.value(right)) : 0;
  }

  long subtract(long left, long right) {
    long one = ints.shortValue(left);
    if (one != Ints.OTHER) {
      long other = ints.shortValue(right);
      return other != Ints.OTHER ? ints.of(one - other) : 0;
    }
    return floats(left, right) ? floats.of(floats.value(left) - floats.value(right)) : 0;
  }

  long multiply(long left, long right) {
    long one = ints.shortValue(left);
    if (one != Ints.OTHER) {
      long other = ints.shortValue(right);
      return Ints.isDigit(one) && Ints.isDigit(other) ? ints.of(one * other) : 0;
    }
    return floats(left, right) ? floats.of(floats.value(left) * floats.value(right)) : 0;
  }

  long trueDivide(long left, long right) {
    if (floats(left, right) && floats.value(right) != 0) {
      return floats.of(floats.value(left) / floats.value(right));
    }
    long one = ints.shortValue(left);
    long other = ints.shortValue(right);
    return Ints.isDigit(one) && Ints.isDigit(other) && other != 0
        ? floats.of((double) one / other)
        : 0;
  }

  long floorDivide(long left, long right) {
    long one = ints.shortValue(left);
    long other = ints.shortValue(right);
    return one != Ints.OTHER && other != Ints.OTHER && other != 0
        ? ints.of(Math.floorDiv(one, other))
        : 0;
  }

  long remainder(long left, long right) {
    long one = ints.shortValue(left);
    long other = ints.shortValue(right);
    return one != Ints.OTHER && other != Ints.OTHER && other != 0
        ? ints.of(Math.floorMod(one, other))
        : 0;
  }

  long and(long left, long right) {
    long one = ints.shortValue(left);
    long other = ints.shortValue(right);
    return one != Ints.OTHER && other != Ints.OTHER ? ints.of(one & other) : 0;
  }

  long or(long left, long right) {
    long one = ints.shortValue(left);
    long other = ints.shortValue(right);
    return one != Ints.OTHER && other != Ints.OTHER ? ints.of(one | other) : 0;
  }

  long xor(long left, long right) {
    long one = ints.shortValue(left);
    long other = ints.shortValue(right);
    return one != Ints.OTHER && other != Ints.OTHER ? ints.of(one ^ other) : 0;
  }

  long leftShift(long left, long right) {
    long one = ints.shortValue(left);
    long count = ints.shortValue(right);
    return Ints.isDigit(one) && count >= 0 && count < 32 ? ints.of(one << count) : 0;
  }

  long rightShift(long left, long right) {
    long one = ints.shortValue(left);
    long count = ints.shortValue(right);
    return one != Ints.OTHER && count >= 0 && count < Long.SIZE ? ints.of(one >> count) : 0;
  }

  /** A comparison by one of the operators of {@link Comparisons}. */
  long compare(long left, long right, int op) {
    int holds = py.comparisons.plain(left, right, op);
    return holds < 0 ? 0 : py.bool(holds != 0);
  }

  /** A power of a positive float that is another. */
  long power(long left, long right) {
    if (!floats(left, right) || floats.value(left) <= 0) {
      return 0;
    }
    double power = Math.pow(floats.value(left), floats.value(right));
    return power < Double.POSITIVE_INFINITY ? floats.of(power) : 0;
  }
}
