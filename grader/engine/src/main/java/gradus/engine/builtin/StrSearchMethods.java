package gradus.engine.builtin;

import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.TypeBuilder;

/** Methods of str that look for a text in another, or put one in the place of another. */
final class StrSearchMethods {

  private final Space py;

  StrSearchMethods(Space py) {
    this.py = py;
  }

  void install(TypeBuilder type) {
    type.methods("find", 1, 3, (self, args, n, k) -> find("find", self, args, n))
        .methods("rfind", 1, 3, (self, args, n, k) -> find("rfind", self, args, n))
        .methods("index", 1, 3, (self, args, n, k) -> index("index", self, args, n))
        .methods("rindex", 1, 3, (self, args, n, k) -> index("rindex", self, args, n))
        .methods("count", 1, 3, this::count)
        .methods("startswith", 1, 3, (self, args, n, k) -> affix(self, args, n, true))
        .methods("endswith", 1, 3, (self, args, n, k) -> affix(self, args, n, false))
        .methods("replace", 2, 3, this::replace);
  }

  private String argument(long args, int index) {
    long value = py.arguments.get(args, index);
    if (!py.strs.is(value)) {
      throw Raise.typeError("must be str, not " + py.typeName(value));
    }
    return py.strs.text(value);
  }

  /** The part of a text that start and end leave. */
  private record Area(String text, int start, boolean possible) {}

  private Area area(long self, long args, int count) {
    int length = py.strs.length(self);
    long start = count > 1 ? bound(args, 1, 0, length) : 0;
    long end = count > 2 ? bound(args, 2, length, length) : length;
    if (start > end) {
      return new Area("", 0, false);
    }
    String text = py.strs.text(self);
    int from = text.offsetByCodePoints(0, (int) start);
    int to = text.offsetByCodePoints(from, (int) (end - start));
    return new Area(text.substring(from, to), (int) start, true);
  }

  private long bound(long args, int index, long otherwise, int length) {
    long value = py.arguments.get(args, index);
    if (value == py.none) {
      return otherwise;
    }
    long bound = py.slices.bound(value, otherwise);
    bound = bound < 0 ? Math.max(0, bound + length) : bound;
    return index == 2 ? Math.min(bound, length) : bound;
  }

  private long position(boolean last, long self, long args, int count) {
    String part = argument(args, 0);
    Area area = area(self, args, count);
    if (!area.possible) {
      return -1;
    }
    int found = last ? area.text.lastIndexOf(part) : area.text.indexOf(part);
    return found < 0 ? -1 : area.start + area.text.codePointCount(0, found);
  }

  private long find(String name, long self, long args, int count) {
    return py.ints.of(position(name.equals("rfind"), self, args, count));
  }

  private long index(String name, long self, long args, int count) {
    long position = position(name.equals("rindex"), self, args, count);
    if (position < 0) {
      throw Raise.valueError("substring not found");
    }
    return py.ints.of(position);
  }

  private long count(long self, long args, int count, long names) {
    String part = argument(args, 0);
    Area area = area(self, args, count);
    if (!area.possible) {
      return py.ints.of(0);
    }
    if (part.isEmpty()) {
      return py.ints.of(area.text.codePointCount(0, area.text.length()) + 1L);
    }
    long times = 0;
    int at = area.text.indexOf(part);
    for (; at >= 0; at = area.text.indexOf(part, at + part.length())) {
      times++;
    }
    return py.ints.of(times);
  }

  private long affix(long self, long args, int count, boolean start) {
    Area area = area(self, args, count);
    long affix = py.arguments.get(args, 0);
    if (!py.tuples.is(affix)) {
      return py.bool(matches(area, affix, start, "str or a tuple of str"));
    }
    for (int index = 0; index < py.tuples.size(affix); index++) {
      if (matches(area, py.tuples.get(affix, index), start, "")) {
        return py.bool(true);
      }
    }
    return py.bool(false);
  }

  private boolean matches(Area area, long affix, boolean start, String wanted) {
    if (!py.strs.is(affix)) {
      String name = start ? "startswith" : "endswith";
      throw Raise.typeError(
          wanted.isEmpty()
              ? "tuple for %s must only contain str, not %s".formatted(name, py.typeName(affix))
              : "%s first arg must be %s, not %s".formatted(name, wanted, py.typeName(affix)));
    }
    String text = py.strs.text(affix);
    return area.possible && (start ? area.text.startsWith(text) : area.text.endsWith(text));
  }

  private long replace(long self, long args, int count, long names) {
    String from = replaced(args, 0);
    String to = replaced(args, 1);
    long limit = count < 3 ? -1 : py.numbers.sizeArgument(py.arguments.get(args, 2));
    String text = py.strs.text(self);
    // With a limit, CPython never looks into an empty text.
    String result =
        limit >= 0 && text.isEmpty()
            ? text
            : replace(text, from, to, limit < 0 ? Long.MAX_VALUE : limit);
    boolean same = result.equals(text) && py.typeOf(self) == py.types.str;
    return same ? py.own(self) : py.strs.of(result);
  }

  private String replaced(long args, int index) {
    long value = py.arguments.get(args, index);
    py.arguments.requireStr("replace", index + 1, value);
    return py.strs.text(value);
  }

  private static String replace(String text, String from, String to, long limit) {
    if (from.isEmpty()) {
      return interleave(text, to, limit);
    }
    StringBuilder out = new StringBuilder();
    int at = 0;
    int found = text.indexOf(from);
    for (long left = limit; found >= 0 && left > 0; left--) {
      out.append(text, at, found).append(to);
      at = found + from.length();
      found = text.indexOf(from, at);
    }
    return out.append(text, at, text.length()).toString();
  }

  /** An empty text is found before each character and at the end. */
  private static String interleave(String text, String to, long limit) {
    StringBuilder out = new StringBuilder();
    long left = limit;
    for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
      out.append(left-- > 0 ? to : "").appendCodePoint(text.codePointAt(at));
    }
    return out.append(left > 0 ? to : "").toString();
  }
}
