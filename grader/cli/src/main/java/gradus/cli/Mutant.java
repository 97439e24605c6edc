package gradus.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A wrong solution: the model with one piece of text replaced.
 *
 * @param name what is wrong with it, in a few words
 * @param task the task that must lose points
 * @param file the file to change, below {@code src/main/java}
 * @param find the text to replace; it stands there exactly once
 * @param replace what to put in its place
 */
record Mutant(String name, String task, String file, String find, String replace) {

  /** The mutants a solution folder names. */
  static List<Mutant> in(Path solution) throws IOException {
    Path file = solution.resolve("mutants.yaml");
    try {
      return new YAMLMapper().readValue(file.toFile(), new TypeReference<List<Mutant>>() {});
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw Refusal.ofInput(
          "cannot read %s, line %d: %s".formatted(file, line, e.getOriginalMessage()));
    }
  }

  /**
   * Changes a copy of the model.
   *
   * @param sources the copy's {@code src/main/java}
   * @return one sentence that says why it cannot be done; empty if it is done
   */
  String applyTo(Path sources) throws IOException {
    Path target = sources.resolve(file);
    if (!Files.exists(target)) {
      return "the model has no file " + file;
    }
    String model = Files.readString(target);
    int first = model.indexOf(find);
    if (find.isEmpty() || first < 0) {
      return "its text to find is not in " + file;
    }
    if (model.indexOf(find, first + 1) >= 0) {
      return "its text to find is in " + file + " more than once";
    }
    Files.writeString(target, model.replace(find, replace));
    return "";
  }
}
