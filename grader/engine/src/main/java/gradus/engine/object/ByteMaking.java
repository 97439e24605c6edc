package gradus.engine.object;

import java.util.function.LongToIntFunction;

/** What bytes and bytearray are made of: sizes, iterables, text, hexadecimal digits. */
public final class ByteMaking {

  private final Space py;

  public ByteMaking(Space py) {
    this.py = py;
  }

  /** An encoding or error handler, which must be a str. */
  public void requireText(String function, int index, long argument) {
    if (argument != 0) {
      py.arguments.requireStr(function, index, argument);
    }
  }

  /** The number of zero bytes an index asks for. */
  public int count(long index) {
    long count = py.numbers.size(index);
    if (count < 0) {
      throw Raise.valueError("negative count");
    }
    if (count > Integer.MAX_VALUE - 64) {
      throw Raise.memoryError();
    }
    return (int) count;
  }

  /** The bytes that pairs of hexadecimal digits stand for. */
  public byte[] ofHex(long digits) {
    if (!py.strs.is(digits)) {
      throw Raise.typeError("fromhex() argument must be str, not " + py.arguments.kind(digits));
    }
    int[] points = py.strs.codePoints(digits);
    requireAscii(points);
    StringBuilder out = new StringBuilder();
    for (int at = 0; at < points.length; ) {
      if (points[at] == ' ') {
        at++;
        continue;
      }
      out.append((char) (digit(points, at) << 4 | digit(points, at + 1)));
      at += 2;
    }
    return ByteStrings.content(out.toString());
  }

  private static void requireAscii(int... points) {
    for (int at = 0; at < points.length; at++) {
      if (points[at] >= 128) {
        throw noDigit(at);
      }
    }
  }

  private static int digit(int[] points, int at) {
    int value = at < points.length ? Character.digit(points[at], 16) : -1;
    if (value < 0) {
      throw noDigit(at);
    }
    return value;
  }

  private static Raise noDigit(int at) {
    return Raise.valueError(
        "non-hexadecimal number found in fromhex() arg at position %d".formatted(at));
  }

  /** The bytes whose numbers an iterable gives, each looked at as it comes. */
  public byte[] ofIterable(long source, LongToIntFunction value) {
    ByteSink out = new ByteSink();
    long iterator = py.items.iter(source);
    try {
      for (long item = py.items.next(iterator); item != 0; item = py.items.next(iterator)) {
        try {
          out.write(value.applyAsInt(item));
        } finally {
          py.decref(item);
        }
      }
    } finally {
      py.decref(iterator);
    }
    return out.toArray();
  }
}
