package gradus.kit.score;

import static gradus.kit.score.Expect.expect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import gradus.kit.Todo;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

final class ScoreListenerTests {
  @TempDir private Path lesson;

  @Nested
  final class A_mixed_run {
    @Test
    void ends_with_a_block_for_each_failure_and_a_table() throws Exception {
      Files.writeString(
          lesson.resolve("lesson.yaml"),
          """
          tasks:
            - { id: growth, title: The capacity rule, points: 15 }
            - { id: array, title: The array, points: 25 }
            - { id: shrink, title: When to give back, points: 15 }
            - { id: ledger, title: The ledger, points: 15 }
          """);
      run(
          selectClass(Array.class),
          selectClass(Growth.class),
          selectClass(MoreGrowth.class),
          selectClass(Shrink.class));
      assertThat(page())
          .containsSubsequence(
              "✗ growth: always fails\n    IllegalStateException: here\n\n",
              "✗ array: gets an item, CPYTHON_36: at(7)\n    IllegalStateException: index 7\n\n",
              "✗ array: Small arrays, grows\n",
              "    called     a.allocated()\n",
              "    expected   4\n",
              "    came       3\n",
              "  task    title                           checks   points  next to read\n",
              "  growth  The capacity rule  █████░░░░░      1/2     7/15  hints.md\n",
              "  array   The array          ██░░░░░░░░      1/4     6/25  hints.md\n",
              "  shrink  When to give back  ░░░░░░░░░░      0/1     0/15  hints.md  (not written",
              "  ledger  The ledger         ░░░░░░░░░░      0/0     0/15  (not run)\n")
          .doesNotContain("org.junit", "\tat ", "java.base");
    }

    @Test
    void is_red() throws Exception {
      run(selectClass(Growth.class), selectClass(Array.class));
      assertThatThrownBy(() -> show(StandardCharsets.UTF_8))
          .isInstanceOf(ShowScore.Unfinished.class)
          .hasMessage("3 of 5 visible checks do not pass yet; see the table above.");
    }
  }

  @Nested
  final class A_verdict {
    @Test
    void is_green_when_everything_passes() throws Exception {
      run(selectClass(Growth.class));
      assertThat(show(StandardCharsets.UTF_8)).contains(": the visible checks");
    }

    @Test
    void is_good_for_one_build() throws Exception {
      run(selectClass(Growth.class));
      show(StandardCharsets.UTF_8);
      assertThatThrownBy(() -> show(StandardCharsets.UTF_8))
          .hasMessage("The visible checks did not run.");
    }

    @Test
    void is_red_when_nothing_ran() {
      run();
      assertThatThrownBy(() -> show(StandardCharsets.UTF_8)).hasMessage("No visible check ran.");
    }

    @Test
    void is_red_when_a_class_could_not_be_set_up() {
      run(selectClass(Broken.class));
      assertThatThrownBy(() -> show(StandardCharsets.UTF_8))
          .hasMessageStartingWith("1 of 1 visible checks do not pass");
    }
  }

  @Nested
  final class A_plain_terminal {
    @Test
    void gets_plainer_signs() throws Exception {
      Files.writeString(lesson.resolve("lesson.yaml"), "tasks:\n  - { id: growth, points: 15 }");
      run(selectClass(Growth.class));
      assertThat(show(StandardCharsets.US_ASCII)).contains("##########");
    }
  }

  @Nested
  final class Without_the_build {
    @Test
    void nothing_is_left_behind() {
      LauncherFactory.create().execute(request(), new ScoreListener(Optional.empty(), lesson));
      assertThat(lesson).isEmptyDirectory();
    }
  }

  @Nested
  final class A_story {
    @Test
    void shows_the_students_frames_and_one_of_the_test() throws Exception {
      Path code = Files.createDirectories(lesson.resolve("src/main/java/lessons/x"));
      Files.createFile(code.resolve("Slots.java"));
      IllegalStateException failure = new IllegalStateException();
      failure.setStackTrace(
          new StackTraceElement[] {
            new StackTraceElement("java.util.List", "get", "List.java", 9),
            new StackTraceElement("lessons.x.Slots", "at", "Slots.java", 12),
            new StackTraceElement("lessons.x.Calls", "call", "Calls.java", 3),
            new StackTraceElement("Unnamed", "main", null, -1),
            new StackTraceElement("lessons.x.SlotsTests", "gets", "SlotsTests.java", 40),
            new StackTraceElement("lessons.x.SlotsTests", "helper", "SlotsTests.java", 50),
          });
      assertThat(new Story(lesson).of(failure))
          .isEqualTo(
              "IllegalStateException\nat Slots.at (Slots.java:12)\nchecked in SlotsTests.java:40");
    }

    @Test
    void of_a_time_limit_is_its_message() {
      assertThat(new Story(lesson).of(new TimeoutException("gets() timed out after 10 seconds")))
          .isEqualTo("gets() timed out after 10 seconds");
    }

    @Test
    void of_an_exit_says_so() {
      Throwable where = new IllegalStateException("the thread's frames");
      where.setStackTrace(
          new StackTraceElement[] {
            new StackTraceElement("java.lang.Runtime", "exit", "Runtime.java", 115),
            new StackTraceElement("java.lang.System", "exit", "System.java", 1872),
          });
      TimeoutException failure = new TimeoutException("gets() timed out after 10 seconds");
      failure.initCause(where);
      assertThat(new Story(lesson).of(failure)).startsWith("ends the whole program: System.exit");
    }

    @Test
    void knows_a_stub_that_something_else_wrapped() {
      assertThat(Story.isStub(new RuntimeException(new Todo()))).isTrue();
      assertThat(Story.isStub(new RuntimeException())).isFalse();
    }
  }

  @Task("growth")
  static final class Growth {
    @Test
    void follows_the_rule() {}
  }

  @Task("growth")
  static final class MoreGrowth {
    @Test
    void always_fails() {
      throw new IllegalStateException("here");
    }
  }

  @Task("array")
  static final class Array {
    @Nested
    final class Small_arrays {
      @Test
      void grows() {
        expect("a.allocated()", 4, () -> 3);
      }
    }

    @ParameterizedTest(name = "CPYTHON_36: at({0})")
    @ValueSource(ints = {1, 7})
    void gets_an_item(int index) {
      if (index == 7) {
        throw new IllegalStateException("index " + index);
      }
    }

    @Test
    @Disabled("shown as not passed")
    void waits() {}
  }

  @Task("shrink")
  static final class Shrink {
    @Test
    void shrinks() {
      throw new Todo();
    }
  }

  static final class Broken {
    @BeforeAll
    static void breaks() {
      throw new IllegalStateException("no set-up");
    }

    @Test
    void never_starts() {}
  }

  private void run(DiscoverySelector... selectors) {
    ScoreListener listener = new ScoreListener(Optional.of(score()), lesson);
    LauncherFactory.create().execute(request(selectors), listener);
  }

  private static LauncherDiscoveryRequest request(DiscoverySelector... selectors) {
    return LauncherDiscoveryRequestBuilder.request().selectors(selectors).build();
  }

  private Path score() {
    return lesson.resolve("target");
  }

  private String page() throws Exception {
    return Files.readString(score().resolve(ScoreListener.PAGE));
  }

  private String show(Charset charset) throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ShowScore.show(score(), new PrintStream(printed, true, StandardCharsets.UTF_8), charset);
    return printed.toString(StandardCharsets.UTF_8);
  }
}
