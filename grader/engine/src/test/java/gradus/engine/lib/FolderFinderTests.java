package gradus.engine.lib;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderFinderTests {

  @TempDir Path outside = Path.of("");

  private Path root = Path.of("");
  private ModuleFinder finder = ModuleFinder.NONE;

  @BeforeEach
  void fill() throws IOException {
    root = Files.createDirectory(outside.resolve("root"));
    finder = new FolderFinder(root);
    Files.writeString(outside.resolve("secret.py"), "secret");
    Files.writeString(root.resolve("plain.py"), "plain");
    Files.createDirectory(root.resolve("space"));
    Path init = Files.createDirectory(root.resolve("package")).resolve("__init__.py");
    Files.writeString(init, "init");
  }

  @Test
  void finds_files_packages_and_namespaces() {
    assertThat(finder.find(root.toString(), "plain"))
        .hasValueSatisfying(
            found -> {
              assertThat(new String(found.content(), UTF_8)).isEqualTo("plain");
              assertThat(found.isPackage()).isFalse();
            });
    assertThat(finder.find(root.toString(), "package"))
        .hasValueSatisfying(
            found -> {
              assertThat(found.filename()).endsWith("__init__.py");
              assertThat(found.isPackage()).isTrue();
            });
    assertThat(finder.find(root.toString(), "space"))
        .hasValueSatisfying(found -> assertThat(found.isNamespace()).isTrue());
  }

  @Test
  void finds_nothing_outside_its_folder() {
    assertThat(finder.find(outside.toString(), "secret")).isEmpty();
    assertThat(finder.find(root + "/..", "secret")).isEmpty();
    assertThat(finder.find(root.toString(), "../secret")).isEmpty();
    assertThat(finder.find("", "plain")).isPresent();
  }

  @Test
  void takes_what_is_no_path_for_a_name_nobody_has() {
    assertThat(finder.find("\0", "plain")).isEmpty();
  }
}
