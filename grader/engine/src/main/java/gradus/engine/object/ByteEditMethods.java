package gradus.engine.object;

import java.util.HexFormat;

/** Methods of bytes and bytearray that make a changed copy. */
final class ByteEditMethods {

  private static final int TABLE = 256;

  /** A longer text fits no memory this engine is given. */
  private static final int WIDEST = 1 << 27;

  private final Space py;
  private final ByteStrings strings;

  ByteEditMethods(Space py, ByteStrings strings) {
    this.py = py;
    this.strings = strings;
  }

  void install(TypeBuilder type) {
    type.methods("replace", 2, 3, this::replace)
        .methods("strip", 0, 1, (self, args, n, k) -> strip(self, args, n, true, true))
        .methods("lstrip", 0, 1, (self, args, n, k) -> strip(self, args, n, true, false))
        .methods("rstrip", 0, 1, (self, args, n, k) -> strip(self, args, n, false, true))
        .methods("center", 1, 2, (self, args, n, k) -> pad("center", self, args, n))
        .methods("ljust", 1, 2, (self, args, n, k) -> pad("ljust", self, args, n))
        .methods("rjust", 1, 2, (self, args, n, k) -> pad("rjust", self, args, n))
        .method1("zfill", (self, width) -> zfill(self, width(width)))
        .methods("expandtabs", this::expandTabs)
        .methods("translate", this::translate)
        .staticMethods("maketrans", this::makeTable)
        .method("hex", self -> py.strs.of(HexFormat.of().formatHex(py.buffers.content(self))))
        .methods("decode", this::decode);
  }

  private long decode(long self, long args, int count, long names) {
    long[] values = py.arguments.parse("decode", args, count, names, 0, "encoding", "errors");
    for (int index = 0; index < values.length; index++) {
      if (values[index] != 0) {
        py.arguments.requireStr("decode", index + 1, values[index]);
      }
    }
    return py.codecs.decode(self, values[0], values[1]);
  }

  private long replace(long self, long args, int count, long names) {
    String text = strings.text(self);
    String from = strings.text(py.arguments.get(args, 0));
    String to = strings.text(py.arguments.get(args, 1));
    long limit = count < 3 ? -1 : py.numbers.sizeArgument(py.arguments.get(args, 2));
    return strings.changed(self, text, replaced(text, from, to, limit));
  }

  private static String replaced(String text, String from, String to, long limit) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    long left = limit < 0 ? Long.MAX_VALUE : limit;
    for (int found = text.indexOf(from); found >= 0 && left > 0; left--) {
      out.append(text, at, found).append(to);
      at = found + from.length();
      int next = from.isEmpty() ? found + 1 : at;
      found = next > text.length() ? -1 : text.indexOf(from, next);
    }
    return out.append(text, at, text.length()).toString();
  }

  private long strip(long self, long args, int count, boolean left, boolean right) {
    boolean spaces = count == 0 || py.arguments.get(args, 0) == py.none;
    String set = spaces ? " \t\n\r\f\u000b" : strings.text(py.arguments.get(args, 0));
    String text = strings.text(self);
    int from = 0;
    int to = text.length();
    while (left && from < to && set.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (right && to > from && set.indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return strings.changed(self, text, text.substring(from, to));
  }

  private long pad(String name, long self, long args, int count) {
    String text = strings.text(self);
    int width = width(py.arguments.get(args, 0));
    String fill = count > 1 ? fill(name, py.arguments.get(args, 1)) : " ";
    int missing = Math.max(0, width - text.length());
    int left =
        switch (name) {
          case "center" -> missing / 2 + (missing & width & 1);
          case "ljust" -> 0;
          default -> missing;
        };
    String padded = fill.repeat(left) + text + fill.repeat(missing - left);
    return strings.changed(self, text, padded);
  }

  private int width(long argument) {
    long width = py.numbers.sizeArgument(argument);
    if (width > WIDEST) {
      throw Raise.memoryError();
    }
    return (int) Math.max(0, width);
  }

  private String fill(String name, long object) {
    boolean good = py.bytes.is(object) || py.byteArrays.is(object);
    String fill = good ? strings.text(object) : "";
    if (fill.length() != 1) {
      throw Raise.typeError(
          "%s() argument 2 must be a byte string of length 1, not %s"
              .formatted(name, py.typeName(object)));
    }
    return fill;
  }

  private long zfill(long self, long width) {
    String text = strings.text(self);
    String zeros = "0".repeat((int) Math.max(0, width - text.length()));
    boolean signed = text.startsWith("+") || text.startsWith("-");
    int digits = signed ? 1 : 0;
    return strings.changed(self, text, text.substring(0, digits) + zeros + text.substring(digits));
  }

  private long expandTabs(long self, long args, int count, long names) {
    long[] values = py.arguments.parse("expandtabs", args, count, names, 0, "tabsize");
    long size = values[0] == 0 ? 8 : py.numbers.intArgument(values[0]);
    StringBuilder out = new StringBuilder();
    long column = 0;
    String text = strings.text(self);
    for (int index = 0; index < text.length(); index++) {
      char c = text.charAt(index);
      if (c == '\t') {
        long gap = size > 0 ? size - column % size : 0;
        if (out.length() + gap > WIDEST) {
          throw Raise.memoryError();
        }
        out.append(" ".repeat((int) gap));
        column += gap;
      } else {
        out.append(c);
        column = c == '\n' || c == '\r' ? 0 : column + 1;
      }
    }
    return strings.like(self, out.toString());
  }

  private long translate(long self, long args, int count, long names) {
    long[] values = py.arguments.parse("translate", args, count, names, 1, "", "delete");
    String table = values[0] == py.none ? "" : strings.text(values[0]);
    if (values[0] != py.none && table.length() != TABLE) {
      throw Raise.valueError("translation table must be 256 characters long");
    }
    String deleted = values[1] == 0 ? "" : strings.text(values[1]);
    String text = strings.text(self);
    StringBuilder out = new StringBuilder();
    for (int index = 0; index < text.length(); index++) {
      char c = text.charAt(index);
      if (deleted.indexOf(c) < 0) {
        out.append(table.isEmpty() ? c : table.charAt(c));
      }
    }
    return strings.changed(self, text, out.toString());
  }

  private long makeTable(long self, long args, int count, long names) {
    py.arguments.noKeywords("maketrans", names);
    py.arguments.count("maketrans", count, 2, 2);
    String from = strings.text(py.arguments.get(args, 0));
    String to = strings.text(py.arguments.get(args, 1));
    if (from.length() != to.length()) {
      throw Raise.valueError("maketrans arguments must have same length");
    }
    byte[] table = new byte[TABLE];
    for (int index = 0; index < TABLE; index++) {
      table[index] = (byte) index;
    }
    for (int index = 0; index < from.length(); index++) {
      table[from.charAt(index)] = (byte) to.charAt(index);
    }
    return py.bytes.of(table);
  }
}
