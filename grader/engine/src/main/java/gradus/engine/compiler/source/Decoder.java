package gradus.engine.compiler.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns source bytes into the UTF-8 the tokenizer reads (PEP 263; Parser/tokenizer.c {@code
 * decode_str}).
 */
public final class Decoder {
  private static final Pattern COOKIE =
      Pattern.compile("^[ \\t\\f]*#.*?coding[:=][ \\t]*([-_.a-zA-Z0-9]+)", Pattern.DOTALL);
  private static final Pattern NOT_BLANK =
      Pattern.compile("^[ \\t\\f]*[^ \\t\\f#\\n\\r].*", Pattern.DOTALL);

  private final Diagnostics diagnostics;

  public Decoder(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /**
   * The UTF-8 form of a source file's bytes, line ends made {@code \n}.
   *
   * @param endsLine whether a missing last line end is added, as for a file
   */
  public byte[] decode(byte[] source, boolean endsLine) {
    byte[] text = LineEnds.translate(source, endsLine);
    boolean marked = startsWithMark(text);
    byte[] body = marked ? Arrays.copyOfRange(text, 3, text.length) : text;
    Optional<String> encoding = declaredEncoding(body);
    if (encoding.isEmpty()) {
      return body;
    }
    String name = normalized(encoding.get());
    if (marked && !name.equals("utf-8")) {
      throw diagnostics.decoding("encoding problem: " + name + " with BOM");
    }
    return name.equals("utf-8") ? body : recode(body, name);
  }

  /**
   * Checks what CPython checks as it reads a file: the encoding that is declared is known, and
   * without one each line is UTF-8 ({@code decoding_fgets}).
   */
  public void checkLines(byte[] source) {
    byte[] text = LineEnds.translate(source, false);
    Optional<String> encoding = declaredEncoding(text);
    if (encoding.isPresent()) {
      String name = normalized(encoding.get());
      if (!name.equals("utf-8") && !isKnown(name)) {
        boolean first = COOKIE.matcher(firstTwoLines(text)[0]).find();
        throw diagnostics.decoding(first ? 1 : 2, "encoding problem: " + name);
      }
    } else if (!startsWithMark(text)) {
      int wrong = firstNotUtf8(text);
      if (wrong < text.length) {
        throw diagnostics.decoding(line(text, wrong), notUtf8(text, wrong));
      }
    }
  }

  private String notUtf8(byte[] text, int wrong) {
    return ("Non-UTF-8 code starting with '\\x%02x' in file %s on line %d, but no encoding declared;"
            + " see http://python.org/dev/peps/pep-0263/ for details")
        .formatted(text[wrong] & 0xFF, diagnostics.filename(), line(text, wrong));
  }

  /** As lenient as {@code valid_utf8}: what the characters stand for is looked at later. */
  private static int firstNotUtf8(byte[] text) {
    int at = 0;
    while (at < text.length) {
      int length = lengthBy(text[at] & 0xFF);
      for (int i = 1; i < length; i++) {
        if (at + i >= text.length || (text[at + i] & 0xC0) != 0x80) {
          return at;
        }
      }
      if (length == 0) {
        return at;
      }
      at += length;
    }
    return at;
  }

  /** How many bytes a character has that begins with this one; 0 if none does. */
  private static int lengthBy(int first) {
    if (first < 0x80) {
      return 1;
    }
    if (first < 0xC0 || first >= 0xF8) {
      return 0;
    }
    return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  }

  private static int line(byte[] text, int at) {
    int line = 1;
    for (int i = 0; i < at; i++) {
      if (text[i] == '\n') {
        line++;
      }
    }
    return line;
  }

  private static boolean isKnown(String name) {
    try {
      return Charset.isSupported(javaName(name));
    } catch (IllegalCharsetNameException e) {
      return false;
    }
  }

  private static boolean startsWithMark(byte[] text) {
    return text.length >= 3
        && text[0] == (byte) 0xEF
        && text[1] == (byte) 0xBB
        && text[2] == (byte) 0xBF;
  }

  private static Optional<String> declaredEncoding(byte[] text) {
    String[] lines = firstTwoLines(text);
    Matcher first = COOKIE.matcher(lines[0]);
    if (first.find()) {
      return Optional.of(first.group(1));
    }
    if (NOT_BLANK.matcher(lines[0]).matches()) {
      return Optional.empty();
    }
    Matcher second = COOKIE.matcher(lines[1]);
    return second.find() ? Optional.of(second.group(1)) : Optional.empty();
  }

  /** Only lines that end count: CPython looks for the cookie between line ends. */
  private static String[] firstTwoLines(byte[] text) {
    String[] lines = {"", ""};
    int start = 0;
    for (int n = 0; n < 2; n++) {
      int end = start;
      while (end < text.length && text[end] != '\n') {
        end++;
      }
      if (end == text.length) {
        break;
      }
      lines[n] = new String(text, start, end - start, StandardCharsets.ISO_8859_1);
      start = end + 1;
    }
    return lines;
  }

  private static String normalized(String name) {
    String start = name.substring(0, Math.min(12, name.length()));
    String lower = start.toLowerCase(Locale.ROOT).replace('_', '-');
    if (lower.equals("utf-8") || lower.startsWith("utf-8-")) {
      return "utf-8";
    }
    for (String latin : new String[] {"latin-1", "iso-8859-1", "iso-latin-1"}) {
      if (lower.equals(latin) || lower.startsWith(latin + "-")) {
        return "iso-8859-1";
      }
    }
    return name;
  }

  private byte[] recode(byte[] text, String name) {
    Charset charset = charset(name);
    try {
      CharBuffer decoded =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(text));
      return decoded.toString().getBytes(StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw diagnostics.decoding(undecodable(text, name));
    }
  }

  private Charset charset(String name) {
    try {
      return Charset.forName(javaName(name));
    } catch (UnsupportedCharsetException | IllegalCharsetNameException e) {
      throw diagnostics.decoding("unknown encoding: " + name);
    }
  }

  /** Java's name for what Python's table of aliases understands by a name. */
  private static String javaName(String name) {
    String plain =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "_").replaceAll("^_|_$", "");
    return switch (plain) {
      case "ascii", "us_ascii", "646", "us", "iso646_us", "ansi_x3.4_1968" -> "US-ASCII";
      case "latin_1", "latin1", "latin", "l1", "8859", "cp819", "iso8859", "iso8859_1" ->
          "ISO-8859-1";
      case "utf8", "u8", "utf", "utf_8" -> "UTF-8";
      case "mbcs", "ansi" -> "windows-1252";
      default ->
          plain.matches("cp\\d+") ? javaCodePage(plain.substring(2)) : plain.replace('_', '-');
    };
  }

  private static String javaCodePage(String number) {
    return Charset.isSupported("windows-" + number) ? "windows-" + number : "cp" + number;
  }

  private static String undecodable(byte[] text, String name) {
    if (javaName(name).equals("US-ASCII")) {
      int at = 0;
      while (text[at] >= 0) {
        at++;
      }
      return "'ascii' codec can't decode byte 0x%02x in position %d: ordinal not in range(128)"
          .formatted(text[at] & 0xFF, at);
    }
    return "'" + name + "' codec can't decode the source";
  }
}
