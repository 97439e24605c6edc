package gradus.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What real CPythons did, as conformance/record-facts.sh wrote it down: one row a line, words
 * between spaces.
 */
public final class Facts {

  private Facts() {}

  /** The rows of a file, split into words. */
  public static List<String[]> rows(String file) {
    try (InputStream in = Facts.class.getResourceAsStream("facts/" + file)) {
      String text =
          new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().map(line -> line.split(" ")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
