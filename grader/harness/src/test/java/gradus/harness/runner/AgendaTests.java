package gradus.harness.runner;

import static gradus.harness.result.Outcome.PASSED;
import static gradus.harness.result.Outcome.TIMEOUT;
import static gradus.harness.result.Outcome.WRONG_ANSWER;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.harness.lesson.Lesson;
import gradus.harness.result.CheckResult;
import gradus.harness.result.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class AgendaTests {
  private static final int CHECKS = 4;

  /** A task of four checks. */
  private static TaskRun task(String id, String... needs) {
    List<ExpectedCheck> checks =
        IntStream.range(0, CHECKS)
            .mapToObj(i -> new ExpectedCheck(id, id + i, 1, AgendaTests.class.getMethods()[0]))
            .toList();
    return new TaskRun(new Lesson.Task(id, id, CHECKS, List.of(needs), List.of()), checks);
  }

  /** Runs a task until it ends or puts the rest off: its checks end like this, by their number. */
  private static void goOn(TaskRun task, Outcome... outcomes) {
    task.goOn(
        checks -> {
          String name = checks.get(0).name();
          Outcome outcome = outcomes[Integer.parseInt(name.substring(name.length() - 1))];
          int points = outcome == PASSED ? 1 : 0;
          return List.of(new CheckResult(name, outcome, "", Optional.empty(), points, 1, 0, 0));
        });
  }

  private static String take(Agenda agenda) throws InterruptedException {
    return agenda.take().map(task -> task.task().id()).orElse("nothing");
  }

  @Nested
  class tasks_that_need_nothing {
    private final Agenda agenda = new Agenda(List.of(task("one"), task("two")));

    @Test
    void are_taken_in_order_by_whoever_comes() throws InterruptedException {
      assertThat(take(agenda)).isEqualTo("one");
      assertThat(take(agenda)).isEqualTo("two");
    }

    @Test
    void are_not_taken_again_when_they_have_ended() throws InterruptedException {
      for (String expected : List.of("one", "two")) {
        TaskRun task = agenda.take().orElseThrow();
        assertThat(task.task().id()).isEqualTo(expected);
        goOn(task, PASSED, PASSED, PASSED, PASSED);
        agenda.release(task);
      }
      assertThat(take(agenda)).isEqualTo("nothing");
    }

    @Test
    void go_on_elsewhere_when_they_were_given_back_unfinished() throws InterruptedException {
      TaskRun task = agenda.take().orElseThrow();
      agenda.release(task);
      assertThat(agenda.take()).contains(task);
    }
  }

  @Nested
  class a_task_that_needs_another {
    private final TaskRun needed = task("needed");
    private final Agenda agenda = new Agenda(List.of(task("needs-it", "needed"), needed));

    private CompletableFuture<String> takenElsewhere() {
      return CompletableFuture.supplyAsync(
          () -> {
            try {
              return take(agenda);
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          });
    }

    @Test
    void comes_after_it() throws InterruptedException {
      assertThat(take(agenda)).isEqualTo("needed");
      CompletableFuture<String> next = takenElsewhere();
      assertThat(next).isNotDone();
      goOn(needed, WRONG_ANSWER, WRONG_ANSWER, WRONG_ANSWER, WRONG_ANSWER);
      assertThat(next).isNotDone();
      agenda.release(needed);
      assertThat(next.join()).isEqualTo("needs-it");
    }

    @Test
    void need_not_wait_for_all_of_it_once_it_has_earned_something() throws InterruptedException {
      agenda.take();
      goOn(needed, PASSED, TIMEOUT, TIMEOUT, PASSED);
      assertThat(needed.hasEnded()).isFalse();
      agenda.release(needed);
      assertThat(take(agenda)).isEqualTo("needs-it");
    }

    @Test
    void waits_while_it_is_put_off() throws InterruptedException {
      agenda.take();
      goOn(needed, TIMEOUT, TIMEOUT);
      assertThat(needed.hasEnded()).isFalse();
      agenda.release(needed);
      assertThat(take(agenda)).isEqualTo("needed");
    }

    @Test
    void that_is_not_there_is_not_waited_for() throws InterruptedException {
      assertThat(take(new Agenda(List.of(task("lonely", "nobody"))))).isEqualTo("lonely");
    }
  }

  @Test
  void what_was_put_off_comes_when_every_task_has_begun() throws InterruptedException {
    TaskRun stuck = task("stuck");
    Agenda agenda = new Agenda(List.of(stuck, task("other")));
    agenda.take();
    goOn(stuck, TIMEOUT, TIMEOUT, TIMEOUT, TIMEOUT);
    agenda.release(stuck);
    TaskRun other = agenda.take().orElseThrow();
    assertThat(other.task().id()).isEqualTo("other");
    goOn(other, PASSED, PASSED, PASSED, PASSED);
    agenda.release(other);
    assertThat(agenda.take()).contains(stuck);
    goOn(stuck, TIMEOUT, TIMEOUT, TIMEOUT, TIMEOUT);
    agenda.release(stuck);
    assertThat(take(agenda)).isEqualTo("nothing");
  }
}
