package gradus.engine.object;

import gradus.engine.layout.Structs;
import gradus.engine.memory.Allocator;
import gradus.engine.memory.Memory;
import gradus.engine.memory.Segment;
import gradus.engine.memory.StaticData;
import java.math.BigInteger;

/**
 * Ints of any size: sign and magnitude, 30 bits a digit, lowest digit first (Objects/longobject.c).
 *
 * <p>The ints from −5 to 256 exist once, in static data; every int of such a value is that object.
 */
public final class Ints {

  static final int SMALLEST_CACHED = -5;
  static final int LARGEST_CACHED = 256;
  static final int DIGIT_BITS = 30;

  /** What {@link #shortValue} says of what is no such int. */
  public static final long OTHER = Long.MIN_VALUE;

  private static final int FLAGS = Structs.TYPE_OBJECT.offset("tp_flags");

  private static final int SIZE = Structs.LONG.offset("ob_size");
  private static final int DIGITS = Structs.LONG.size();
  private static final int DIGIT_SIZE = 4;
  private static final long DIGIT_MASK = (1L << DIGIT_BITS) - 1;
  // sizeof(PyLongObject) with its one declared digit, padded.
  private static final int STATIC_SIZE = 32;

  private final Memory memory;
  private final Allocator allocator;
  private final References references;
  private final long type;
  private final long cache;

  Ints(Memory memory, StaticData data, Allocator allocator, References references, Types types) {
    this.memory = memory;
    this.allocator = allocator;
    this.references = references;
    long flags = TypeSpec.DEFAULT | TypeSpec.BASETYPE | TypeSpec.LONG_SUBCLASS;
    TypeSpec spec = new TypeSpec("int", DIGITS, DIGIT_SIZE, flags, allocator::free);
    type = types.define(spec, types.object());
    references.intsEnd(type, allocator::free);
    int count = LARGEST_CACHED - SMALLEST_CACHED + 1;
    cache = data.reserve(Segment.BSS, (long) count * STATIC_SIZE, STATIC_SIZE);
    for (int value = SMALLEST_CACHED; value <= LARGEST_CACHED; value++) {
      writeStatic(cached(value), type, value);
    }
  }

  /** Writes an int of at most one digit into memory that is not its own block. */
  void writeStatic(long address, long intType, int value) {
    references.initialise(address, intType);
    memory.store64(address + SIZE, Integer.signum(value));
    memory.store32(address + DIGITS, Math.abs(value));
  }

  /** Whether an object is an int or of a type derived from it. */
  public boolean is(long object) {
    return (memory.load64(references.typeOf(object) + FLAGS) & TypeFlags.LONG) != 0;
  }

  /** The address of {@code int}. */
  public long type() {
    return type;
  }

  private long cached(long value) {
    return cache + (value - SMALLEST_CACHED) * STATIC_SIZE;
  }

  /** A new reference to an int of this value. */
  public long of(long value) {
    if (value >= SMALLEST_CACHED && value <= LARGEST_CACHED) {
      long address = cached(value);
      references.incref(address);
      return address;
    }
    if (isDigit(value)) {
      return ofDigit(value);
    }
    return ofDigits(value);
  }

  // Apart from the rest, so that HotSpot can inline that.
  private long ofDigits(long value) {
    if (Math.abs(value) >> (2 * DIGIT_BITS) == 0) {
      return ofTwoDigits(value);
    }
    // The magnitude is unsigned: it is right for the most negative long, too.
    long magnitude = Math.abs(value);
    int digits = (Long.SIZE - Long.numberOfLeadingZeros(magnitude) + DIGIT_BITS - 1) / DIGIT_BITS;
    long address = allocate(digits, value < 0);
    for (int index = 0; index < digits; index++) {
      memory.store32(digit(address, index), (int) (magnitude & DIGIT_MASK));
      magnitude >>>= DIGIT_BITS;
    }
    return address;
  }

  /** Ints of one digit are made most often. */
  private long ofDigit(long value) {
    long address = malloc(DIGITS + DIGIT_SIZE);
    long[] bytes = memory.segmentOf(address);
    Memory.put64(bytes, address + References.COUNT, 1);
    Memory.put64(bytes, address + References.TYPE, type);
    Memory.put64(bytes, address + SIZE, value < 0 ? -1 : 1);
    Memory.put32(bytes, address + DIGITS, (int) Math.abs(value));
    return address;
  }

  private long ofTwoDigits(long value) {
    long address = malloc(DIGITS + 2 * DIGIT_SIZE);
    long[] bytes = memory.segmentOf(address);
    long magnitude = Math.abs(value);
    Memory.put64(bytes, address + References.COUNT, 1);
    Memory.put64(bytes, address + References.TYPE, type);
    Memory.put64(bytes, address + SIZE, value < 0 ? -2 : 2);
    Memory.put32(bytes, address + DIGITS, (int) (magnitude & DIGIT_MASK));
    Memory.put32(bytes, address + DIGITS + DIGIT_SIZE, (int) (magnitude >> DIGIT_BITS));
    return address;
  }

  /** A new reference to an int of this value. */
  public long of(BigInteger value) {
    if (value.bitLength() < Long.SIZE) {
      return of(value.longValue());
    }
    BigInteger magnitude = value.abs();
    int digits = (magnitude.bitLength() + DIGIT_BITS - 1) / DIGIT_BITS;
    long address = allocate(digits, value.signum() < 0);
    DigitBits.write(memory, address + DIGITS, digits, magnitude);
    return address;
  }

  private long allocate(int digits, boolean negative) {
    long address = malloc(DIGITS + (long) digits * DIGIT_SIZE);
    references.initialise(address, type);
    memory.store64(address + SIZE, negative ? -digits : digits);
    return address;
  }

  private long malloc(long size) {
    long address = allocator.malloc(size);
    if (address == Allocator.NULL) {
      throw Raise.memoryError();
    }
    return address;
  }

  private static long digit(long address, long index) {
    return address + DIGITS + index * DIGIT_SIZE;
  }

  /** How many digits an int has. */
  public int digits(long address) {
    return (int) Math.abs(memory.load64(address + SIZE));
  }

  /** The value of an int. */
  public BigInteger value(long address) {
    int digits = digits(address);
    if (digits <= 2) {
      return BigInteger.valueOf(shortValue(address, digits));
    }
    BigInteger magnitude = DigitBits.read(memory, address + DIGITS, digits);
    return memory.load64(address + SIZE) < 0 ? magnitude.negate() : magnitude;
  }

  /** The decimal digits of an int. */
  public String text(long address) {
    int digits = digits(address);
    return digits <= 2 ? Long.toString(shortValue(address, digits)) : value(address).toString();
  }

  /**
   * The value of an int as a long.
   *
   * @throws ArithmeticException if it does not fit
   */
  public long longValue(long address) {
    int digits = digits(address);
    return digits <= 2 ? shortValue(address, digits) : value(address).longValueExact();
  }

  /** Whether an int has at most one digit. */
  public boolean hasOneDigit(long address) {
    return Long.compareUnsigned(memory.load64(address + SIZE) + 1, 2) <= 0;
  }

  /** The value of an int of at most one digit. */
  public long digitValue(long address) {
    return memory.load64(address + SIZE) * memory.load32(address + DIGITS);
  }

  /** Whether an int of this value has at most one digit. */
  public static boolean isDigit(long value) {
    return value >= -DIGIT_MASK && value <= DIGIT_MASK;
  }

  /**
   * The value of an object that is exactly an int and has at most two digits, so that it and its
   * sums fit into a long; {@link #OTHER} for any other object.
   */
  public long shortValue(long object) {
    long[] bytes = memory.segmentOf(object);
    if (Memory.get64(bytes, object + References.TYPE) != type) {
      return OTHER;
    }
    long size = Memory.get64(bytes, object + SIZE);
    if (Long.compareUnsigned(size + 1, 2) <= 0) {
      return size * Memory.get32(bytes, object + DIGITS);
    }
    if (size != 2 && size != -2) {
      return OTHER;
    }
    long magnitude =
        (long) Memory.get32(bytes, object + DIGITS + DIGIT_SIZE) << DIGIT_BITS
            | Memory.get32(bytes, object + DIGITS);
    return size < 0 ? -magnitude : magnitude;
  }

  private long shortValue(long address, int digits) {
    long magnitude = 0;
    for (int index = digits - 1; index >= 0; index--) {
      magnitude = (magnitude << DIGIT_BITS) | memory.load32(digit(address, index));
    }
    return memory.load64(address + SIZE) < 0 ? -magnitude : magnitude;
  }
}
