package gradus.engine.object;

import java.math.BigInteger;
import java.util.Optional;

/** {@code str % values} (PyUnicode_Format). */
final class StrPercent implements PercentText {

  private final Space py;

  StrPercent(Space py) {
    this.py = py;
  }

  @Override
  public String name() {
    return "string";
  }

  @Override
  public boolean isText(long object) {
    return py.strs.is(object);
  }

  @Override
  public long key(String name) {
    return py.strs.of(name);
  }

  @Override
  public long convert(char type, long value) {
    long digits = "sra".indexOf(type) >= 0 ? py.texts.digits(value) : 0;
    if (digits != 0) {
      return digits;
    }
    return switch (type) {
      case 's' -> py.texts.str(value);
      case 'r' -> py.texts.repr(value);
      case 'a' -> PercentFormat.ascii(py, value);
      case 'c' -> character(value);
      default -> 0;
    };
  }

  @Override
  public String text(long converted) {
    return py.strs.text(converted);
  }

  private long character(long value) {
    if (py.strs.is(value) && py.strs.length(value) == 1) {
      return py.own(value);
    }
    BigInteger point = point(value);
    if (point.signum() < 0 || point.bitLength() > 21 || point.intValue() > 0x10ffff) {
      throw Raise.overflowError("%c arg not in range(0x110000)");
    }
    return py.strs.ofPoint(point.intValue());
  }

  /** Whatever is wrong with the value, the message is the same. */
  private BigInteger point(long value) {
    Optional<BigInteger> point = Optional.empty();
    try {
      point = Optional.of(py.numbers.big(value)).filter(big -> big.bitLength() < Long.SIZE);
    } catch (Raise raise) {
      py.exceptions.drop(raise);
    }
    return point.orElseThrow(() -> Raise.typeError("%c requires int or char"));
  }

  @Override
  public char named(char type) {
    return type;
  }

  @Override
  public double real(long value) {
    return py.numbers.toDouble(value);
  }
}
