package gradus.engine.builtin;

import gradus.engine.memory.Memory;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import java.math.BigInteger;

/** Items of memoryviews as Python values, by the codes of the module struct. */
final class ViewItems {

  private static final String SIGNED = "bhilqn";
  private static final String INTEGERS = "bBhHiIlLqQnNP";
  private static final String ALL = INTEGERS + "fd?c";

  private final Space py;
  private final Memory memory;

  ViewItems(Space py) {
    this.py = py;
    memory = py.memory;
  }

  /** The code of a native format of one letter, or 0. */
  static char code(String format) {
    String letter = format.startsWith("@") ? format.substring(1) : format;
    boolean known = letter.length() == 1 && ALL.contains(letter);
    return known ? letter.charAt(0) : 0;
  }

  static int size(char code) {
    return switch (code) {
      case 'b', 'B', 'c', '?' -> 1;
      case 'h', 'H' -> 2;
      case 'i', 'I', 'f' -> 4;
      default -> 8;
    };
  }

  private static char required(String format) {
    char code = code(format);
    if (code == 0) {
      throw Raise.of(
          "NotImplementedError", "memoryview: format %s not supported".formatted(format));
    }
    return code;
  }

  long get(String format, long address) {
    char code = required(format);
    return switch (code) {
      case 'f' -> py.floats.of(Float.intBitsToFloat(memory.load32(address)));
      case 'd' -> py.floats.of(Double.longBitsToDouble(memory.load64(address)));
      case '?' -> py.bool(memory.load8(address) != 0);
      case 'c' -> py.bytes.of(memory.bytes(address, 1));
      default -> integer(code, address);
    };
  }

  private long integer(char code, long address) {
    boolean signed = SIGNED.indexOf(code) >= 0;
    return switch (size(code)) {
      case 1 -> py.ints.of(signed ? (byte) memory.load8(address) : memory.load8(address));
      case 2 -> py.ints.of(signed ? (short) memory.load16(address) : memory.load16(address));
      case 4 -> py.ints.of(signed ? memory.load32(address) : memory.load32(address) & 0xffff_ffffL);
      default -> {
        long value = memory.load64(address);
        yield signed ? py.ints.of(value) : py.ints.of(new BigInteger(Long.toUnsignedString(value)));
      }
    };
  }

  void set(String format, long address, long value) {
    char code = required(format);
    switch (code) {
      case 'f' -> memory.store32(address, Float.floatToRawIntBits((float) number(format, value)));
      case 'd' -> memory.store64(address, Double.doubleToRawLongBits(number(format, value)));
      case '?' -> memory.store8(address, py.comparisons.truth(value) ? 1 : 0);
      case 'c' -> memory.store8(address, character(format, value));
      default -> setInteger(code, format, address, value);
    }
  }

  private static Raise wrongType(String format) {
    return Raise.typeError("memoryview: invalid type for format '%s'".formatted(format));
  }

  private static Raise wrongValue(String format) {
    return Raise.valueError("memoryview: invalid value for format '%s'".formatted(format));
  }

  private double number(String format, long value) {
    if (!py.floats.is(value) && !py.numbers.hasFloat(value)) {
      throw wrongType(format);
    }
    return py.numbers.toDouble(value);
  }

  private int character(String format, long value) {
    if (!py.bytes.is(value)) {
      throw wrongType(format);
    }
    if (py.bytes.size(value) != 1) {
      throw wrongValue(format);
    }
    return py.bytes.at(value, 0);
  }

  private void setInteger(char code, String format, long address, long value) {
    if (!py.numbers.isIndex(value)) {
      throw wrongType(format);
    }
    BigInteger number = py.numbers.big(value);
    int bits = 8 * size(code);
    boolean fits =
        SIGNED.indexOf(code) >= 0
            ? number.bitLength() < bits
            : number.signum() >= 0 && number.bitLength() <= bits;
    if (!fits) {
      throw wrongValue(format);
    }
    long content = number.longValue();
    switch (size(code)) {
      case 1 -> memory.store8(address, (int) content);
      case 2 -> memory.store16(address, (int) content);
      case 4 -> memory.store32(address, (int) content);
      default -> memory.store64(address, content);
    }
  }
}
