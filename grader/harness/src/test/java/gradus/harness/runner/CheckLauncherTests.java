package gradus.harness.runner;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.harness.runner.CheckLauncher.Attendant;
import gradus.harness.suite.Check;
import gradus.harness.suite.CheckSession;
import gradus.harness.suite.Shelf;
import gradus.harness.suite.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class CheckLauncherTests {
  private static final List<String> TOLD = new ArrayList<>();

  private final CheckLauncher launcher = new CheckLauncher();
  private final Recorder recorder = new Recorder();

  /** Writes down what it is told, and may want to stop before or after a check. */
  private static final class Recorder implements Attendant {
    private String stopBefore = "";
    private String stopAfter = "";
    private String dieAfter = "";

    @Override
    public Optional<CheckSession> begin(ExpectedCheck check) {
      if (check.name().equals(stopBefore)) {
        return Optional.empty();
      }
      TOLD.add("begin " + check.name());
      return Optional.of(CheckSession.over(Shelf.student(Shelf.Right::new), 41));
    }

    @Override
    public boolean end(ExpectedCheck check, Optional<Throwable> thrown) {
      TOLD.add("end " + check.name() + thrown.map(it -> ": " + it.getMessage()).orElse(""));
      if (check.name().equals(dieAfter)) {
        throw new AssertionError();
      }
      return !check.name().equals(stopAfter);
    }
  }

  private static final class Checks {
    private Checks() {}

    static List<ExpectedCheck> of(Class<?> suite, String... names) {
      return Stream.of(names).map(name -> check(suite, name)).toList();
    }

    private static ExpectedCheck check(Class<?> suite, String name) {
      return Arrays.stream(suite.getDeclaredMethods())
          .filter(method -> method.getName().equals(name))
          .map(method -> new ExpectedCheck("task", name, 1, method))
          .findFirst()
          .orElseThrow();
    }
  }

  @BeforeEach
  void forget() {
    TOLD.clear();
  }

  @AfterEach
  void close() {
    launcher.close();
  }

  private Optional<String> run(Class<?> suite, String... names) {
    return launcher.run(Checks.of(suite, names), recorder);
  }

  static final class LetterSuite {
    @BeforeAll
    static void launched() {
      TOLD.add("launched");
    }

    @Task("task")
    @Check(value = "a", points = 1)
    void a() {}

    @Task("task")
    @Check(value = "b", points = 1)
    void b() {
      throw new IllegalStateException("oops");
    }

    @Task("task")
    @Check(value = "c", points = 1)
    void c() {}

    @Disabled
    @Task("task")
    @Check(value = "disabled", points = 1)
    void disabled() {}

    @Task("task")
    @Check(value = "aborts", points = 1)
    void aborts() {
      Assumptions.abort();
    }

    @RepeatedTest(2)
    @Task("task")
    @Check(value = "repeated", points = 1)
    void repeated() {}
  }

  @Test
  void one_launch_runs_the_checks_in_the_order_given() {
    assertThat(run(LetterSuite.class, "c", "a", "b")).isEmpty();
    assertThat(TOLD)
        .containsExactly(
            "launched", "begin c", "end c", "begin a", "end a", "begin b", "end b: oops");
  }

  @Test
  void the_attendant_may_end_a_launch_before_a_check() {
    recorder.stopBefore = "b";
    assertThat(run(LetterSuite.class, "a", "b", "c")).isEmpty();
    assertThat(TOLD).containsExactly("launched", "begin a", "end a");
  }

  @Test
  void the_attendant_may_end_a_launch_after_a_check() {
    recorder.stopAfter = "a";
    assertThat(run(LetterSuite.class, "a", "b", "c")).isEmpty();
    assertThat(TOLD).containsExactly("launched", "begin a", "end a");
  }

  @Test
  void a_check_without_an_end_is_amiss_and_the_last() {
    recorder.dieAfter = "a";
    assertThat(run(LetterSuite.class, "a", "b")).isPresent();
    assertThat(TOLD).doesNotContain("begin b");
  }

  @Test
  void a_check_that_does_not_run_spoils_the_launch() {
    assertThat(run(LetterSuite.class, "a", "disabled", "c")).contains("The check was skipped");
    assertThat(run(LetterSuite.class, "a", "aborts", "c")).contains("The check gave up");
  }

  @Test
  void a_check_that_would_run_twice_spoils_the_launch() {
    assertThat(run(LetterSuite.class, "a", "repeated")).contains("The check ran more than once");
    assertThat(TOLD).containsOnlyOnce("begin repeated");
  }

  @Test
  void a_check_that_would_run_twice_is_noticed_even_when_the_launch_is_over() {
    recorder.stopAfter = "repeated";
    assertThat(run(LetterSuite.class, "repeated")).contains("The check ran more than once");
  }
}
