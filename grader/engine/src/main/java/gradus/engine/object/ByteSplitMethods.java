package gradus.engine.object;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Methods of bytes and bytearray that take them apart or put them together. */
final class ByteSplitMethods {

  private final Space py;
  private final ByteStrings strings;
  private final PartLists lists;

  ByteSplitMethods(Space py, ByteStrings strings) {
    this.py = py;
    this.strings = strings;
    lists = new PartLists(py);
  }

  void install(TypeBuilder type) {
    type.methods("split", (self, args, n, k) -> split("split", self, args, n, k))
        .methods("rsplit", (self, args, n, k) -> split("rsplit", self, args, n, k))
        .methods("splitlines", this::splitLines)
        .method1("partition", (self, separator) -> partition(self, separator, false))
        .method1("rpartition", (self, separator) -> partition(self, separator, true))
        .method1("join", this::join);
  }

  private static String reversed(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  private long split(String name, long self, long args, int count, long names) {
    long[] values = py.arguments.parse(name, args, count, names, 0, "sep", "maxsplit");
    long most = values[1] == 0 ? -1 : py.numbers.sizeArgument(values[1]);
    long limit = most < 0 ? Long.MAX_VALUE : most;
    boolean fromRight = name.equals("rsplit");
    String whole = strings.text(self);
    String separator = "";
    boolean spaces = values[0] == 0 || values[0] == py.none;
    if (!spaces) {
      separator = strings.text(values[0]);
      requireSeparator(separator);
    }
    String text = fromRight ? reversed(whole) : whole;
    List<String> parts =
        spaces
            ? bySpaces(text, limit)
            : bySeparator(text, fromRight ? reversed(separator) : separator, limit);
    if (fromRight) {
      parts.replaceAll(ByteSplitMethods::reversed);
      Collections.reverse(parts);
    }
    // Only where a word was looked for can it turn out to be the whole object.
    boolean fresh = spaces && limit == 0;
    return lists.split(
        parts,
        limit,
        part -> fresh ? strings.like(self, part) : strings.changed(self, whole, part));
  }

  private static void requireSeparator(String separator) {
    if (separator.isEmpty()) {
      throw Raise.valueError("empty separator");
    }
  }

  private static List<String> bySeparator(String text, String separator, long limit) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(separator); at >= 0 && parts.size() < limit; ) {
      parts.add(text.substring(from, at));
      from = at + separator.length();
      at = text.indexOf(separator, from);
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static List<String> bySpaces(String text, long limit) {
    List<String> parts = new ArrayList<>();
    int at = skipSpaces(text, 0);
    while (at < text.length() && parts.size() < limit) {
      int end = at;
      while (end < text.length() && !ByteStrings.isSpace(text.charAt(end))) {
        end++;
      }
      parts.add(text.substring(at, end));
      at = skipSpaces(text, end);
    }
    if (at < text.length()) {
      parts.add(text.substring(at));
    }
    return parts;
  }

  private static int skipSpaces(String text, int from) {
    int at = from;
    while (at < text.length() && ByteStrings.isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private long splitLines(long self, long args, int count, long names) {
    long[] values = py.arguments.parse("splitlines", args, count, names, 0, "keepends");
    boolean keep = values[0] != 0 && py.numbers.intArgument(values[0]) != 0;
    String text = strings.text(self);
    List<String> lines = new ArrayList<>();
    for (int at = 0; at < text.length(); ) {
      int end = at;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      int next = Math.min(text.length(), end + (text.startsWith("\r\n", end) ? 2 : 1));
      lines.add(text.substring(at, keep ? next : end));
      at = next;
    }
    return lists.grown(lines, line -> strings.changed(self, text, line));
  }

  private long partition(long self, long object, boolean last) {
    String text = strings.text(self);
    String separator = strings.text(object);
    requireSeparator(separator);
    int at = last ? text.lastIndexOf(separator) : text.indexOf(separator);
    if (at < 0) {
      long whole = whole(self, self, text);
      long none = strings.like(self, "");
      long same = strings.like(self, "");
      return last ? triple(none, same, whole) : triple(whole, none, same);
    }
    return triple(
        strings.like(self, text.substring(0, at)),
        whole(self, object, separator),
        strings.like(self, text.substring(at + separator.length())));
  }

  /** What stays in one piece: the object itself, where it cannot change later. */
  private long whole(long self, long object, String text) {
    return py.bytes.is(self) ? py.own(object) : strings.like(self, text);
  }

  private long triple(long before, long part, long after) {
    long tuple = py.tuples.create(3);
    py.tuples.set(tuple, 0, before);
    py.tuples.set(tuple, 1, part);
    py.tuples.set(tuple, 2, after);
    return tuple;
  }

  private long join(long self, long iterable) {
    long tuple = py.items.fixed(iterable, "can only join an iterable");
    try {
      return joinAll(self, tuple);
    } finally {
      py.decref(tuple);
    }
  }

  private long joinAll(long self, long tuple) {
    int count = py.tuples.size(tuple);
    if (count == 1 && py.bytes.is(self) && py.typeOf(py.tuples.get(tuple, 0)) == py.types.bytes) {
      return py.own(py.tuples.get(tuple, 0));
    }
    String separator = strings.text(self);
    StringBuilder out = new StringBuilder();
    for (int index = 0; index < count; index++) {
      long item = py.tuples.get(tuple, index);
      if (!py.buffers.supports(item)) {
        throw Raise.typeError(
            "sequence item %d: expected a bytes-like object, %s found"
                .formatted(index, py.typeName(item)));
      }
      out.append(index == 0 ? "" : separator).append(strings.text(item));
    }
    return strings.like(self, out.toString());
  }
}
