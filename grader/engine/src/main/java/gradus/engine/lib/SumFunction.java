package gradus.engine.lib;

import gradus.engine.object.Ints;
import gradus.engine.object.Numbers;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import java.math.BigInteger;

/**
 * {@code sum} (builtin_sum in Python/bltinmodule.c): as long as ints or floats come, no object is
 * made of the sum so far.
 */
final class SumFunction {

  private final Space py;

  SumFunction(Space py) {
    this.py = py;
  }

  long call(long self, long args, int count, long names) {
    py.arguments.noKeywords("sum", names);
    py.arguments.unpack("sum", count, 1, 2);
    long iterator = py.items.iter(py.arguments.get(args, 0));
    try {
      return sum(iterator, count == 1 ? py.ints.of(0) : start(py.arguments.get(args, 1)));
    } finally {
      py.decref(iterator);
    }
  }

  private long start(long value) {
    if (py.strs.is(value)) {
      throw refused("strings", "''");
    }
    if (py.bytes.is(value)) {
      throw refused("bytes", "b''");
    }
    if (py.byteArrays.is(value)) {
      throw refused("bytearray", "b''");
    }
    return py.own(value);
  }

  private static Raise refused(String what, String separator) {
    return Raise.typeError(
        "sum() can't sum %s [use %s.join(seq) instead]".formatted(what, separator));
  }

  /** Adds all items to a total, whose reference is taken over. */
  private long sum(long iterator, long total) {
    return longValue(total) == Ints.OTHER ? sumOthers(iterator, total) : sumInts(iterator, total);
  }

  /** An int's value, as long as it is exactly an int and fits. */
  private long longValue(long object) {
    long value = py.ints.shortValue(object);
    if (value != Ints.OTHER || py.typeOf(object) != py.types.integer) {
      return value;
    }
    BigInteger large = py.ints.value(object);
    return large.bitLength() < Long.SIZE ? large.longValue() : Ints.OTHER;
  }

  private long sumInts(long iterator, long start) {
    long sum = longValue(start);
    py.decref(start);
    for (long item = py.items.next(iterator); item != 0; item = py.items.next(iterator)) {
      long value = longValue(item);
      long next = sum + value;
      boolean overflows = ((next ^ sum) & (next ^ value)) < 0;
      if (value == Ints.OTHER || overflows) {
        return sumOthers(iterator, added(py.ints.of(sum), item));
      }
      sum = next;
      py.decref(item);
    }
    return py.ints.of(sum);
  }

  private long sumOthers(long iterator, long total) {
    return py.typeOf(total) == py.types.floating
        ? sumFloats(iterator, total)
        : sumObjects(iterator, total);
  }

  private long sumFloats(long iterator, long start) {
    double sum = py.floats.value(start);
    py.decref(start);
    for (long item = py.items.next(iterator); item != 0; item = py.items.next(iterator)) {
      long value = longValue(item);
      if (py.typeOf(item) == py.types.floating) {
        sum += py.floats.value(item);
      } else if (value != Ints.OTHER) {
        sum += value;
      } else {
        return sumObjects(iterator, added(py.floats.of(sum), item));
      }
      py.decref(item);
    }
    return py.floats.of(sum);
  }

  private long sumObjects(long iterator, long start) {
    long total = start;
    for (long item = next(iterator, total); item != 0; item = next(iterator, total)) {
      total = added(total, item);
    }
    return total;
  }

  /** The next item, or 0; the total is let go of if there is an error instead. */
  private long next(long iterator, long total) {
    try {
      return py.items.next(iterator);
    } catch (Raise raise) {
      py.decref(total);
      throw raise;
    }
  }

  /** The sum of two objects, whose references are taken over. */
  private long added(long total, long item) {
    try {
      return py.numbers.binary(Numbers.Op.ADD, total, item);
    } finally {
      py.decref(total);
      py.decref(item);
    }
  }
}
