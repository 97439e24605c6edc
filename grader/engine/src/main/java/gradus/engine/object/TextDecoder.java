package gradus.engine.object;

import java.util.stream.IntStream;

/** One decoding of bytes to characters; what is malformed becomes what the handler says. */
final class TextDecoder {

  private static final String UNEXPECTED_END = "unexpected end of data";

  private final byte[] content;
  private final CodecErrors errors;
  private final IntStream.Builder out = IntStream.builder();

  TextDecoder(byte[] content, CodecErrors errors) {
    this.content = content;
    this.errors = errors;
  }

  private int at(int index) {
    return content[index] & 0xff;
  }

  int[] latin1() {
    for (byte value : content) {
      out.accept(value & 0xff);
    }
    return out.build().toArray();
  }

  int[] ascii() {
    int index = 0;
    while (index < content.length) {
      if (content[index] >= 0) {
        out.accept(content[index++]);
      } else {
        index = malformed(index, index + 1, "ordinal not in range(128)");
      }
    }
    return out.build().toArray();
  }

  private int malformed(int start, int end, String reason) {
    return errors.undecodable(content, start, end, reason, out);
  }

  int[] utf8(int start) {
    int index = start;
    while (index < content.length) {
      if (content[index] >= 0) {
        out.accept(content[index++]);
      } else {
        index = sequence(index);
      }
    }
    return out.build().toArray();
  }

  /** Decodes a character of several bytes; where the next one starts. */
  private int sequence(int start) {
    int first = at(start);
    int length = first < 0xc2 || first > 0xf4 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (length == 0) {
      return malformed(start, start + 1, "invalid start byte");
    }
    int point = first & (0xff >> (length + 1));
    for (int offset = 1; offset < length; offset++) {
      if (start + offset >= content.length) {
        return malformed(start, content.length, UNEXPECTED_END);
      }
      int next = at(start + offset);
      if (next >> 6 != 2 || (offset == 1 && !second(first, next))) {
        return malformed(start, start + offset, "invalid continuation byte");
      }
      point = (point << 6) | (next & 0x3f);
    }
    out.accept(point);
    return start + length;
  }

  /**
   * Whether a second byte makes the character neither too long a form, nor a surrogate, nor big.
   */
  private static boolean second(int first, int second) {
    return switch (first) {
      case 0xe0 -> second >= 0xa0;
      case 0xed -> second < 0xa0;
      case 0xf0 -> second >= 0x90;
      case 0xf4 -> second < 0x90;
      default -> true;
    };
  }

  /** UTF-16 or UTF-32; a mark at the start decides the byte order if the codec's name does not. */
  int[] wide(String codec) {
    int width = codec.startsWith("utf-16") ? 2 : 4;
    boolean big = codec.endsWith("be");
    int index = 0;
    if (codec.length() == "utf-16".length() && content.length >= width) {
      boolean bigMark = unit(0, width, true) == 0xfeff;
      big = bigMark;
      index = bigMark || unit(0, width, false) == 0xfeff ? width : 0;
    }
    while (index < content.length) {
      if (index + width > content.length) {
        index = malformed(index, content.length, "truncated data");
      } else {
        index = width == 2 ? utf16(index, big) : utf32(index, big);
      }
    }
    return out.build().toArray();
  }

  private int unit(int start, int width, boolean big) {
    int value = 0;
    for (int offset = 0; offset < width; offset++) {
      value = (value << 8) | at(start + (big ? offset : width - 1 - offset));
    }
    return value;
  }

  private int utf16(int start, boolean big) {
    int unit = unit(start, 2, big);
    if (unit < 0xd800 || unit > 0xdfff) {
      out.accept(unit);
      return start + 2;
    }
    if (unit >= 0xdc00) {
      return malformed(start, start + 2, "illegal encoding");
    }
    if (start + 4 > content.length) {
      return malformed(start, content.length, UNEXPECTED_END);
    }
    int low = unit(start + 2, 2, big);
    if (low < 0xdc00 || low > 0xdfff) {
      return malformed(start, start + 2, "illegal UTF-16 surrogate");
    }
    out.accept(Character.toCodePoint((char) unit, (char) low));
    return start + 4;
  }

  private int utf32(int start, boolean big) {
    int unit = unit(start, 4, big);
    if (unit >= 0xd800 && unit <= 0xdfff) {
      return malformed(
          start, start + 4, "code point in surrogate code point range(0xd800, 0xe000)");
    }
    if (unit < 0 || unit > 0x10ffff) {
      return malformed(start, start + 4, "code point not in range(0x110000)");
    }
    out.accept(unit);
    return start + 4;
  }
}
