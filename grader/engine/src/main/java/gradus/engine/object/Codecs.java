package gradus.engine.object;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Encodings of text as bytes, as far as they are built in. */
final class Codecs {

  private final Space py;

  Codecs(Space py) {
    this.py = py;
  }

  private String name(long encoding) {
    String name = encoding == 0 ? "utf-8" : py.strs.text(encoding);
    return switch (name.toLowerCase(Locale.ROOT).replace("_", "-")) {
      case "utf-8", "utf8" -> "utf-8";
      case "ascii", "us-ascii" -> "ascii";
      case "latin-1", "latin1", "iso-8859-1", "iso8859-1" -> "latin-1";
      default -> throw Raise.of("LookupError", "unknown encoding: " + name);
    };
  }

  /** {@code str(bytes, encoding, errors)}. */
  long decode(long bytes, long encoding, long errors) {
    if (!py.buffers.supports(bytes)) {
      throw Raise.typeError(
          "decoding to str: need a bytes-like object, %s found".formatted(py.typeName(bytes)));
    }
    byte[] content = py.buffers.content(bytes);
    String codec = name(encoding);
    boolean strict = errors == 0 || py.strs.text(errors).equals("strict");
    if (codec.equals("ascii") && strict) {
      for (int index = 0; index < content.length; index++) {
        if (content[index] < 0) {
          throw undecodable("ascii", bytes, index, "ordinal not in range(128)");
        }
      }
    }
    return py.strs.of(
        codec.equals("utf-8")
            ? new String(content, StandardCharsets.UTF_8)
            : BytesType.latin1(content));
  }

  private Raise undecodable(String codec, long bytes, int index, String reason) {
    long tuple = py.tuples.create(5);
    py.tuples.set(tuple, 0, py.strs.of(codec));
    py.tuples.set(tuple, 1, py.own(bytes));
    py.tuples.set(tuple, 2, py.ints.of(index));
    py.tuples.set(tuple, 3, py.ints.of(index + 1L));
    py.tuples.set(tuple, 4, py.strs.of(reason));
    try {
      return Raise.object(py.calls.call(py.exceptions.type("UnicodeDecodeError"), tuple, 0L));
    } finally {
      py.decref(tuple);
    }
  }

  long encodeMethod(long self, long args, int count, long names) {
    long[] values = py.arguments.parse("encode", args, count, names, 0, "encoding", "errors");
    return encode(self, values[0]);
  }

  /** {@code str.encode(encoding)}. */
  public long encode(long str, long encoding) {
    String codec = name(encoding);
    if (codec.equals("utf-8")) {
      return py.bytes.of(py.strs.text(str).getBytes(StandardCharsets.UTF_8));
    }
    int limit = codec.equals("ascii") ? 128 : 256;
    int[] points = py.strs.codePoints(str);
    byte[] content = new byte[points.length];
    for (int index = 0; index < points.length; index++) {
      if (points[index] >= limit) {
        throw unencodable(codec, str, index, limit);
      }
      content[index] = (byte) points[index];
    }
    return py.bytes.of(content);
  }

  private Raise unencodable(String codec, long str, int index, int limit) {
    long tuple = py.tuples.create(5);
    py.tuples.set(tuple, 0, py.strs.of(codec));
    py.tuples.set(tuple, 1, py.own(str));
    py.tuples.set(tuple, 2, py.ints.of(index));
    py.tuples.set(tuple, 3, py.ints.of(index + 1L));
    py.tuples.set(tuple, 4, py.strs.of("ordinal not in range(%d)".formatted(limit)));
    try {
      return Raise.object(py.calls.call(py.exceptions.type("UnicodeEncodeError"), tuple, 0L));
    } finally {
      py.decref(tuple);
    }
  }
}
