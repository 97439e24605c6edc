package gradus.engine.object;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Encodings of text as bytes, as far as they are built in (Python/codecs.c). */
public final class Codecs {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("utf-8", "utf-8"),
          Map.entry("utf8", "utf-8"),
          Map.entry("utf", "utf-8"),
          Map.entry("u8", "utf-8"),
          Map.entry("utf-8-sig", "utf-8-sig"),
          Map.entry("ascii", "ascii"),
          Map.entry("us-ascii", "ascii"),
          Map.entry("646", "ascii"),
          Map.entry("latin-1", "latin-1"),
          Map.entry("latin1", "latin-1"),
          Map.entry("latin", "latin-1"),
          Map.entry("cp819", "latin-1"),
          Map.entry("l1", "latin-1"),
          Map.entry("iso-8859-1", "latin-1"),
          Map.entry("iso8859-1", "latin-1"),
          Map.entry("8859", "latin-1"),
          Map.entry("utf-16", "utf-16"),
          Map.entry("utf16", "utf-16"),
          Map.entry("utf-16-le", "utf-16-le"),
          Map.entry("utf-16le", "utf-16-le"),
          Map.entry("utf-16-be", "utf-16-be"),
          Map.entry("utf-16be", "utf-16-be"),
          Map.entry("utf-32", "utf-32"),
          Map.entry("utf32", "utf-32"),
          Map.entry("utf-32-le", "utf-32-le"),
          Map.entry("utf-32le", "utf-32-le"),
          Map.entry("utf-32-be", "utf-32-be"),
          Map.entry("utf-32be", "utf-32-be"),
          Map.entry("unicode-escape", "unicode_escape"),
          Map.entry("raw-unicode-escape", "raw_unicode_escape"));

  private static final Pattern PUNCTUATION = Pattern.compile("[^a-z0-9.]+");
  private static final byte[] UTF8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final Space py;

  Codecs(Space py) {
    this.py = py;
  }

  private String name(long encoding) {
    if (encoding == 0) {
      return "utf-8";
    }
    String name = py.strs.text(encoding);
    String known =
        NAMES.get(
            PUNCTUATION
                .matcher(name.toLowerCase(Locale.ROOT))
                .replaceAll("-")
                .replaceAll("^-|-$", ""));
    if (known == null) {
      throw Raise.of("LookupError", "unknown encoding: " + name);
    }
    return known;
  }

  private CodecErrors errors(String codec, long errors) {
    return new CodecErrors(py, codec, errors == 0 ? "strict" : py.strs.text(errors));
  }

  /** {@code str(bytes, encoding, errors)}. */
  public long decode(long bytes, long encoding, long errors) {
    if (!py.buffers.supports(bytes)) {
      throw Raise.typeError(
          "decoding to str: need a bytes-like object, %s found".formatted(py.typeName(bytes)));
    }
    byte[] content = py.buffers.content(bytes);
    if (content.length == 0) {
      return py.strs.of("");
    }
    String codec = name(encoding);
    TextDecoder decoder = new TextDecoder(content, errors(shown(codec, content), errors));
    return py.strs.of(
        switch (codec) {
          case "ascii" -> decoder.ascii();
          case "latin-1" -> decoder.latin1();
          case "utf-8" -> decoder.utf8(0);
          case "utf-8-sig" -> decoder.utf8(startsWithMark(content) ? UTF8_MARK.length : 0);
          case "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be" ->
              decoder.wide(codec);
          default -> throw Raise.of("LookupError", "unknown encoding: " + codec);
        });
  }

  /** The name errors show: that of the byte order found, where the codec leaves it open. */
  private static String shown(String codec, byte[] content) {
    return switch (codec) {
      case "utf-8-sig" -> "utf-8";
      case "utf-16" ->
          content.length > 1 && content[0] == (byte) 0xfe && content[1] == (byte) 0xff
              ? "utf-16-be"
              : "utf-16-le";
      case "utf-32" ->
          content.length > 3 && content[2] == (byte) 0xfe && content[3] == (byte) 0xff
              ? "utf-32-be"
              : "utf-32-le";
      default -> codec;
    };
  }

  private static boolean startsWithMark(byte[] content) {
    return content.length >= UTF8_MARK.length
        && content[0] == UTF8_MARK[0]
        && content[1] == UTF8_MARK[1]
        && content[2] == UTF8_MARK[2];
  }

  /** The path that a str, bytes or what has {@code __fspath__} names (PyUnicode_FSDecoder). */
  public String path(long object) {
    long given =
        py.strs.is(object) || py.buffers.supports(object) ? py.own(object) : fspath(object);
    try {
      String path = py.strs.is(given) ? py.strs.text(given) : decodedPath(given);
      if (path.indexOf('\0') >= 0) {
        throw Raise.valueError("embedded null character");
      }
      return path;
    } finally {
      py.decref(given);
    }
  }

  private long fspath(long object) {
    long path = py.calls.special(object, "__fspath__");
    if (path == 0) {
      throw Raise.typeError(
          "expected str, bytes or os.PathLike object, not " + py.typeName(object));
    }
    if (!py.strs.is(path) && !py.bytes.is(path)) {
      String type = py.typeName(path);
      py.decref(path);
      throw Raise.typeError(
          "expected %s.__fspath__() to return str or bytes, not %s"
              .formatted(py.typeName(object), type));
    }
    return path;
  }

  private String decodedPath(long bytes) {
    long decoded = decode(bytes, py.names.of("utf-8"), py.names.of("surrogateescape"));
    return py.texts.take(decoded);
  }

  public long encodeMethod(long self, long args, int count, long names) {
    long[] values = py.arguments.parse("encode", args, count, names, 0, "encoding", "errors");
    for (int index = 0; index < values.length; index++) {
      if (values[index] != 0) {
        py.arguments.requireStr("encode", index + 1, values[index]);
      }
    }
    return encode(self, values[0], values[1]);
  }

  /** {@code str.encode(encoding, errors)}; both may be 0. */
  public long encode(long str, long encoding, long errors) {
    String codec = name(encoding);
    String shown = codec.equals("utf-8-sig") ? "utf-8" : codec;
    TextEncoder encoder = new TextEncoder(str, py.strs.codePoints(str), errors(shown, errors));
    ByteSink out =
        switch (codec) {
          case "ascii" -> encoder.narrow(128);
          case "latin-1" -> encoder.narrow(256);
          case "utf-8" -> encoder.utf8();
          case "utf-8-sig" -> encoder.bytes(UTF8_MARK).utf8();
          case "unicode_escape" -> encoder.escaped(false);
          case "raw_unicode_escape" -> encoder.escaped(true);
          default -> encoder.wide(codec);
        };
    return py.bytes.of(out.toArray());
  }
}
