package gradus.engine.conformance;

import gradus.engine.PythonProgram;
import gradus.engine.layout.ObjectLayout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Lets conformance/layouts.py look at objects of every kind, in a CPython 3.6 and here, and
 * compares what it saw: sizes, the collector's header, each field.
 *
 * <p>Arguments: the interpreter; the folder of layouts.py; two that are not used; the file the
 * summary is written to.
 */
public final class LayoutParity {

  /** What the local CPython's patch adds to the collector's header. */
  private static final int PATCH = 8;

  /** What differs by right, and why. */
  private static final List<String> NOT_COMPARED =
      List.of(
          "ob_refcnt of what is shared    counts at start-up differ by build",
          "hashes of str and bytes        randomised; only whether one is known is compared",
          "functions' addresses           only NULL or not",
          "state above eight bits         never initialised",
          "ma_version_tag                 counts all changes of all dicts since the start",
          "tp_version_tag and its flags   given out by the order of attribute look-ups",
          "tp_doc                         the texts are CPython's",
          "tp_methods, _members, _getset  one table a type there, single definitions here",
          "tp_subclasses, tp_weaklist     depend on what was imported",
          "md_def, md_state               CPython's own state of a built-in module",
          "whether () is tracked          depends on whether a collection was before");

  /** What is seen of an object: its size, its header's state, its fields. */
  private record Seen(String size, String header, String fields) {

    int vanillaSize() {
      return Integer.parseInt(size) - (header.equals("-") ? 0 : PATCH);
    }
  }

  private final Tally kinds = new Tally("kinds, aligned16");
  private final Tally sizes = new Tally("sizes, vanilla");
  private final List<String> differences = new ArrayList<>();

  private LayoutParity() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path script = Path.of(args[1]).resolve("layouts.py");
    Map<String, Seen> expected = parse(there(args[0], script));
    LayoutParity parity = new LayoutParity();
    parity.compare(expected, parse(here(script, ObjectLayout.ALIGNED16)));
    parity.compareSizes(expected, parse(here(script, ObjectLayout.VANILLA)));
    parity.report(Path.of(args[4]));
  }

  private static String there(String python, Path script) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(python, "-I", script.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    byte[] out = process.getInputStream().readAllBytes();
    process.waitFor();
    return new String(out, StandardCharsets.UTF_8);
  }

  private static String here(Path script, ObjectLayout layout) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PythonProgram.of(script.toString(), Files.readAllBytes(script))
        .layout(layout)
        .run(out, OutputStream.nullOutputStream());
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Map<String, Seen> parse(String output) {
    Map<String, Seen> seen = new LinkedHashMap<>();
    for (String line : output.lines().toList()) {
      String[] parts = line.split("\t", -1);
      if (parts.length == 4) {
        seen.put(parts[0], new Seen(parts[1], parts[2], parts[3]));
      }
    }
    return seen;
  }

  private void compare(Map<String, Seen> expected, Map<String, Seen> actual) {
    expected.forEach(
        (kind, wanted) -> {
          Seen found = actual.get(kind);
          kinds.count(wanted.equals(found));
          if (found == null) {
            differences.add(kind + ": not to be had");
          } else if (!wanted.equals(found)) {
            differences.add(kind + ": " + difference(wanted, found));
          }
        });
  }

  private static String difference(Seen wanted, Seen found) {
    TreeSet<String> parts = new TreeSet<>();
    if (!wanted.size().equals(found.size())) {
      parts.add("size " + wanted.size() + " here " + found.size());
    }
    if (!wanted.header().equals(found.header())) {
      parts.add("header " + wanted.header() + " here " + found.header());
    }
    String[] left = wanted.fields().split(" ", -1);
    String[] right = found.fields().split(" ", -1);
    for (int at = 0; at < left.length; at++) {
      String other = at < right.length ? right[at] : "nothing";
      if (!left[at].equals(other)) {
        parts.add(left[at] + " here " + other.substring(other.indexOf('=') + 1));
      }
    }
    return String.join(", ", parts);
  }

  private void compareSizes(Map<String, Seen> expected, Map<String, Seen> actual) {
    expected.forEach(
        (kind, wanted) -> {
          if (!wanted.size().equals("-")) {
            Seen found = actual.get(kind);
            String size = found == null ? "none" : found.size();
            sizes.count(size.equals("" + wanted.vanillaSize()));
          }
        });
  }

  private void report(Path summary) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("layouts           identical      of    share");
    lines.add(kinds.toString());
    lines.add(sizes.toString());
    lines.add("");
    lines.add("not compared:");
    NOT_COMPARED.forEach(line -> lines.add("  " + line));
    lines.add("");
    lines.add("different:" + (differences.isEmpty() ? " nothing" : ""));
    differences.forEach(line -> lines.add("  " + line));
    lines.forEach(System.out::println);
    Files.write(summary, lines);
  }
}
