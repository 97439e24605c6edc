package gradus.engine.lib.ctypes;

import gradus.engine.memory.Memory;
import gradus.engine.object.BytesObjects;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;

/** The simple types that hold text, and arrays of characters seen as text. */
final class TextCodes {

  private final Space py;
  private final Memory memory;

  TextCodes(Space py) {
    this.py = py;
    memory = py.memory;
  }

  long get(char code, long address) {
    return switch (code) {
      case 'c' -> py.bytes.of(memory.bytes(address, 1));
      case 'u' -> py.strs.ofPoint(memory.load32(address));
      case 'z' -> {
        long text = memory.load64(address);
        yield text == 0 ? py.newNone() : bytes(text, Long.MAX_VALUE);
      }
      default -> {
        long text = memory.load64(address);
        yield text == 0 ? py.newNone() : wide(text, Long.MAX_VALUE);
      }
    };
  }

  /** The bytes up to the first zero. */
  long bytes(long address, long limit) {
    long length = 0;
    while (length < limit && memory.load8(address + length) != 0) {
      length++;
    }
    return py.bytes.of(memory.bytes(address, length));
  }

  /** The wide characters up to the first zero. */
  long wide(long address, long limit) {
    long length = 0;
    while (length < limit && memory.load32(address + 4 * length) != 0) {
      length++;
    }
    return wideOf(address, length);
  }

  /** So many wide characters. */
  long wideOf(long address, long length) {
    StringBuilder out = new StringBuilder();
    for (long index = 0; index < length; index++) {
      int point = memory.load32(address + 4 * index);
      if (point < 0 || point > Character.MAX_CODE_POINT) {
        throw Raise.valueError(
            "character U+%x is not in range [U+0000; U+10ffff]".formatted(point));
      }
      out.appendCodePoint(point);
    }
    return py.strs.of(out.toString());
  }

  long set(char code, long address, long value) {
    switch (code) {
      case 'c' -> memory.store8(address, character(value));
      case 'u' -> memory.store32(address, wideCharacter(value));
      case 'z' -> {
        return setBytes(address, value);
      }
      default -> {
        return setWide(address, value);
      }
    }
    return py.newNone();
  }

  private int character(long value) {
    boolean text = py.bytes.is(value) || py.byteArrays.is(value);
    byte[] content = text ? py.buffers.content(value) : new byte[0];
    if (content.length == 1) {
      return content[0];
    }
    if (py.typeObjects.isInstance(value, py.types.integer)) {
      java.math.BigInteger number = py.ints.value(value);
      if (number.signum() >= 0 && number.bitLength() <= 8) {
        return number.intValue();
      }
    }
    throw Raise.typeError("one character bytes, bytearray or integer expected");
  }

  private int wideCharacter(long value) {
    requireStr(value, "unicode string expected instead of %s instance");
    if (py.strs.length(value) != 1) {
      throw Raise.typeError("one character unicode string expected");
    }
    return py.strs.at(value, 0);
  }

  private void requireStr(long value, String message) {
    if (!py.strs.is(value)) {
      throw Raise.typeError(message.formatted(py.typeName(value)));
    }
  }

  private boolean setNumber(long address, long value) {
    if (value == py.none) {
      memory.store64(address, 0);
      return true;
    }
    if (py.typeObjects.isInstance(value, py.types.integer)) {
      memory.store64(address, py.ints.value(value).longValue());
      return true;
    }
    return false;
  }

  private long setBytes(long address, long value) {
    if (setNumber(address, value)) {
      return py.newNone();
    }
    if (!py.bytes.is(value)) {
      throw Raise.typeError(
          "bytes or integer address expected instead of %s instance".formatted(py.typeName(value)));
    }
    memory.store64(address, value + BytesObjects.DATA);
    return py.own(value);
  }

  private long setWide(long address, long value) {
    if (setNumber(address, value)) {
      return py.newNone();
    }
    requireStr(value, "unicode string or integer address expected instead of %s instance");
    long copy = wideCopy(value);
    memory.store64(address, copy + BytesObjects.DATA);
    return copy;
  }

  /** The wide characters of a str with a zero behind them, as the content of a bytes object. */
  long wideCopy(long str) {
    int[] points = py.strs.codePoints(str);
    byte[] content = new byte[4 * points.length + 4];
    for (int index = 0; index < 4 * points.length; index++) {
      content[index] = (byte) (points[index / 4] >> (8 * (index % 4)));
    }
    return py.bytes.of(content);
  }

  /** Writes bytes to an array of characters, with a zero behind them if there is room. */
  void setCharacters(long address, long size, byte[] content) {
    memory.store(address, content);
    if (content.length < size) {
      memory.store8(address + content.length, 0);
    }
  }

  /** Writes a str to an array of wide characters, with a zero behind it if there is room. */
  void setWideCharacters(long address, long room, long value) {
    int[] points = py.strs.codePoints(value);
    for (int index = 0; index < points.length; index++) {
      memory.store32(address + 4L * index, points[index]);
    }
    if (points.length < room) {
      memory.store32(address + 4L * points.length, 0);
    }
  }
}
