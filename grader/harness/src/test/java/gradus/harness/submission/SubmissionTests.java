package gradus.harness.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionTests {
  private static final List<String> KNOWN = List.of("boxing", "dynamic-arrays");

  @TempDir Path directory;

  private Path sources() throws IOException {
    return Files.createDirectories(
        directory.resolve("dynamic-arrays/src/main/java/lessons/dynamicarrays"));
  }

  private SubmittedLesson collected() {
    return Submission.collect(directory, KNOWN).lessons().get(0);
  }

  @Nested
  class What_is_taken {
    @Test
    void is_every_source_of_every_known_lesson_in_order() throws IOException {
      Files.writeString(sources().resolve("B.java"), "class B {}");
      Files.writeString(sources().resolve("A.java"), "class Ä {}");
      Files.writeString(sources().resolve("package-info.java"), "package x;");
      Submission submission = Submission.collect(directory, KNOWN);
      assertThat(submission.lessons())
          .extracting(SubmittedLesson::lesson)
          .containsOnly("dynamic-arrays");
      assertThat(collected().sources())
          .extracting(SourceFile::path, SourceFile::text)
          .startsWith(
              tuple("lessons/dynamicarrays/A.java", "class Ä {}"),
              tuple("lessons/dynamicarrays/B.java", "class B {}"))
          .hasSize(3);
      assertThat(submission.notes()).isEmpty();
    }

    @Test
    void is_only_the_lessons_that_are_wanted() throws IOException {
      Files.createDirectories(directory.resolve("boxing/src/main/java"));
      sources();
      assertThat(Submission.collect(directory, KNOWN, List.of("boxing")).lessons())
          .extracting(SubmittedLesson::lesson)
          .containsExactly("boxing");
    }
  }

  @Nested
  class What_is_passed_over {
    @Test
    void is_counted_in_one_line() throws IOException {
      for (String name : List.of("x.txt", "module-info.java", "a b.java", ".java", "A.class")) {
        Files.writeString(sources().resolve(name), "");
      }
      Files.createDirectories(sources().resolve("META-INF/services"));
      Submission submission = Submission.collect(directory, KNOWN);
      assertThat(submission.lessons().get(0).sources()).isEmpty();
      assertThat(submission.notes())
          .singleElement()
          .asString()
          .startsWith("dynamic-arrays: 6 files in src/main/java passed over");
    }

    @Test
    void is_what_goes_beyond_a_thousand_files_always_the_same() throws IOException {
      for (int i = 0; i < 10_000; i++) {
        Files.createFile(sources().resolve("C%05d.java".formatted(i)));
      }
      Submission submission = Submission.collect(directory, KNOWN);
      assertThat(submission.lessons().get(0).sources())
          .hasSize(1_000)
          .last()
          .extracting(SourceFile::path)
          .isEqualTo("lessons/dynamicarrays/C00999.java");
      assertThat(submission.notes()).singleElement().asString().contains("9000 files");
    }

    @Test
    void is_a_folder_so_deep_that_nobody_means_it() throws IOException {
      Path deep = sources();
      for (int i = 0; i < 40; i++) {
        deep = deep.resolve("d");
      }
      Files.writeString(Files.createDirectories(deep).resolve("A.java"), "");
      assertThat(collected().sources()).isEmpty();
    }

    @Test
    void is_a_link_to_a_folder() throws IOException {
      Path elsewhere = Files.createDirectories(directory.resolve("elsewhere"));
      Files.writeString(elsewhere.resolve("A.java"), "");
      Files.createSymbolicLink(sources().resolve("linked"), elsewhere);
      assertThat(collected().sources()).isEmpty();
    }
  }

  @Nested
  class A_file_with_a_fault {
    private void costsOnlyItself(String reason) throws IOException {
      Files.writeString(sources().resolve("Good.java"), "class Good {}");
      SubmittedLesson lesson = collected();
      assertThat(lesson.sources())
          .extracting(SourceFile::path)
          .containsExactly("lessons/dynamicarrays/Good.java");
      assertThat(lesson.faults())
          .singleElement()
          .satisfies(
              fault -> {
                assertThat(fault.path()).isEqualTo("lessons/dynamicarrays/Bad.java");
                assertThat(fault.reason()).contains(reason);
              });
    }

    @Test
    void may_be_a_link() throws IOException {
      Files.createSymbolicLink(sources().resolve("Bad.java"), Path.of("/etc/passwd"));
      costsOnlyItself("is a link");
    }

    @Test
    void may_not_be_utf_8() throws IOException {
      Files.write(sources().resolve("Bad.java"), new byte[] {'c', (byte) 0xFF});
      costsOnlyItself("is not UTF-8");
    }

    @Test
    void may_be_too_large() throws IOException {
      Files.writeString(sources().resolve("Bad.java"), " ".repeat((1 << 20) + 1));
      costsOnlyItself("larger than 1 MiB");
    }

    @Test
    void may_be_no_file_at_all() throws Exception {
      Path pipe = sources().resolve("Bad.java");
      assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
      costsOnlyItself("is not a regular file");
    }

    @Test
    void may_be_unreadable() throws IOException {
      Path secret = Files.writeString(sources().resolve("Bad.java"), "class Bad {}");
      Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
      assumeThat(Files.isReadable(secret)).as("the superuser reads everything").isFalse();
      costsOnlyItself("cannot be read");
    }

    @Test
    void may_be_the_one_that_makes_the_lesson_too_large() throws IOException {
      for (int i = 0; i < 9; i++) {
        Files.writeString(sources().resolve("A" + i + ".java"), " ".repeat(1 << 20));
      }
      SubmittedLesson lesson = collected();
      assertThat(lesson.sources()).hasSize(8);
      assertThat(lesson.faults())
          .singleElement()
          .extracting(SourceFault::reason)
          .asString()
          .contains("over 8 MiB");
    }
  }

  @Nested
  class A_directory_that_cannot_be_graded {
    private void isRefused(Path what, List<String> wanted, String sentence) {
      assertThatThrownBy(() -> Submission.collect(what, KNOWN, wanted))
          .isInstanceOf(SubmissionException.class)
          .hasMessageContaining(sentence)
          .message()
          .doesNotContain("\n");
    }

    @Test
    void may_not_exist() {
      isRefused(directory.resolve("nowhere"), List.of(), "there is no directory");
    }

    @Test
    void may_be_a_file() throws IOException {
      Path file = Files.write(directory.resolve("file"), "x".getBytes(UTF_8));
      isRefused(file, List.of(), "is not a directory");
    }

    @Test
    void may_hold_no_lesson() {
      isRefused(directory, List.of(), "holds no lesson");
    }

    @Test
    void may_lack_the_lesson_that_is_wanted() throws IOException {
      sources();
      isRefused(directory, List.of("boxing"), "has no folder boxing/src/main/java");
    }

    @Test
    void may_be_asked_for_a_lesson_that_the_course_does_not_have() {
      isRefused(directory, List.of("graphs"), "the lessons are boxing, dynamic-arrays");
    }

    @Test
    void may_have_a_link_for_a_lesson() throws IOException {
      Path elsewhere = Files.createDirectories(directory.resolve("elsewhere/src/main/java"));
      Files.createSymbolicLink(directory.resolve("boxing"), elsewhere.getParent());
      isRefused(directory, List.of(), "holds no lesson");
    }

    @Test
    void may_be_unreadable() throws IOException {
      Path secret = Files.createDirectory(directory.resolve("secret"));
      Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
      assumeThat(Files.isReadable(secret)).as("the superuser reads everything").isFalse();
      isRefused(secret, List.of(), "cannot be read");
    }
  }
}
