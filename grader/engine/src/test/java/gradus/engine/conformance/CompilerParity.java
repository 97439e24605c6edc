package gradus.engine.conformance;

import gradus.engine.compiler.CompileMode;
import gradus.engine.compiler.CompileOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Compiles the standard library of a CPython 3.6, and damaged pieces of it, and compares each code
 * object and each error, field by field, with what that CPython makes of them.
 *
 * <p>Arguments: the interpreter; the folder of dump_code.py and mutate_code.py; a seed and a number
 * of damaged pieces; the file the summary is written to.
 */
public final class CompilerParity {
  private static final int SHOWN = 20;

  private final Tally files = new Tally("files");
  private final Tally codes = new Tally("code objects");
  private final Tally errors = new Tally("files refused");
  private final Tally damaged = new Tally("damaged pieces");
  private final Tally refused = new Tally("pieces refused");
  private final Differences differences = new Differences();
  private Path library = Path.of("");

  private CompilerParity() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    CompilerParity parity = new CompilerParity();
    Path scripts = Path.of(args[1]);
    parity.read(args[0], "-I", scripts.resolve("dump_code.py").toString());
    parity.read(args[0], "-I", scripts.resolve("mutate_code.py").toString(), args[2], args[3]);
    parity.report(System.out, Path.of(args[4]));
  }

  private void read(String... command) throws IOException, InterruptedException {
    Process python =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader rows =
        new BufferedReader(
            new InputStreamReader(python.getInputStream(), StandardCharsets.US_ASCII))) {
      String head = rows.readLine();
      while (head != null) {
        List<String> expected = new ArrayList<>();
        String row = rows.readLine();
        while (row != null && (row.startsWith("C\t") || row.startsWith("E\t"))) {
          expected.add(row);
          row = rows.readLine();
        }
        compare(head.split("\t", -1), expected);
        head = row;
      }
    }
    python.waitFor();
  }

  private void compare(String[] head, List<String> expected) throws IOException {
    if (head[0].equals("F")) {
      compareFile(Path.of(head[1]), expected);
    } else {
      comparePiece(head[1], HexFormat.of().parseHex(head[2]), expected);
    }
  }

  private void compareFile(Path path, List<String> expected) throws IOException {
    if (library.toString().isEmpty()) {
      library = path.getParent();
    }
    String name = library.relativize(path).toString();
    List<String> actual = CodeRows.of(Files.readAllBytes(path), CompileOptions.of(name));
    files.count(expected.equals(actual));
    boolean isError = expected.get(0).startsWith("E");
    for (int i = 0; i < expected.size(); i++) {
      boolean equal = i < actual.size() && expected.get(i).equals(actual.get(i));
      (isError ? errors : codes).count(equal);
    }
    differences.note(name, expected, actual);
  }

  private void comparePiece(String mode, byte[] source, List<String> expected) {
    CompileMode compileMode = CompileMode.valueOf(mode.toUpperCase(Locale.ROOT));
    List<String> actual = CodeRows.of(source, CompileOptions.of("m.py").with(compileMode));
    damaged.count(expected.equals(actual));
    if (expected.get(0).startsWith("E")) {
      refused.count(expected.equals(actual));
    }
    String text = new String(source, StandardCharsets.UTF_8);
    differences.note(mode + " <<<" + text + ">>>", expected, actual);
  }

  private void report(PrintStream out, Path summary) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("compiler parity   identical      of    share");
    for (Tally tally : List.of(files, codes, errors, damaged, refused)) {
      lines.add(tally.toString());
    }
    lines.forEach(out::println);
    differences.first(SHOWN).forEach(out::println);
    Files.write(summary, lines);
  }
}
