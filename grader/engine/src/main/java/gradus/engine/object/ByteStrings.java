package gradus.engine.object;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * What bytes and bytearray have in common: their content as text whose characters are the bytes,
 * and the arguments their methods take (Objects/bytes_methods.c).
 */
public final class ByteStrings {

  private final Space py;

  public ByteStrings(Space py) {
    this.py = py;
  }

  /** A part of a byte string, as start and end arguments name it. */
  record Bounds(int start, int end) {

    boolean isEmpty() {
      return start > end;
    }
  }

  /** Bytes as the characters of the same numbers. */
  static String latin1(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1);
  }

  public static byte[] content(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The content of any object that has bytes. */
  public String text(long object) {
    return latin1(py.buffers.content(object));
  }

  /** A new object of the kind of another: bytes or bytearray. */
  public long like(long self, String text) {
    return py.bytes.is(self) ? py.bytes.of(content(text)) : py.byteArrays.of(content(text));
  }

  /** The same, but a bytes object that stays as it was is itself. */
  long changed(long self, String before, String after) {
    boolean same = py.typeOf(self) == py.types.bytes && before.equals(after);
    return same ? py.own(self) : like(self, after);
  }

  /** A method without arguments that makes a new text of the old one. */
  Unary map(UnaryOperator<String> mapping) {
    return self -> like(self, mapping.apply(text(self)));
  }

  /** The value of a byte, 0 to 255. */
  public int byteValue(long object) {
    long value = py.numbers.size(object, "ValueError", "byte must be in range(0, 256)");
    if (value < 0 || value > 255) {
      throw Raise.valueError("byte must be in range(0, 256)");
    }
    return (int) value;
  }

  /** What a method looks for: a byte by its number, or several. */
  String sought(long object) {
    return py.buffers.supports(object) || py.numbers.isNumber(object)
        ? needle(object)
        : text(object);
  }

  /** What to look for: a byte by its index, or several. */
  String needle(long object) {
    if (!py.buffers.supports(object) && py.numbers.isIndex(object)) {
      return String.valueOf((char) byteValue(object));
    }
    return text(object);
  }

  /** The part that the arguments from an index on name. */
  Bounds bounds(long args, int count, int from, int length) {
    long start = count > from ? py.slices.bound(py.arguments.get(args, from), 0) : 0;
    long end =
        count > from + 1 ? py.slices.bound(py.arguments.get(args, from + 1), length) : length;
    start = start < 0 ? Math.max(0, start + length) : start;
    end = end < 0 ? Math.max(0, end + length) : Math.min(end, length);
    return new Bounds((int) Math.min(start, Integer.MAX_VALUE), (int) end);
  }

  /** Whether a byte is white space to bytes' methods. */
  static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
