package gradus.engine.lib.ctypes;

import gradus.engine.memory.Memory;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import java.math.BigInteger;

/** Simple C types by their codes: how their bytes become Python values and back (cfield.c). */
final class SimpleCodes {

  /** The codes there are, in the order messages list them. */
  static final String ALL = "cbBhHiIlLdfuzZqQPXOv?g";

  private static final String INTEGERS = "bBhHiIlLqQ";
  private static final String SIGNED = "bhilq";

  private final Space py;
  private final Memory memory;
  private final TextCodes texts;

  SimpleCodes(Space py) {
    this.py = py;
    memory = py.memory;
    texts = new TextCodes(py);
  }

  TextCodes texts() {
    return texts;
  }

  /** Bytes of a value, which are also its alignment. */
  static int size(char code) {
    return switch (code) {
      case 'c', 'b', 'B', '?' -> 1;
      case 'h', 'H', 'v' -> 2;
      case 'i', 'I', 'f', 'u' -> 4;
      case 'g' -> 16;
      default -> 8;
    };
  }

  static boolean isInteger(char code) {
    return INTEGERS.indexOf(code) >= 0;
  }

  /** Whether big-endian machines have the type with its bytes the other way round. */
  static boolean isSwappable(char code) {
    return size(code) > 1 && (isInteger(code) || code == 'd' || code == 'f');
  }

  /** How PEP 3118 writes the type. */
  static String format(char code, boolean swapped) {
    char standard = code == 'l' ? 'q' : code == 'L' ? 'Q' : code;
    return (swapped ? ">" : "<") + standard;
  }

  /**
   * The value at an address.
   *
   * @param bits 0, or the low bit and the number of bits of a bit field: low + (number << 16)
   */
  long get(CtypeInfo type, long address, int bits) {
    if (isInteger(type.code)) {
      return integer(type.code, field(type.code, load(type, address), bits));
    }
    return switch (type.code) {
      case 'f' -> py.floats.of(Float.intBitsToFloat((int) load(type, address)));
      case 'd' -> py.floats.of(Double.longBitsToDouble(load(type, address)));
      case 'g' -> py.floats.of(LongDouble.load(memory, address));
      case '?' -> py.bool(memory.load8(address) != 0);
      case 'v' -> py.bool(memory.load16(address) != 0);
      case 'P' -> pointer(memory.load64(address));
      case 'O' -> object(memory.load64(address));
      default -> texts.get(type.code, address);
    };
  }

  private long load(CtypeInfo type, long address) {
    return switch (size(type.code)) {
      case 1 -> memory.load8(address);
      case 2 -> {
        int value = memory.load16(address);
        yield type.swapped ? Short.reverseBytes((short) value) & 0xffff : value;
      }
      case 4 -> {
        int value = memory.load32(address);
        yield type.swapped ? Integer.reverseBytes(value) : value;
      }
      default -> {
        long value = memory.load64(address);
        yield type.swapped ? Long.reverseBytes(value) : value;
      }
    };
  }

  private void store(CtypeInfo type, long address, long value) {
    switch (size(type.code)) {
      case 1 -> memory.store8(address, (int) value);
      case 2 ->
          memory.store16(address, type.swapped ? Short.reverseBytes((short) value) : (int) value);
      case 4 ->
          memory.store32(address, type.swapped ? Integer.reverseBytes((int) value) : (int) value);
      default -> memory.store64(address, type.swapped ? Long.reverseBytes(value) : value);
    }
  }

  /** The bits of a bit field, moved down and with their sign. */
  private static long field(char code, long value, int bits) {
    int number = bits == 0 ? 8 * size(code) : bits >>> 16;
    int low = bits & 0xffff;
    long moved = value << (Long.SIZE - low - number);
    return SIGNED.indexOf(code) >= 0
        ? moved >> (Long.SIZE - number)
        : moved >>> (Long.SIZE - number);
  }

  private long integer(char code, long value) {
    boolean large = value < 0 && SIGNED.indexOf(code) < 0;
    return large ? py.ints.of(new BigInteger(Long.toUnsignedString(value))) : py.ints.of(value);
  }

  private long pointer(long address) {
    return address == 0 ? py.newNone() : integer('Q', address);
  }

  private long object(long address) {
    if (address == 0) {
      throw Raise.valueError("PyObject is NULL");
    }
    return py.own(address);
  }

  /**
   * Writes a value.
   *
   * @return a new reference to what has to be kept alive, or to None
   */
  long set(CtypeInfo type, long address, long value, int bits) {
    if (isInteger(type.code)) {
      storeField(type, address, bits(value), bits);
      return py.newNone();
    }
    switch (type.code) {
      case 'f' -> store(type, address, Float.floatToRawIntBits((float) number(value)));
      case 'd' -> store(type, address, Double.doubleToRawLongBits(number(value)));
      case 'g' -> LongDouble.store(memory, address, number(value));
      case '?' -> memory.store8(address, py.comparisons.truth(value) ? 1 : 0);
      case 'v' -> memory.store16(address, py.comparisons.truth(value) ? -1 : 0);
      case 'P' -> storePointer(address, value);
      case 'O' -> {
        memory.store64(address, value);
        return py.own(value);
      }
      default -> {
        return texts.set(type.code, address, value);
      }
    }
    return py.newNone();
  }

  private void storeField(CtypeInfo type, long address, long value, int bits) {
    if (bits == 0) {
      store(type, address, value);
      return;
    }
    int number = bits >>> 16;
    long mask = (number == Long.SIZE ? -1 : (1L << number) - 1) << (bits & 0xffff);
    long old = load(type, address);
    long moved = value << (bits & 0xffff);
    store(type, address, (old & ~mask) | (moved & mask));
  }

  /** An int cut to 64 bits. */
  private long bits(long value) {
    if (py.floats.is(value)) {
      throw Raise.typeError("int expected instead of %s".formatted(py.typeName(value)));
    }
    return mask(value);
  }

  /** What PyLong_AsUnsignedLongMask makes of an object. */
  long mask(long value) {
    if (py.numbers.isIndex(value)) {
      return py.numbers.big(value).longValue();
    }
    if (!py.calls.hasSpecial(value, "__int__")) {
      throw Raise.typeError("an integer is required (got type %s)".formatted(py.typeName(value)));
    }
    long integer = py.numbers.toInt(value);
    try {
      return py.ints.value(integer).longValue();
    } finally {
      py.decref(integer);
    }
  }

  private double number(long value) {
    return py.numbers.toDouble(value);
  }

  private void storePointer(long address, long value) {
    if (value != py.none && !py.typeObjects.isInstance(value, py.types.integer)) {
      throw Raise.typeError("cannot be converted to pointer");
    }
    memory.store64(address, value == py.none ? 0 : py.ints.value(value).longValue());
  }
}
