package gradus.suites;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Code in the project's pages is cut from its sources: {@code // …} marks what a page leaves out.
 */
class DocumentedCodeTests {
  private static final Path ROOT = Path.of("..", "..");
  private static final Pattern CUT =
      Pattern.compile("<!-- cut from (\\S+) -->\\n```java\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LEFT_OUT = Pattern.compile("(?m)^ *// …\\n");

  @ParameterizedTest
  @ValueSource(strings = {"CONTRIBUTING.md"})
  void code_stands_in_the_source_it_names(String page) throws IOException {
    List<MatchResult> cuts = CUT.matcher(Files.readString(ROOT.resolve(page))).results().toList();

    assertThat(cuts).isNotEmpty();
    for (MatchResult cut : cuts) {
      String source = Files.readString(ROOT.resolve(cut.group(1)));
      assertThat(LEFT_OUT.split(cut.group(2)))
          .allSatisfy(piece -> assertThat(source).contains(piece));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONTRIBUTING.md", "README.md"})
  void java_is_never_shown_without_its_source(String page) throws IOException {
    String text = Files.readString(ROOT.resolve(page));

    assertThat(text.split("```java\\n", -1)).hasSize(1 + (int) CUT.matcher(text).results().count());
  }
}
