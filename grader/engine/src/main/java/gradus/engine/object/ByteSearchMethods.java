package gradus.engine.object;

/** Methods of bytes and bytearray that look for something. */
final class ByteSearchMethods {

  private final Space py;
  private final ByteStrings strings;

  ByteSearchMethods(Space py, ByteStrings strings) {
    this.py = py;
    this.strings = strings;
  }

  void install(TypeBuilder type) {
    type.slot("sq_contains", (Binary) this::contains)
        .methods("find", 1, 3, (self, args, n, k) -> py.ints.of(find(self, args, n, false)))
        .methods("rfind", 1, 3, (self, args, n, k) -> py.ints.of(find(self, args, n, true)))
        .methods("index", 1, 3, (self, args, n, k) -> index(self, args, n, false))
        .methods("rindex", 1, 3, (self, args, n, k) -> index(self, args, n, true))
        .methods("count", 1, 3, this::count)
        .methods("startswith", 1, 3, (self, args, n, k) -> affix("startswith", self, args, n))
        .methods("endswith", 1, 3, (self, args, n, k) -> affix("endswith", self, args, n));
  }

  private long contains(long self, long part) {
    return strings.text(self).contains(strings.needle(part)) ? 1 : 0;
  }

  private int find(long self, long args, int count, boolean last) {
    String text = strings.text(self);
    String part = strings.sought(py.arguments.get(args, 0));
    ByteStrings.Bounds bounds = strings.bounds(args, count, 1, text.length());
    if (bounds.isEmpty()) {
      return -1;
    }
    String area = text.substring(bounds.start(), bounds.end());
    int found = last ? area.lastIndexOf(part) : area.indexOf(part);
    return found < 0 ? -1 : found + bounds.start();
  }

  private long index(long self, long args, int count, boolean last) {
    int found = find(self, args, count, last);
    if (found < 0) {
      throw Raise.valueError("subsection not found");
    }
    return py.ints.of(found);
  }

  private long count(long self, long args, int count, long names) {
    String text = strings.text(self);
    String part = strings.sought(py.arguments.get(args, 0));
    ByteStrings.Bounds bounds = strings.bounds(args, count, 1, text.length());
    if (bounds.isEmpty()) {
      return py.ints.of(0);
    }
    String area = text.substring(bounds.start(), bounds.end());
    if (part.isEmpty()) {
      return py.ints.of(area.length() + 1L);
    }
    long times = 0;
    for (int at = area.indexOf(part); at >= 0; at = area.indexOf(part, at + part.length())) {
      times++;
    }
    return py.ints.of(times);
  }

  private long affix(String name, long self, long args, int count) {
    String text = strings.text(self);
    ByteStrings.Bounds bounds = strings.bounds(args, count, 1, text.length());
    String area = bounds.isEmpty() ? null : text.substring(bounds.start(), bounds.end());
    long affix = py.arguments.get(args, 0);
    boolean start = name.equals("startswith");
    if (!py.tuples.is(affix)) {
      requireBytes(name, affix);
      return py.bool(matches(area, affix, start));
    }
    for (int index = 0; index < py.tuples.size(affix); index++) {
      if (matches(area, py.tuples.get(affix, index), start)) {
        return py.bool(true);
      }
    }
    return py.bool(false);
  }

  private void requireBytes(String name, long affix) {
    if (!py.buffers.supports(affix)) {
      throw Raise.typeError(
          "%s first arg must be bytes or a tuple of bytes, not %s"
              .formatted(name, py.typeName(affix)));
    }
  }

  private boolean matches(
      @org.jspecify.annotations.Nullable String area, long affix, boolean start) {
    String part = strings.text(affix);
    return area != null && (start ? area.startsWith(part) : area.endsWith(part));
  }
}
