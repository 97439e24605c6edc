package gradus.engine.lib;

import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import java.math.BigDecimal;

/** Sums without rounding errors: {@code math.fsum}. Every double is a finite decimal fraction. */
final class ExactSum {

  private static final double LARGE = 1e290;

  private final Space py;
  private BigDecimal sum = BigDecimal.ZERO;
  private double special;
  private double infinities;
  private boolean anySpecial;

  ExactSum(Space py) {
    this.py = py;
  }

  double of(long iterable) {
    long iterator = py.items.iter(iterable);
    try {
      for (long item = py.items.next(iterator); item != 0; item = py.items.next(iterator)) {
        try {
          add(py.numbers.toDouble(item));
        } finally {
          py.decref(item);
        }
      }
    } finally {
      py.decref(iterator);
    }
    return anySpecial ? specialSum() : sum.doubleValue();
  }

  private void add(double value) {
    if (Double.isFinite(value)) {
      sum = sum.add(new BigDecimal(value));
      if (Math.abs(value) > LARGE && Double.isInfinite(sum.doubleValue())) {
        throw Raise.overflowError("intermediate overflow in fsum");
      }
      return;
    }
    anySpecial = true;
    special += value;
    if (Double.isInfinite(value)) {
      infinities += value;
    }
  }

  private double specialSum() {
    if (Double.isNaN(infinities)) {
      throw Raise.valueError("-inf + inf in fsum");
    }
    return special;
  }
}
