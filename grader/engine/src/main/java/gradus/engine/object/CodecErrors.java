package gradus.engine.object;

import java.util.Locale;
import java.util.stream.IntStream;

/** The error handlers of codecs, by name: what stands for what cannot be encoded or decoded. */
final class CodecErrors {

  private final Space py;
  private final String codec;
  private final String handler;

  CodecErrors(Space py, String codec, String handler) {
    this.py = py;
    this.codec = codec;
    this.handler = handler;
  }

  /**
   * What stands for characters that cannot be encoded.
   *
   * @param bytes bytes that go to the output as they are, one a character
   * @param text characters that are encoded in turn
   */
  record Replacement(String bytes, String text) {}

  Replacement unencodable(long str, int[] points, int start, int end, String reason) {
    StringBuilder text = new StringBuilder();
    for (int index = start; index < end; index++) {
      int point = points[index];
      switch (handler) {
        case "ignore" -> {}
        case "replace" -> text.append('?');
        case "backslashreplace" -> text.append(escape(point, false));
        case "xmlcharrefreplace" -> text.append("&#").append(point).append(';');
        case "namereplace" -> text.append(named(point));
        case "surrogateescape", "surrogatepass" -> {
          return bytes(str, points, start, end, reason);
        }
        default -> {
          requireKnown();
          throw encodeError(str, start, end, reason);
        }
      }
    }
    return new Replacement("", text.toString());
  }

  private void requireKnown() {
    if (!handler.equals("strict")) {
      throw Raise.of("LookupError", "unknown error handler name '%s'".formatted(handler));
    }
  }

  private static String named(int point) {
    String name = Character.getName(point);
    boolean known =
        name != null
            && Character.getType(point) != Character.SURROGATE
            && !Character.isISOControl(point);
    return known ? "\\N{" + name + "}" : escape(point, false);
  }

  /** A character as a literal's escape. */
  static String escape(int point, boolean raw) {
    if (!raw && "\\\n\r\t".indexOf(point) >= 0) {
      return point == '\\' ? "\\\\" : point == '\n' ? "\\n" : point == '\r' ? "\\r" : "\\t";
    }
    String form = point < 0x100 ? "\\x%02x" : point < 0x10000 ? "\\u%04x" : "\\U%08x";
    return form.formatted(point);
  }

  /** Surrogates as the bytes they were made of, or as if they were characters. */
  private Replacement bytes(long str, int[] points, int start, int end, String reason) {
    boolean pass = handler.equals("surrogatepass");
    StringBuilder bytes = new StringBuilder();
    for (int index = start; index < end; index++) {
      int point = points[index];
      boolean fits =
          pass
              ? codec.startsWith("utf") && point >= 0xd800 && point <= 0xdfff
              : point >= 0xdc80 && point <= 0xdcff;
      if (!fits) {
        throw encodeError(str, pass ? start : index, end, reason);
      }
      bytes.append(pass ? passed(point) : Character.toString(point & 0xff));
    }
    return new Replacement(bytes.toString(), "");
  }

  private String passed(int point) {
    String high = Character.toString(point >> 8);
    String low = Character.toString(point & 0xff);
    return switch (codec) {
      case "utf-16", "utf-16-le" -> low + high;
      case "utf-16-be" -> high + low;
      case "utf-32", "utf-32-le" -> low + high + "\0\0";
      case "utf-32-be" -> "\0\0" + high + low;
      default ->
          Character.toString(0xe0 | (point >> 12))
              + Character.toString(0x80 | ((point >> 6) & 0x3f))
              + Character.toString(0x80 | (point & 0x3f));
    };
  }

  /** Puts out what stands for malformed bytes; where decoding goes on. */
  int undecodable(byte[] content, int start, int end, String reason, IntStream.Builder out) {
    return switch (handler) {
      case "ignore" -> end;
      case "replace" -> {
        out.accept(0xfffd);
        yield end;
      }
      case "backslashreplace" -> {
        for (int index = start; index < end; index++) {
          "\\x%02x".formatted(content[index] & 0xff).chars().forEach(out);
        }
        yield end;
      }
      case "surrogateescape" -> escapeBytes(content, start, end, reason, out);
      case "surrogatepass" -> passSurrogate(content, start, end, reason, out);
      case "xmlcharrefreplace", "namereplace" ->
          throw Raise.typeError("don't know how to handle UnicodeDecodeError in error callback");
      default -> {
        requireKnown();
        throw decodeError(content, start, end, reason);
      }
    };
  }

  private int escapeBytes(
      byte[] content, int start, int end, String reason, IntStream.Builder out) {
    int index = start;
    while (index < end && content[index] < 0) {
      out.accept(0xdc00 | (content[index++] & 0xff));
    }
    if (index == start) {
      throw decodeError(content, start, end, reason);
    }
    return index;
  }

  private int passSurrogate(
      byte[] content, int start, int end, String reason, IntStream.Builder out) {
    int width = codec.equals("utf-8") ? 3 : codec.startsWith("utf-16") ? 2 : 4;
    int point = -1;
    if (codec.startsWith("utf") && start + width <= content.length) {
      point = surrogate(content, start, width);
    }
    if (point < 0xd800 || point > 0xdfff) {
      throw decodeError(content, start, end, reason);
    }
    out.accept(point);
    return start + width;
  }

  private int surrogate(byte[] content, int start, int width) {
    int first = content[start] & 0xff;
    int second = content[start + 1] & 0xff;
    if (width == 2) {
      return codec.endsWith("be") ? first << 8 | second : second << 8 | first;
    }
    int third = content[start + 2] & 0xff;
    if (width == 3) {
      boolean formed = first >> 4 == 0xe && second >> 6 == 2 && third >> 6 == 2;
      return formed ? (first & 0xf) << 12 | (second & 0x3f) << 6 | (third & 0x3f) : -1;
    }
    int fourth = content[start + 3] & 0xff;
    return codec.endsWith("be")
        ? first << 24 | second << 16 | third << 8 | fourth
        : fourth << 24 | third << 16 | second << 8 | first;
  }

  private Raise encodeError(long str, int start, int end, String reason) {
    return error("UnicodeEncodeError", codec, py.own(str), start, end, reason);
  }

  private Raise decodeError(byte[] content, int start, int end, String reason) {
    return error("UnicodeDecodeError", codec, py.bytes.of(content), start, end, reason);
  }

  private Raise error(String type, String shown, long object, int start, int end, String reason) {
    long tuple = py.tuples.create(5);
    py.tuples.set(tuple, 0, py.strs.of(shown.toLowerCase(Locale.ROOT)));
    py.tuples.set(tuple, 1, object);
    py.tuples.set(tuple, 2, py.ints.of(start));
    py.tuples.set(tuple, 3, py.ints.of(end));
    py.tuples.set(tuple, 4, py.strs.of(reason));
    try {
      return Raise.object(py.calls.call(py.exceptions.type(type), tuple, 0L));
    } finally {
      py.decref(tuple);
    }
  }
}
