package gradus.engine.object;

import java.util.function.IntConsumer;

/** One encoding of a str: its characters as bytes, what cannot be encoded as the handler says. */
final class TextEncoder {

  private final long str;
  private final int[] points;
  private final CodecErrors errors;
  private final ByteSink out = new ByteSink();

  TextEncoder(long str, int[] points, CodecErrors errors) {
    this.str = str;
    this.points = points;
    this.errors = errors;
  }

  /** Writes these bytes first. */
  TextEncoder bytes(byte[] first) {
    out.writeAll(first);
    return this;
  }

  /** One byte a character, which has to be below a limit. */
  ByteSink narrow(int limit) {
    String reason = "ordinal not in range(%d)".formatted(limit);
    int index = 0;
    while (index < points.length) {
      if (points[index] < limit) {
        out.write(points[index++]);
        continue;
      }
      int end = index + 1;
      while (end < points.length && points[end] >= limit) {
        end++;
      }
      replace(index, end, reason, out::write);
      index = end;
    }
    return out;
  }

  ByteSink utf8() {
    int index = 0;
    while (index < points.length) {
      if (!surrogate(points[index])) {
        utf8(points[index++]);
        continue;
      }
      int end = index + 1;
      while (end < points.length && surrogate(points[end])) {
        end++;
      }
      replace(index, end, "surrogates not allowed", this::utf8);
      index = end;
    }
    return out;
  }

  private void utf8(int point) {
    if (point < 0x80) {
      out.write(point);
    } else if (point < 0x800) {
      out.write(0xc0 | point >> 6);
      out.write(0x80 | (point & 0x3f));
    } else if (point < 0x10000) {
      out.write(0xe0 | point >> 12);
      out.write(0x80 | ((point >> 6) & 0x3f));
      out.write(0x80 | (point & 0x3f));
    } else {
      out.write(0xf0 | point >> 18);
      out.write(0x80 | ((point >> 12) & 0x3f));
      out.write(0x80 | ((point >> 6) & 0x3f));
      out.write(0x80 | (point & 0x3f));
    }
  }

  private static boolean surrogate(int point) {
    return point >= 0xd800 && point <= 0xdfff;
  }

  /** UTF-16 or UTF-32; a mark of the byte order comes first if the codec's name leaves it open. */
  ByteSink wide(String codec) {
    int width = codec.startsWith("utf-16") ? 2 : 4;
    boolean big = codec.endsWith("be");
    if (codec.length() == "utf-16".length()) {
      unit(0xfeff, width, big);
    }
    for (int index = 0; index < points.length; index++) {
      if (surrogate(points[index])) {
        replace(index, index + 1, "surrogates not allowed", point -> character(point, width, big));
      } else {
        character(points[index], width, big);
      }
    }
    return out;
  }

  private void character(int point, int width, boolean big) {
    if (width == 2 && point >= 0x10000) {
      unit(Character.highSurrogate(point), width, big);
      unit(Character.lowSurrogate(point), width, big);
    } else {
      unit(point, width, big);
    }
  }

  private void unit(int value, int width, boolean big) {
    for (int index = 0; index < width; index++) {
      out.write(value >>> (8 * (big ? width - 1 - index : index)));
    }
  }

  /** ASCII with escapes, as in a literal; raw text escapes only what Latin-1 lacks. */
  ByteSink escaped(boolean raw) {
    for (int point : points) {
      boolean plain = raw ? point < 0x100 : (point >= 0x20 && point < 0x7f && point != '\\');
      if (plain) {
        out.write(point);
      } else {
        CodecErrors.escape(point, raw).chars().forEach(out::write);
      }
    }
    return out;
  }

  private void replace(int start, int end, String reason, IntConsumer encode) {
    CodecErrors.Replacement replacement = errors.unencodable(str, points, start, end, reason);
    replacement.bytes().chars().forEach(out::write);
    replacement.text().codePoints().forEach(encode);
  }
}
