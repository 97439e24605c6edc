package gradus.engine.lib.ctypes;

import gradus.engine.memory.Memory;

/** The x87's 80-bit floats: 64 bits of mantissa, with its leading 1, then sign and exponent. */
final class LongDouble {

  private static final int BIAS = 16383;
  private static final int MAX_EXPONENT = 0x7fff;

  private LongDouble() {}

  static void store(Memory memory, long address, double value) {
    long mantissa = 0;
    int exponent = 0;
    if (!Double.isFinite(value)) {
      exponent = MAX_EXPONENT;
      mantissa = Double.isNaN(value) ? 0xc000_0000_0000_0000L : Long.MIN_VALUE;
    } else if (value != 0) {
      int power = Math.getExponent(value);
      if (power < Double.MIN_EXPONENT) {
        power = Math.getExponent(value * 0x1p100) - 100;
      }
      exponent = power + BIAS;
      // In two steps: a power of two that is too large for a double must not be needed.
      double scaled = Math.scalb(Math.scalb(Math.abs(value), -power / 2), -(power - power / 2));
      mantissa = (long) (scaled * 0x1p62) << 1;
    }
    boolean negative = Double.doubleToRawLongBits(value) < 0;
    memory.store64(address, mantissa);
    memory.store16(address + 8, exponent | (negative ? 0x8000 : 0));
  }

  static double load(Memory memory, long address) {
    long mantissa = memory.load64(address);
    int head = memory.load16(address + 8);
    int exponent = head & MAX_EXPONENT;
    double sign = (head & 0x8000) != 0 ? -1 : 1;
    if (exponent == MAX_EXPONENT) {
      return mantissa << 1 == 0 ? sign * Double.POSITIVE_INFINITY : Double.NaN;
    }
    double fraction = (mantissa >>> 1) * 0x1p-62;
    int power = mantissa == 0 ? 0 : exponent - BIAS;
    int bounded = Math.max(-2 * Double.MAX_EXPONENT, Math.min(2 * Double.MAX_EXPONENT, power));
    return sign * Math.scalb(Math.scalb(fraction, bounded / 2), bounded - bounded / 2);
  }
}
