package gradus.engine.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compiles the standard library of a CPython 3.6 and compares each code object, field by field,
 * with what that CPython makes of it. Arguments: the interpreter, and conformance/dump_code.py.
 */
public final class CompilerParity {
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
  private static final int SHOWN = 20;

  private final PrintStream out;
  private final List<String> differences = new ArrayList<>();
  private final Map<String, Integer> byField = new TreeMap<>();
  private int files;
  private int equalFiles;
  private int codes;
  private int equalCodes;
  private int errors;
  private int equalErrors;

  private CompilerParity(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    CompilerParity parity = new CompilerParity(System.out);
    Process python =
        new ProcessBuilder(args[0], "-I", args[1])
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader rows =
        new BufferedReader(
            new InputStreamReader(python.getInputStream(), StandardCharsets.US_ASCII))) {
      parity.compareAll(rows);
    }
    python.waitFor();
    parity.report();
  }

  private void compareAll(BufferedReader rows) throws IOException {
    Path library = Path.of("");
    String path = "";
    List<String> expected = new ArrayList<>();
    for (String row = rows.readLine(); row != null; row = rows.readLine()) {
      if (row.startsWith("F\t")) {
        compare(library, path, expected);
        path = row.substring(2);
        library =
            path.isEmpty() || !library.toString().isEmpty() ? library : Path.of(path).getParent();
        expected = new ArrayList<>();
      } else {
        expected.add(row);
      }
    }
    compare(library, path, expected);
  }

  private void compare(Path library, String path, List<String> expected) throws IOException {
    if (path.isEmpty()) {
      return;
    }
    String relative = library.relativize(Path.of(path)).toString();
    List<String> actual = CodeRows.of(Files.readAllBytes(Path.of(path)), relative);
    files++;
    if (expected.equals(actual)) {
      equalFiles++;
    }
    for (int i = 0; i < expected.size(); i++) {
      compareRow(relative, expected.get(i), i < actual.size() ? actual.get(i) : "");
    }
  }

  private void compareRow(String file, String expected, String actual) {
    boolean equal = expected.equals(actual);
    if (expected.startsWith("E")) {
      errors++;
      equalErrors += equal ? 1 : 0;
    } else {
      codes++;
      equalCodes += equal ? 1 : 0;
    }
    if (!equal) {
      note(file, expected.split("\t", -1), actual.split("\t", -1));
    }
  }

  private void note(String file, String[] expected, String[] actual) {
    for (int i = 0; i < expected.length; i++) {
      String found = i < actual.length ? actual[i] : "";
      if (!expected[i].equals(found)) {
        String field = expected[0].equals("E") ? "error" : FIELDS.get(i);
        byField.merge(field, 1, Integer::sum);
        differences.add(
            "%s %s %s%n    3.6  %s%n    ours %s"
                .formatted(file, expected[1], field, cut(expected[i]), cut(found)));
        return;
      }
    }
  }

  private static String cut(String text) {
    return text.length() > 1500 ? text.substring(0, 1500) + "…" : text;
  }

  private void report() {
    out.printf("compiler parity   identical      of   share%n");
    line("files", equalFiles, files);
    line("code objects", equalCodes, codes);
    line("syntax errors", equalErrors, errors);
    byField.forEach((field, count) -> out.printf("first difference in %s: %d%n", field, count));
    differences.stream().limit(SHOWN).forEach(out::println);
  }

  private void line(String what, int equal, int all) {
    double share = all == 0 ? 100 : 100.0 * equal / all;
    out.printf("%-16s %10d %7d %6.3f%%%n", what, equal, all, share);
  }
}
