package gradus.engine.conformance;

import java.util.ArrayList;
import java.util.List;

/** The first field in which each thing differs. */
final class Differences {
  private static final List<String> FIELDS =
      List.of(
          "kind",
          "name",
          "argcount",
          "kwonlyargcount",
          "nlocals",
          "stacksize",
          "flags",
          "code",
          "consts",
          "names",
          "varnames",
          "freevars",
          "cellvars",
          "firstlineno",
          "lnotab");
  private static final int SHOWN = 400;

  private final List<String> found = new ArrayList<>();

  /** Compares the rows of one source. */
  void note(String source, List<String> expected, List<String> actual) {
    for (int i = 0; i < expected.size(); i++) {
      String row = i < actual.size() ? actual.get(i) : "";
      if (!expected.get(i).equals(row)) {
        noteRow(source, expected.get(i).split("\t", -1), row.split("\t", -1));
        return;
      }
    }
  }

  private void noteRow(String source, String[] expected, String[] actual) {
    if (!expected[0].equals("C") || !actual[0].equals("C")) {
      add(source, "error", String.join(" ", expected), String.join(" ", actual));
      return;
    }
    for (int i = 0; i < FIELDS.size(); i++) {
      if (!expected[i].equals(actual[i])) {
        add(source + " " + expected[1], FIELDS.get(i), expected[i], actual[i]);
        return;
      }
    }
  }

  private void add(String where, String field, String expected, String actual) {
    found.add(
        "%s: %s%n    3.6  %s%n    ours %s".formatted(where, field, cut(expected), cut(actual)));
  }

  private static String cut(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }

  List<String> first(int count) {
    return found.stream().limit(count).toList();
  }
}
