package gradus.engine.builtin;

import gradus.engine.object.CharacterKinds;
import gradus.engine.object.PartLists;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.StrJoining;
import gradus.engine.object.TypeBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Methods of str that take a text apart, and join. */
final class StrSplitMethods {

  private final Space py;
  private final PartLists lists;
  private final StrJoining joining;

  /** Part of a text. */
  private record Part(int from, int to) {
    String of(String text) {
      return text.substring(from, to);
    }

    boolean isAllOf(String text) {
      return from == 0 && to == text.length();
    }
  }

  StrSplitMethods(Space py) {
    this.py = py;
    lists = new PartLists(py);
    joining = new StrJoining(py);
  }

  void install(TypeBuilder type) {
    type.method1("join", this::join)
        .methods("split", (self, args, n, k) -> split("split", self, args, n, k))
        .methods("rsplit", (self, args, n, k) -> split("rsplit", self, args, n, k))
        .methods("splitlines", this::splitLines)
        .method1("partition", (self, separator) -> partition(self, separator, false))
        .method1("rpartition", (self, separator) -> partition(self, separator, true));
  }

  private long join(long self, long iterable) {
    long tuple = py.items.fixed(iterable, "can only join an iterable");
    try {
      return joined(self, tuple);
    } finally {
      py.decref(tuple);
    }
  }

  private long joined(long self, long tuple) {
    int size = py.tuples.size(tuple);
    if (size == 1 && py.typeOf(py.tuples.get(tuple, 0)) == py.types.str) {
      return py.own(py.tuples.get(tuple, 0));
    }
    for (int index = 0; index < size; index++) {
      long item = py.tuples.get(tuple, index);
      if (!py.strs.is(item)) {
        throw Raise.typeError(
            "sequence item %d: expected str instance, %s found"
                .formatted(index, py.typeName(item)));
      }
    }
    return joining.joined(self, tuple);
  }

  private long split(String name, long self, long args, int count, long names) {
    long[] values = py.arguments.parse(name, args, count, names, 0, "sep", "maxsplit");
    long most = values[1] == 0 ? -1 : py.numbers.sizeArgument(values[1]);
    long limit = most < 0 ? Long.MAX_VALUE : most;
    String text = py.strs.text(self);
    boolean fromEnd = name.equals("rsplit");
    if (values[0] == 0 || values[0] == py.none) {
      List<Part> words = fromEnd ? wordsFromEnd(text, limit) : words(text, limit);
      // Only where a word was looked for can it turn out to be the whole str.
      return lists.split(
          words, limit, word -> limit == 0 ? part(self, text, word) : whole(self, text, word));
    }
    if (!py.strs.is(values[0])) {
      throw Raise.typeError("must be str or None, not " + py.typeName(values[0]));
    }
    if (cannotHold(self, values[0])) {
      return lists.split(List.of(self), 0, py::own);
    }
    String separator = separator(values[0]);
    List<Part> parts =
        fromEnd ? partsFromEnd(text, separator, limit) : parts(text, separator, limit);
    return lists.split(parts, limit, part -> whole(self, text, part));
  }

  /** Whether lengths or widths of characters tell that a text does not have another within. */
  private boolean cannotHold(long text, long part) {
    return py.strs.length(text) < py.strs.length(part) || py.strs.kind(text) < py.strs.kind(part);
  }

  /** A part of a str; one that is all of it is the str itself. */
  private long whole(long self, String text, Part part) {
    boolean same = py.typeOf(self) == py.types.str && part.isAllOf(text);
    return same ? py.own(self) : part(self, text, part);
  }

  private long part(long self, String text, Part part) {
    return py.strs.isPlain(self)
        ? py.strs.slice(self, part.from(), part.to())
        : py.strs.of(part.of(text));
  }

  private String separator(long separator) {
    String text = py.strs.text(separator);
    if (text.isEmpty()) {
      throw Raise.valueError("empty separator");
    }
    return text;
  }

  private static List<Part> parts(String text, String separator, long limit) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(separator); at >= 0 && parts.size() < limit; ) {
      parts.add(new Part(from, at));
      from = at + separator.length();
      at = text.indexOf(separator, from);
    }
    parts.add(new Part(from, text.length()));
    return parts;
  }

  private static List<Part> partsFromEnd(String text, String separator, long limit) {
    List<Part> parts = new ArrayList<>();
    int to = text.length();
    for (int at = text.lastIndexOf(separator); at >= 0 && parts.size() < limit; ) {
      parts.add(new Part(at + separator.length(), to));
      to = at;
      at = at < separator.length() ? -1 : text.lastIndexOf(separator, at - separator.length());
    }
    parts.add(new Part(0, to));
    Collections.reverse(parts);
    return parts;
  }

  private static List<Part> words(String text, long limit) {
    List<Part> parts = new ArrayList<>();
    int at = skip(text, 0, true);
    while (at < text.length()) {
      if (parts.size() == limit) {
        parts.add(new Part(at, text.length()));
        break;
      }
      int end = skip(text, at, false);
      parts.add(new Part(at, end));
      at = skip(text, end, true);
    }
    return parts;
  }

  /** All spaces are in the basic plane: units of text do as well as code points. */
  private static int skip(String text, int from, boolean spaces) {
    int at = from;
    while (at < text.length() && CharacterKinds.isSpace(text.charAt(at)) == spaces) {
      at++;
    }
    return at;
  }

  private static int trimmed(String text, int to) {
    int end = to;
    while (end > 0 && CharacterKinds.isSpace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static List<Part> wordsFromEnd(String text, long limit) {
    List<Part> parts = new ArrayList<>();
    int end = trimmed(text, text.length());
    while (end > 0) {
      if (parts.size() == limit) {
        parts.add(new Part(0, end));
        break;
      }
      int start = end;
      while (start > 0 && !CharacterKinds.isSpace(text.charAt(start - 1))) {
        start--;
      }
      parts.add(new Part(start, end));
      end = trimmed(text, start);
    }
    Collections.reverse(parts);
    return parts;
  }

  private long splitLines(long self, long args, int count, long names) {
    long[] values = py.arguments.parse("splitlines", args, count, names, 0, "keepends");
    boolean keep = values[0] != 0 && py.numbers.intArgument(values[0]) != 0;
    String text = py.strs.text(self);
    List<Part> lines = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < text.length(); at++) {
      if (CharacterKinds.endsLine(text.charAt(at))) {
        int end = at;
        boolean pair = text.startsWith("\r\n", at);
        at += pair ? 1 : 0;
        lines.add(new Part(from, keep ? at + 1 : end));
        from = at + 1;
      }
    }
    if (from < text.length()) {
      lines.add(new Part(from, text.length()));
    }
    return lists.grown(lines, line -> whole(self, text, line));
  }

  private long partition(long self, long separator, boolean last) {
    if (!py.strs.is(separator)) {
      throw Raise.typeError("must be str, not " + py.typeName(separator));
    }
    String text = py.strs.text(self);
    String part = separator(separator);
    int at = last ? text.lastIndexOf(part) : text.indexOf(part);
    long none = py.strs.of("");
    if (at < 0) {
      long whole = py.own(self);
      return last ? triple(none, py.own(none), whole) : triple(whole, none, py.own(none));
    }
    py.decref(none);
    return triple(
        py.strs.of(text.substring(0, at)),
        py.own(separator),
        py.strs.of(text.substring(at + part.length())));
  }

  private long triple(long before, long part, long after) {
    long tuple = py.tuples.create(3);
    py.tuples.set(tuple, 0, before);
    py.tuples.set(tuple, 1, part);
    py.tuples.set(tuple, 2, after);
    return tuple;
  }
}
