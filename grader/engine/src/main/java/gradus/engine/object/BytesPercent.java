package gradus.engine.object;

import java.math.BigInteger;

/** {@code bytes % values} (PEP 461, _PyBytes_FormatEx). */
public final class BytesPercent implements PercentText {

  private final Space py;

  public BytesPercent(Space py) {
    this.py = py;
  }

  @Override
  public String name() {
    return "bytes";
  }

  @Override
  public boolean isText(long object) {
    return py.bytes.is(object) || py.byteArrays.is(object);
  }

  @Override
  public long key(String name) {
    return py.bytes.of(ByteStrings.content(name));
  }

  @Override
  public long convert(char type, long value) {
    return switch (type) {
      case 's', 'b' -> made(bytes(value));
      case 'r', 'a' -> made(py.texts.take(PercentFormat.ascii(py, value)));
      case 'c' -> made(character(value));
      default -> 0;
    };
  }

  private long made(String text) {
    return py.bytes.of(ByteStrings.content(text));
  }

  @Override
  public String text(long converted) {
    return ByteStrings.latin1(py.bytes.content(converted));
  }

  private String bytes(long value) {
    if (isText(value)) {
      return ByteStrings.latin1(py.buffers.content(value));
    }
    long special = py.calls.special(value, "__bytes__");
    if (special != 0) {
      String text = ByteStrings.latin1(py.bytes.content(special));
      py.decref(special);
      return text;
    }
    if (!py.buffers.supports(value)) {
      throw Raise.typeError(
          "%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'"
              .formatted(py.typeName(value)));
    }
    return ByteStrings.latin1(py.buffers.content(value));
  }

  private String character(long value) {
    if (isText(value) && py.items.length(value) == 1) {
      return ByteStrings.latin1(py.buffers.content(value));
    }
    BigInteger number = number(value);
    if (number.signum() < 0 || number.bitLength() > 8) {
      throw Raise.overflowError("%c arg not in range(256)");
    }
    return String.valueOf((char) number.intValue());
  }

  private BigInteger number(long value) {
    try {
      return py.numbers.big(value);
    } catch (Raise raise) {
      py.exceptions.swallow(raise, "TypeError");
      throw Raise.typeError("%c requires an integer in range(256) or a single byte");
    }
  }

  @Override
  public char named(char type) {
    return type == 'i' ? 'd' : type;
  }

  @Override
  public double real(long value) {
    try {
      return py.numbers.toDouble(value);
    } catch (Raise raise) {
      py.exceptions.drop(raise);
      throw Raise.typeError("float argument required, not " + py.typeName(value));
    }
  }
}
