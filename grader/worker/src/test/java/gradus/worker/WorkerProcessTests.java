package gradus.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.wire.Caps;
import gradus.wire.Contracts;
import gradus.wire.Conversation;
import gradus.worker.GraderSide.Over;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lessons.zoo.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The worker as it is: a process, its wire on descriptors 3 and 4. */
class WorkerProcessTests {
  private Process process;
  private Conversation conversation;
  private Trouble trouble;

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
                "-Xshare:auto",
                "-Xmx64m",
                "-cp",
                classPath(),
                Worker.class.getName())
            .start();
    conversation =
        Conversation.with(
            process.getInputStream(),
            process.getOutputStream(),
            Contracts.of(List.of(Trouble.class)),
            Caps.STANDARD,
            new GraderSide());
    conversation.start();
    trouble = conversation.make("lessons.zoo.Troublemaker", Trouble.class);
  }

  /** Where the worker, the students' classes and the kit are: nothing else. */
  private static String classPath() {
    return Stream.of(Worker.class, Trouble.class, gradus.kit.PyError.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
        .map(location -> Path.of(location.getPath()).toString())
        .distinct()
        .collect(Collectors.joining(":"));
  }

  @AfterEach
  void stop() {
    process.destroyForcibly();
  }

  private void assertGone(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOf(Over.class)
        .satisfies(over -> assertThat(over.getCause()).isInstanceOf(IOException.class));
  }

  @Test
  void calls_and_call_backs_go_through() {
    assertThat(trouble.number("20", n -> n + 1)).isEqualTo(21);
  }

  @Test
  void what_is_printed_does_not_get_between_the_frames() {
    assertThat(trouble.text("print")).isEqualTo("fine");
    assertThat(trouble.text("2")).isEqualTo("yy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"exit", "halt"})
  void a_worker_that_ends_is_seen_to_be_gone(String kind) {
    assertThatThrownBy(() -> trouble.text(kind))
        .isInstanceOf(Over.class)
        .hasCauseInstanceOf(EOFException.class);
    assertGone(() -> trouble.text("1"));
  }

  @Test
  void a_worker_that_is_killed_in_a_call_is_seen_to_be_gone() {
    Thread killer =
        new Thread(
            () -> {
              try {
                process.waitFor(200, TimeUnit.MILLISECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              process.destroyForcibly();
            });
    killer.start();
    assertGone(() -> trouble.text("sleep"));
  }

  @Test
  void the_stack_is_as_deep_as_promised_and_no_deeper() {
    assertThatThrownBy(() -> trouble.text("overflow"))
        .hasMessageStartingWith("java.lang.StackOverflowError");
    assertThat(trouble.number("deep", n -> n)).isBetween(1_000L, 100_000L);
    assertThat(trouble.text("1")).isEqualTo("y");
  }

  @Test
  void no_threads_are_counted_but_the_students() {
    assertThat(conversation.endCheck()).isZero();
    Trouble next = conversation.make("lessons.zoo.Troublemaker", Trouble.class);
    next.text("thread");
    assertThat(conversation.endCheck()).isEqualTo(1);
  }

  @Test
  void it_ends_when_the_grader_goes_whatever_threads_are_left() throws Exception {
    trouble.text("thread");
    process.getOutputStream().close();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(WorkerSide.GRADER_GONE);
  }
}
