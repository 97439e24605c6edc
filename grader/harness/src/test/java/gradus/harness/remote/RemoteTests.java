package gradus.harness.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gradus.harness.result.Outcome;
import gradus.kit.PyError;
import gradus.wire.Caps;
import gradus.wire.Contracts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RemoteTests {
  private static final WorkerFailure TIMEOUT = new WorkerFailure(Outcome.TIMEOUT, "too slow");

  private Process process;
  private Remote remote;

  @BeforeEach
  void start() throws IOException {
    process =
        new ProcessBuilder(
                "sh",
                "-c",
                "exec 3<&0 4>&1 </dev/null >/dev/null 2>&1; exec \"$@\"",
                "sh",
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                "gradus.worker.Worker")
            .start();
    remote =
        Remote.over(
            process.getInputStream(), process.getOutputStream(), contracts(), Caps.STANDARD);
    remote.beginCheck();
  }

  private static Contracts contracts() {
    return Contracts.of(List.of(Gate.class));
  }

  private static String classPath() {
    return Stream.of(Contracts.class, PyError.class, GateKeeper.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
        .map(location -> Path.of(location).toString())
        .collect(Collectors.joining(":"));
  }

  @AfterEach
  void stop() {
    remote.close();
    process.destroyForcibly();
  }

  private Gate gate() {
    return remote.make(Gate.class);
  }

  private static WorkerFailure failureOf(Runnable call) {
    return catchThrowableOfType(WorkerFailure.class, call::run);
  }

  @Test
  void practice_needs_no_student_and_leaves_the_worker_sound() {
    remote.understudy(Gate.class).pass(7);
    assertThat(remote.endCheck()).isZero();
    remote.beginCheck();
    remote.classes(Map.of("lessons/Nobody", new byte[] {1}));
    assertThat(gate().pass(7)).isEqualTo(7);
    assertThat(remote.condemned()).isEmpty();
  }

  @Nested
  class A_students_object {
    @Test
    void is_called_where_it_is() {
      Gate gate = gate();
      assertThat(gate.pass(7)).isEqualTo(7);
      assertThat(gate.same()).isSameAs(gate);
    }

    @Test
    void may_throw_the_contracts_exception() {
      assertThatThrownBy(() -> gate().act("py"))
          .isInstanceOf(PyError.class)
          .hasMessage("list index out of range")
          .extracting(error -> ((PyError) error).type())
          .isEqualTo("IndexError");
    }

    @Test
    void may_throw_anything_else_which_comes_as_text() {
      StudentException thrown =
          catchThrowableOfType(StudentException.class, () -> gate().act("todo"));
      assertThat(thrown.className()).isEqualTo("gradus.kit.Todo");
      assertThat(thrown).hasMessage("not implemented yet");
      assertThat(thrown.frames()).isEmpty();
      assertThat(remote.condemned()).isEmpty();
    }

    @Test
    void belongs_to_the_checks_thread() {
      Gate gate = gate();
      Executor otherThread = work -> new Thread(work).start();
      assertThat(CompletableFuture.supplyAsync(() -> gate.pass(1), otherThread))
          .failsWithin(Duration.ofSeconds(10))
          .withThrowableThat()
          .withRootCauseInstanceOf(IllegalStateException.class);
      assertThat(gate.pass(1)).isEqualTo(1);
    }

    @Test
    void is_of_the_class_its_contract_names() {
      assertThatThrownBy(() -> remote.make(Runnable.class))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("java.lang.Runnable names no @StudentClass");
    }

    @Test
    void is_not_given_what_the_wire_cannot_carry() {
      Gate gate = gate();
      assertThatThrownBy(() -> gate.act("x".repeat(5 << 20)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("the suite handed over what the wire cannot carry: ");
      assertThat(gate.pass(1)).isEqualTo(1);
    }

    @Test
    void ends_with_the_check_or_when_forgotten() {
      Gate first = gate();
      remote.forget();
      assertThatThrownBy(() -> first.pass(1)).isInstanceOf(IllegalStateException.class);
      Gate second = gate();
      assertThat(remote.endCheck()).isZero();
      assertThatThrownBy(() -> second.pass(1)).isInstanceOf(IllegalStateException.class);
      remote.beginCheck();
      assertThat(gate().pass(1)).isEqualTo(1);
    }
  }

  @Nested
  class A_call_back {
    @Test
    void that_throws_the_contracts_exception_is_the_students_to_handle() {
      LongUnaryOperator failing =
          n -> {
            throw new PyError("KeyError", "'key'");
          };
      assertThat(gate().apply("swallow", failing)).isEqualTo(5);
      assertThatThrownBy(() -> gate().apply("", failing)).isInstanceOf(PyError.class);
    }

    @Test
    void that_fails_an_assertion_fails_the_check_whatever_the_student_catches() {
      AssertionError failure = new AssertionError("called in the wrong order");
      LongUnaryOperator failing =
          n -> {
            throw failure;
          };
      Gate gate = gate();
      assertThatThrownBy(() -> gate.apply("swallow", failing)).isSameAs(failure);
      assertThatThrownBy(() -> gate.apply("", n -> gate.apply("swallow", failing)))
          .isSameAs(failure);
      assertThat(gate.apply("", n -> n + 1)).isEqualTo(2);
    }

    @Test
    void that_asks_a_dead_worker_ends_the_call_it_is_in() {
      Gate gate = gate();
      assertThat(failureOf(() -> gate.apply("swallow", n -> gate.act("exit").length())).outcome())
          .isEqualTo(Outcome.CRASHED);
    }
  }

  @Nested
  class A_worker_is_condemned {
    private void assertCondemned(Runnable call, Outcome outcome, String message) {
      WorkerFailure failure = failureOf(call);
      assertThat(failure.outcome()).isEqualTo(outcome);
      assertThat(failure).hasMessage(message);
      assertThat(remote.condemned()).contains(failure);
      assertThat(failureOf(() -> gate())).isSameAs(failure);
      assertThatCode(() -> remote.endCheck()).doesNotThrowAnyException();
    }

    @Test
    void when_it_ends() {
      Gate gate = gate();
      assertCondemned(
          () -> gate.act("exit"),
          Outcome.CRASHED,
          "the program ended in the middle of a check: by exit or halt, or the JVM crashed");
    }

    @Test
    void when_student_code_writes_to_the_wire() {
      Gate gate = gate();
      assertCondemned(
          () -> gate.act("forge"),
          Outcome.PROTOCOL_VIOLATION,
          "the worker did not keep to the protocol: an answer came to a call that was not waiting"
              + " for one");
    }

    @Test
    void by_the_watchdog_that_kills_it() {
      Gate gate = gate();
      Thread watchdog =
          new Thread(
              () -> {
                while (remote.waited().toMillis() < 300) {
                  Thread.onSpinWait();
                }
                remote.condemn(TIMEOUT);
                process.destroyForcibly();
              });
      watchdog.start();
      assertCondemned(() -> gate.act("sleep"), Outcome.TIMEOUT, "too slow");
    }

    @Test
    void by_whoever_lets_go_of_it() {
      remote.close();
      assertThat(failureOf(() -> gate()).outcome()).isEqualTo(Outcome.INFRASTRUCTURE);
    }
  }

  @Nested
  class Around_a_check {
    @Test
    void the_wait_is_counted_and_starts_anew() {
      gate().pass(1);
      assertThat(remote.waited()).isPositive();
      remote.beginCheck();
      assertThat(remote.waited()).isZero();
    }

    @Test
    void leftover_threads_are_reported() {
      gate().act("thread");
      assertThat(remote.endCheck()).isEqualTo(1);
    }
  }

  @Nested
  class A_worker_that_never_was {
    private Remote without(Outcome autopsy) {
      return Remote.over(
          InputStream.nullInputStream(),
          OutputStream.nullOutputStream(),
          contracts(),
          Caps.STANDARD,
          () -> new WorkerFailure(autopsy, "looked into"));
    }

    @Test
    void is_the_graders_fault() {
      assertThat(failureOf(without(Outcome.OUT_OF_MEMORY)::start).outcome())
          .isEqualTo(Outcome.INFRASTRUCTURE);
    }

    @Test
    void is_not_looked_into_once_it_was_up() {
      TrustedSide side = new TrustedSide(() -> new WorkerFailure(Outcome.OUT_OF_MEMORY, "heap"));
      side.started();
      assertThat(side.over(new IOException("gone"))).hasMessage("heap");
      assertThat(side.over(new StackOverflowError())).hasMessage("heap");
    }

    @Test
    void an_error_of_our_own_is_the_graders_fault() {
      TrustedSide side = new TrustedSide(() -> TIMEOUT);
      side.started();
      assertThat(side.over(new StackOverflowError()))
          .hasMessage("the grader itself failed: java.lang.StackOverflowError");
    }
  }
}
