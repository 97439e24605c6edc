package gradus.engine.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.engine.conformance.CodeRows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What CPython 3.6.15 says to faulty programs, recorded by conformance/record_cases.py. */
class ErrorCasesTests {
  private static final List<String> GROUPS =
      List.of(
          "assignment",
          "calls",
          "flow",
          "fstrings",
          "indentation",
          "modes",
          "parameters",
          "scopes",
          "syntax");

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("cases")
  void ends_as_it_does_in_cpython(String group, String mode, String source, String outcome) {
    CompileMode compileMode = CompileMode.valueOf(mode.toUpperCase(Locale.ROOT));
    CompileOptions options = CompileOptions.of("case.py").with(compileMode);
    String row = CodeRows.of(unescaped(source).getBytes(StandardCharsets.UTF_8), options).get(0);
    String actual = row.startsWith("E\t") ? row.substring(2).replace('\t', ' ') : "compiles";
    assertThat(actual).isEqualTo(outcome);
  }

  static Stream<Arguments> cases() {
    return GROUPS.stream().flatMap(ErrorCasesTests::cases);
  }

  private static Stream<Arguments> cases(String group) {
    List<String> lines = lines("errors/" + group + ".txt");
    return IntStream.range(0, lines.size() / 2)
        .mapToObj(
            i -> {
              String[] head = lines.get(2 * i).split(" ", 3);
              return Arguments.of(group, head[1], lines.get(2 * i + 1), head[2]);
            });
  }

  private static List<String> lines(String name) {
    try (InputStream in = ErrorCasesTests.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The source a case writes in one line, with escapes as in a Python literal. */
  private static String unescaped(String line) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c != '\\' || i + 1 == line.length()) {
        out.append(c);
        continue;
      }
      char letter = line.charAt(++i);
      int digits = letter == 'x' ? 2 : letter == 'u' ? 4 : 0;
      if (digits > 0 && line.substring(i + 1).matches("[0-9a-f]{" + digits + "}.*")) {
        out.append((char) Integer.parseInt(line.substring(i + 1, i + 1 + digits), 16));
        i += digits;
      } else {
        out.append(unescaped(letter));
      }
    }
    return out.toString();
  }

  private static String unescaped(char letter) {
    return switch (letter) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'r' -> "\r";
      case '\\', '"' -> String.valueOf(letter);
      default -> "\\" + letter;
    };
  }
}
