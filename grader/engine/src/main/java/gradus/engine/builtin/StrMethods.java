package gradus.engine.builtin;

import gradus.engine.object.CharacterKinds;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.TypeBuilder;

/**
 * Methods of str: those that pad, trim and convert; the others are in the classes named after what
 * they do.
 */
final class StrMethods {

  private static final int TAB = 8;

  /** A longer text fits no memory this engine is given. */
  private static final int WIDEST = 1 << 27;

  private final Space py;

  StrMethods(Space py) {
    this.py = py;
  }

  void install(TypeBuilder type) {
    type.methods("strip", 0, 1, (self, args, n, k) -> strip("strip", self, args, n))
        .methods("lstrip", 0, 1, (self, args, n, k) -> strip("lstrip", self, args, n))
        .methods("rstrip", 0, 1, (self, args, n, k) -> strip("rstrip", self, args, n))
        .methods("format", (self, args, n, k) -> py.formats.format(self, args, n, k))
        .method1("format_map", (self, mapping) -> py.formats.formatMap(self, mapping))
        .methods("encode", (self, args, n, k) -> py.codecs.encodeMethod(self, args, n, k))
        .methods("center", 1, 2, (self, args, n, k) -> pad(self, args, n, 0))
        .methods("ljust", 1, 2, (self, args, n, k) -> pad(self, args, n, -1))
        .methods("rjust", 1, 2, (self, args, n, k) -> pad(self, args, n, 1))
        .method1("zfill", (self, width) -> zfill(self, py.numbers.sizeArgument(width)))
        .methods("expandtabs", this::expandTabs);
    new StrCaseMethods(py).install(type);
    new StrSearchMethods(py).install(type);
    new StrSplitMethods(py).install(type);
    new StrTranslation(py).install(type);
  }

  private long strip(String name, long self, long args, int count) {
    boolean spaces = count == 0 || py.arguments.get(args, 0) == py.none;
    if (!spaces && !py.strs.is(py.arguments.get(args, 0))) {
      throw Raise.typeError(name + " arg must be None or str");
    }
    String set = spaces ? "" : py.strs.text(py.arguments.get(args, 0));
    int[] points = py.strs.codePoints(self);
    int from = 0;
    int to = points.length;
    while (!name.equals("rstrip") && from < to && strips(points[from], spaces, set)) {
      from++;
    }
    while (!name.equals("lstrip") && to > from && strips(points[to - 1], spaces, set)) {
      to--;
    }
    boolean whole = to - from == points.length && py.typeOf(self) == py.types.str;
    return whole ? py.own(self) : py.strs.of(java.util.Arrays.copyOfRange(points, from, to));
  }

  private static boolean strips(int point, boolean spaces, String set) {
    return spaces ? CharacterKinds.isSpace(point) : set.indexOf(point) >= 0;
  }

  private long pad(long self, long args, int count, int side) {
    long width = py.numbers.sizeArgument(py.arguments.get(args, 0));
    String fill = count > 1 ? fill(py.arguments.get(args, 1)) : " ";
    int length = py.strs.length(self);
    if (width <= length && py.typeOf(self) == py.types.str) {
      return py.own(self);
    }
    int missing = missing(width, length);
    int left = side == 0 ? missing / 2 + (missing & (int) width & 1) : side < 0 ? 0 : missing;
    String text = py.strs.text(self);
    return py.strs.of(fill.repeat(left) + text + fill.repeat(missing - left));
  }

  private static int missing(long width, int length) {
    if (width > WIDEST) {
      throw Raise.memoryError();
    }
    return (int) Math.max(0, width - length);
  }

  private String fill(long value) {
    if (!py.strs.is(value)) {
      throw Raise.typeError(
          "The fill character must be a unicode character, not " + py.typeName(value));
    }
    if (py.strs.length(value) != 1) {
      throw Raise.typeError("The fill character must be exactly one character long");
    }
    return py.strs.text(value);
  }

  private long zfill(long self, long width) {
    String text = py.strs.text(self);
    int missing = missing(width, py.strs.length(self));
    if (missing == 0 && py.typeOf(self) == py.types.str) {
      return py.own(self);
    }
    String zeros = "0".repeat(missing);
    boolean sign = text.startsWith("+") || text.startsWith("-");
    return py.strs.of(sign ? text.charAt(0) + zeros + text.substring(1) : zeros + text);
  }

  private long expandTabs(long self, long args, int count, long names) {
    long[] values = py.arguments.parse("expandtabs", args, count, names, 0, "tabsize");
    long width = values[0] == 0 ? TAB : py.numbers.intArgument(values[0]);
    if (py.strs.text(self).indexOf('\t') < 0 && py.typeOf(self) == py.types.str) {
      return py.own(self);
    }
    StringBuilder out = new StringBuilder();
    long column = 0;
    for (int point : py.strs.codePoints(self)) {
      if (point == '\t') {
        int spaces = width > 0 ? missing(out.length() + width - column % width, out.length()) : 0;
        out.append(" ".repeat(spaces));
        column += spaces;
      } else {
        out.appendCodePoint(point);
        column = point == '\n' || point == '\r' ? 0 : column + 1;
      }
    }
    return py.strs.of(out.toString());
  }
}
