package gradus.engine.object;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/** Methods of str. */
final class StrMethods {

  private final Space py;

  StrMethods(Space py) {
    this.py = py;
  }

  void install(TypeBuilder type) {
    type.method1("join", this::join)
        .methods("split", this::split)
        .method("upper", map(text -> text.toUpperCase(java.util.Locale.ROOT)))
        .method("lower", map(text -> text.toLowerCase(java.util.Locale.ROOT)))
        .methods("strip", 0, 1, (self, args, n, k) -> strip("strip", self, args, n))
        .methods("lstrip", 0, 1, (self, args, n, k) -> strip("lstrip", self, args, n))
        .methods("rstrip", 0, 1, (self, args, n, k) -> strip("rstrip", self, args, n))
        .methods("replace", 2, 3, this::replace)
        .methods("startswith", 1, 3, (self, args, n, k) -> affix(self, args, n, true))
        .methods("endswith", 1, 3, (self, args, n, k) -> affix(self, args, n, false))
        .methods("find", 1, 3, (self, args, n, k) -> find(self, args, n, false, false))
        .methods("rfind", 1, 3, (self, args, n, k) -> find(self, args, n, true, false))
        .methods("index", 1, 3, (self, args, n, k) -> find(self, args, n, false, true))
        .methods("rindex", 1, 3, (self, args, n, k) -> find(self, args, n, true, true))
        .methods("count", 1, 3, this::count)
        .methods("format", (self, args, n, k) -> py.formats.format(self, args, n, k))
        .methods("encode", (self, args, n, k) -> py.codecs.encodeMethod(self, args, n, k))
        .methods("center", 1, 2, (self, args, n, k) -> pad(self, args, n, 0))
        .methods("ljust", 1, 2, (self, args, n, k) -> pad(self, args, n, -1))
        .methods("rjust", 1, 2, (self, args, n, k) -> pad(self, args, n, 1))
        .method1("zfill", this::zfill)
        .method("isdigit", all(Character::isDigit))
        .method("isdecimal", all(Character::isDigit))
        .method("isalpha", all(Character::isLetter))
        .method("isalnum", all(Character::isLetterOrDigit))
        .method("isspace", all(StrMethods::isSpace))
        .method("isupper", this::isUpper)
        .method("islower", this::isLower)
        .method("isidentifier", this::isIdentifier);
  }

  static boolean isSpace(int point) {
    return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == 0x85;
  }

  private Unary map(UnaryOperator<String> mapping) {
    return self -> py.strs.of(mapping.apply(py.strs.text(self)));
  }

  private Unary all(IntPredicate predicate) {
    return self ->
        py.bool(py.strs.length(self) > 0 && py.strs.text(self).codePoints().allMatch(predicate));
  }

  private long isUpper(long self) {
    String text = py.strs.text(self);
    return py.bool(
        text.codePoints().anyMatch(Character::isUpperCase)
            && text.codePoints().noneMatch(Character::isLowerCase));
  }

  private long isLower(long self) {
    String text = py.strs.text(self);
    return py.bool(
        text.codePoints().anyMatch(Character::isLowerCase)
            && text.codePoints().noneMatch(Character::isUpperCase));
  }

  private long isIdentifier(long self) {
    int[] points = py.strs.codePoints(self);
    boolean good = points.length > 0;
    for (int index = 0; index < points.length; index++) {
      good &=
          points[index] == '_'
              || (index == 0
                  ? Character.isUnicodeIdentifierStart(points[index])
                  : Character.isUnicodeIdentifierPart(points[index]));
    }
    return py.bool(good);
  }

  private String text(long args, int index) {
    long value = py.arguments.get(args, index);
    if (!py.strs.is(value)) {
      throw Raise.typeError("must be str, not " + py.typeName(value));
    }
    return py.strs.text(value);
  }

  private long join(long self, long iterable) {
    if (!py.calls.hasSpecial(iterable, "__iter__") && !py.items.isSequence(iterable)) {
      throw Raise.typeError("can only join an iterable");
    }
    long tuple = py.items.tupleOf(iterable);
    try {
      StringBuilder out = new StringBuilder();
      String separator = py.strs.text(self);
      for (int index = 0; index < py.tuples.size(tuple); index++) {
        long item = py.tuples.get(tuple, index);
        if (!py.strs.is(item)) {
          throw Raise.typeError(
              "sequence item %d: expected str instance, %s found"
                  .formatted(index, py.typeName(item)));
        }
        out.append(index == 0 ? "" : separator).append(py.strs.text(item));
      }
      return py.strs.of(out.toString());
    } finally {
      py.decref(tuple);
    }
  }

  private long split(long self, long args, int count, long names) {
    long[] values = py.arguments.parse("split", args, count, names, 0, "sep", "maxsplit");
    long limit = values[1] == 0 ? -1 : py.numbers.size(values[1]);
    limit = limit < 0 ? Long.MAX_VALUE : limit;
    String text = py.strs.text(self);
    if (values[0] == 0 || values[0] == py.none) {
      return list(whitespaceSplit(text, limit));
    }
    String separator = py.strs.text(values[0]);
    if (separator.isEmpty()) {
      throw Raise.valueError("empty separator");
    }
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(separator); at >= 0 && parts.size() < limit; ) {
      parts.add(text.substring(from, at));
      from = at + separator.length();
      at = text.indexOf(separator, from);
    }
    parts.add(text.substring(from));
    return list(parts);
  }

  private static List<String> whitespaceSplit(String text, long limit) {
    List<String> parts = new ArrayList<>();
    int at = 0;
    while (true) {
      while (at < text.length() && isSpace(text.charAt(at))) {
        at++;
      }
      if (at == text.length()) {
        return parts;
      }
      if (parts.size() == limit) {
        parts.add(trimEnd(text.substring(at)));
        return parts;
      }
      int end = at;
      while (end < text.length() && !isSpace(text.charAt(end))) {
        end++;
      }
      parts.add(text.substring(at, end));
      at = end;
    }
  }

  private static String trimEnd(String text) {
    int end = text.length();
    while (end > 0 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  private long list(List<String> parts) {
    long list = py.lists.create(0);
    for (String part : parts) {
      long str = py.strs.of(part);
      py.listOps.append(list, str);
      py.decref(str);
    }
    return list;
  }

  private long strip(String name, long self, long args, int count) {
    boolean left = !name.equals("rstrip");
    boolean right = !name.equals("lstrip");
    boolean spaces = count == 0 || py.arguments.get(args, 0) == py.none;
    if (!spaces && !py.strs.is(py.arguments.get(args, 0))) {
      throw Raise.typeError(name + " arg must be None or str");
    }
    String set = spaces ? "" : text(args, 0);
    String text = py.strs.text(self);
    int from = 0;
    int to = text.length();
    while (left && from < to && strips(text.charAt(from), spaces, set)) {
      from++;
    }
    while (right && to > from && strips(text.charAt(to - 1), spaces, set)) {
      to--;
    }
    return py.strs.of(text.substring(from, to));
  }

  private static boolean strips(char c, boolean spaces, String set) {
    return spaces ? isSpace(c) : set.indexOf(c) >= 0;
  }

  private long replace(long self, long args, int count, long names) {
    String text = py.strs.text(self);
    String from = text(args, 0);
    String to = text(args, 1);
    long limit = count < 3 ? -1 : py.numbers.size(py.arguments.get(args, 2));
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (limit != 0) {
      int found = text.indexOf(from, at);
      if (found < 0 || (from.isEmpty() && at > text.length())) {
        break;
      }
      out.append(text, at, found).append(to);
      at = found + from.length();
      if (from.isEmpty()) {
        if (found >= text.length()) {
          at = text.length();
          break;
        }
        out.append(text.charAt(found));
        at++;
      }
      limit--;
    }
    return py.strs.of(out.append(text.substring(Math.min(at, text.length()))).toString());
  }

  private int[] bounds(long args, int count, int length) {
    long start = count > 1 ? bound(args, 1, 0) : 0;
    long end = count > 2 ? bound(args, 2, length) : length;
    start = Math.max(0, start < 0 ? start + length : start);
    end = Math.min(length, end < 0 ? Math.max(0, end + length) : end);
    return new int[] {(int) Math.min(start, Integer.MAX_VALUE), (int) end};
  }

  private long bound(long args, int index, long otherwise) {
    long value = py.arguments.get(args, index);
    return value == py.none ? otherwise : py.numbers.size(value);
  }

  private long affix(long self, long args, int count, boolean start) {
    String text = py.strs.text(self);
    int[] bounds = bounds(args, count, text.length());
    if (bounds[0] > bounds[1]) {
      return py.bool(false);
    }
    String part = text.substring(bounds[0], bounds[1]);
    long affix = py.arguments.get(args, 0);
    if (py.tuples.is(affix)) {
      for (int index = 0; index < py.tuples.size(affix); index++) {
        if (matches(part, py.tuples.get(affix, index), start)) {
          return py.bool(true);
        }
      }
      return py.bool(false);
    }
    return py.bool(matches(part, affix, start));
  }

  private boolean matches(String part, long affix, boolean start) {
    if (!py.strs.is(affix)) {
      throw Raise.typeError(
          "%s first arg must be str or a tuple of str, not %s"
              .formatted(start ? "startswith" : "endswith", py.typeName(affix)));
    }
    String text = py.strs.text(affix);
    return start ? part.startsWith(text) : part.endsWith(text);
  }

  private long find(long self, long args, int count, boolean last, boolean must) {
    String text = py.strs.text(self);
    String part = text(args, 0);
    int[] bounds = bounds(args, count, text.length());
    int found = -1;
    if (bounds[0] <= bounds[1]) {
      String area = text.substring(bounds[0], bounds[1]);
      found = last ? area.lastIndexOf(part) : area.indexOf(part);
    }
    if (found < 0 && must) {
      throw Raise.valueError("substring not found");
    }
    return py.ints.of(found < 0 ? -1 : found + bounds[0]);
  }

  private long count(long self, long args, int count, long names) {
    String text = py.strs.text(self);
    String part = text(args, 0);
    int[] bounds = bounds(args, count, text.length());
    if (bounds[0] > bounds[1]) {
      return py.ints.of(0);
    }
    String area = text.substring(bounds[0], bounds[1]);
    if (part.isEmpty()) {
      return py.ints.of(area.length() + 1L);
    }
    long times = 0;
    for (int at = area.indexOf(part); at >= 0; at = area.indexOf(part, at + part.length())) {
      times++;
    }
    return py.ints.of(times);
  }

  private long pad(long self, long args, int count, int side) {
    String text = py.strs.text(self);
    long width = py.numbers.size(py.arguments.get(args, 0));
    String fill = count > 1 ? text(args, 1) : " ";
    int length = py.strs.length(self);
    int missing = (int) Math.max(0, width - length);
    int left = side == 0 ? missing / 2 + (missing & (int) width & 1) : side < 0 ? 0 : missing;
    return py.strs.of(fill.repeat(left) + text + fill.repeat(missing - left));
  }

  private long zfill(long self, long width) {
    String text = py.strs.text(self);
    int missing = (int) Math.max(0, py.numbers.size(width) - text.length());
    boolean sign = text.startsWith("+") || text.startsWith("-");
    return py.strs.of(
        sign
            ? text.charAt(0) + "0".repeat(missing) + text.substring(1)
            : "0".repeat(missing) + text);
  }
}
