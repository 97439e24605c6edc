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
  public Optional<String> convert(char type, long value) {
    return switch (type) {
      case 's' -> Optional.of(py.texts.take(py.texts.str(value)));
      case 'r' -> Optional.of(py.texts.take(py.texts.repr(value)));
      case 'a' -> Optional.of(py.texts.take(PercentFormat.ascii(py, value)));
      case 'c' -> Optional.of(py.texts.take(character(value)));
      default -> Optional.empty();
    };
  }

  private long character(long value) {
    if (py.strs.is(value) && py.strs.length(value) == 1) {
      return py.own(value);
    }
    if (!py.types.is(value, TypeFlags.LONG)) {
      throw Raise.typeError("%c requires int or char");
    }
    BigInteger point = py.ints.value(value);
    if (point.signum() < 0 || point.bitLength() > 21 || point.intValue() > 0x10ffff) {
      throw Raise.overflowError("%c arg not in range(0x110000)");
    }
    return py.strs.ofPoint(point.intValue());
  }
}
