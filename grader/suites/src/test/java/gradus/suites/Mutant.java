package gradus.suites;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A wrong solution as {@code mutants.yaml} describes it: the model with one text replaced. */
record Mutant(String name, String task, String file, String find, String replace) {
  static List<Mutant> of(String lesson) {
    Path file = Tree.ROOT.resolve("solutions").resolve(lesson).resolve("mutants.yaml");
    try {
      return new YAMLMapper().readValue(file.toFile(), new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How often the text to replace stands in its file; once is right. */
  int places(Map<String, String> model) {
    String text = model.get(file);
    return (text.length() - text.replace(find, "").length()) / find.length();
  }

  Map<String, String> appliedTo(Map<String, String> model) {
    Map<String, String> mutated = new TreeMap<>(model);
    mutated.compute(file, (path, text) -> text.replace(find, replace));
    return mutated;
  }
}
