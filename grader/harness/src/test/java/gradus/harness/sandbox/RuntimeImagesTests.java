package gradus.harness.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.worker.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeImagesTests {
  @TempDir Path directory;

  private static ImageSpec.Training training(String mainClass) {
    return new ImageSpec.Training(mainClass, List.of(), "", (replies, requests) -> {});
  }

  @Test
  void an_image_is_small_and_has_its_program_beside_it() {
    RuntimeImage image = Samples.workerImage();
    assertThat(image.javaHome().resolve("bin/java")).isExecutable();
    assertThat(image.javaHome().resolve("bin/javac")).doesNotExist();
    assertThat(image.jars()).hasSize(2).allSatisfy(jar -> assertThat(jar).isRegularFile());
    assertThat(image.archive()).isNotEmptyFile();
    assertThat(image.libraries()).allSatisfy(library -> assertThat(library).exists());
    assertThat(Samples.workerImage()).isEqualTo(image);
  }

  @Test
  void the_archive_is_used_in_every_sandbox() throws IOException {
    List<Sandbox> sandboxes = new ArrayList<>(List.of(new ProcessSandbox()));
    Samples.bubblewrap().ifPresent(sandboxes::add);
    for (Sandbox sandbox : sandboxes) {
      JvmSpec spec =
          JvmSpec.of(Samples.workerImage(), Worker.class.getName())
              .withOptions(List.of("-Xlog:class+load:stdout"));
      try (SandboxedProcess process = sandbox.start(spec)) {
        process.requests().close();
        process.replies().readAllBytes();
        assertThat(process.exit().stdout().lines().filter(line -> line.contains("gradus.")))
            .isNotEmpty()
            .allMatch(line -> line.contains("source: shared objects file"));
      }
    }
  }

  @Test
  void a_jdk_that_links_nothing_serves_whole() throws IOException {
    List<String> said = new ArrayList<>();
    ImageSpec spec =
        new ImageSpec(
            "odd",
            List.of("no.such.module"),
            List.of(ImageSpec.home(Worker.class)),
            training(Worker.class.getName()));
    RuntimeImage image = new RuntimeImages(directory, said::add).image(spec);
    assertThat(image.javaHome()).isEqualTo(Path.of(System.getProperty("java.home")));
    assertThat(said).hasSize(2).last().asString().startsWith("NOTE: this JDK links no runtimes");
  }

  @Test
  void a_program_that_does_not_run_is_the_graders_fault() {
    ImageSpec spec =
        new ImageSpec(
            "worker",
            List.of("java.base"),
            List.of(ImageSpec.home(Worker.class)),
            training("no.such.Main"));
    assertThatThrownBy(() -> Samples.images().image(spec))
        .isInstanceOf(SandboxFault.class)
        .hasMessageContaining("no.such.Main does not run");
  }

  @Test
  void classes_that_are_not_there_are_the_graders_fault() {
    ImageSpec spec =
        new ImageSpec(
            "worker",
            List.of("java.base"),
            List.of(directory.resolve("nowhere.jar")),
            training("x.Y"));
    assertThatThrownBy(() -> Samples.images().image(spec))
        .isInstanceOf(SandboxFault.class)
        .hasMessageContaining("cannot read the grader's own classes");
  }

  @Test
  void a_class_of_the_jdk_has_no_home() {
    assertThatThrownBy(() -> ImageSpec.home(String.class)).isInstanceOf(SandboxFault.class);
  }

  @Test
  void jars_are_taken_as_they_are_and_folders_packed_the_same_every_time() throws IOException {
    Path folder = Files.createDirectories(directory.resolve("classes/a"));
    Files.writeString(folder.resolve("B.class"), "b");
    Files.writeString(folder.resolve("package-info.class"), "p");
    Path one = Files.createDirectory(directory.resolve("one"));
    Path two = Files.createDirectory(directory.resolve("two"));
    Path packed = Jars.layOut(List.of(folder.getParent()), one).get(0);
    Path copied = Jars.layOut(List.of(packed), two).get(0);
    assertThat(copied).hasSameBinaryContentAs(packed);
    assertThat(Files.getLastModifiedTime(copied)).isEqualTo(Files.getLastModifiedTime(packed));
    assertThat(Jars.classesOf(copied)).containsExactly("a/B");
  }
}
