package gradus.harness.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.harness.result.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds in every sandbox that works here. */
class AnySandboxTests {
  @TempDir static Path directory;

  static Stream<Sandbox> sandboxes() {
    return Stream.concat(Stream.of(new ProcessSandbox()), Samples.bubblewrap().stream());
  }

  @ParameterizedTest
  @MethodSource("sandboxes")
  void requests_and_replies_have_descriptors_of_their_own(Sandbox sandbox) throws IOException {
    try (SandboxedProcess process = sandbox.start(Samples.attack("echo"))) {
      process.requests().write("hello".getBytes(StandardCharsets.UTF_8));
      process.requests().close();
      assertThat(new String(process.replies().readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo("got hello");
    }
  }

  @ParameterizedTest
  @MethodSource("sandboxes")
  void prints_are_kept_apart_and_cut_off(Sandbox sandbox) throws IOException {
    try (SandboxedProcess process = sandbox.start(Samples.attack("print", "0"))) {
      assertThat(process.replies().readAllBytes()).asString().isEqualTo("got through");
      assertThat(process.exit().stdout()).isEqualTo("the end\n");
      assertThat(process.exit().stderr()).isEqualTo("complaint\n");
    }
    try (SandboxedProcess process = sandbox.start(Samples.attack("print", "200"))) {
      assertThat(process.replies().readAllBytes()).asString().isEqualTo("got through");
      assertThat(process.exit().stdout()).hasSize(4_000).doesNotContain("the end");
    }
  }

  @ParameterizedTest
  @MethodSource("sandboxes")
  void the_environment_tells_nothing(Sandbox sandbox) throws IOException {
    assertThat(Samples.answer(sandbox, Samples.attack("environment")))
        .doesNotContain("PATH=", "HOME=", "USER=");
  }

  @ParameterizedTest
  @MethodSource("sandboxes")
  void an_exit_is_reported_as_such(Sandbox sandbox) throws IOException {
    assertThat(Samples.exit(sandbox, Samples.attack("exit", "5")).code()).isEqualTo(5);
    assertThat(Samples.exit(sandbox, Samples.attack("halt", "6")).code()).isEqualTo(6);
  }

  @ParameterizedTest
  @MethodSource("sandboxes")
  void a_full_heap_ends_the_program(Sandbox sandbox) throws IOException {
    JvmSpec spec = Samples.attack("heap").withLimits(new JvmLimits(32, 512, 60));
    assertThat(Samples.exit(sandbox, spec).outcome()).isEqualTo(Outcome.OUT_OF_MEMORY);
  }

  @ParameterizedTest
  @MethodSource("sandboxes")
  void cpu_time_has_an_end(Sandbox sandbox) throws IOException {
    JvmSpec spec = Samples.attack("spin").withLimits(new JvmLimits(32, 512, 1));
    ExitReport exit = Samples.exit(sandbox, spec);
    assertThat(exit.outcome()).isEqualTo(Outcome.TIMEOUT);
    assertThat(exit.killed()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("sandboxes")
  void a_program_can_be_watched_and_killed(Sandbox sandbox) throws Exception {
    SandboxedProcess process = sandbox.start(Samples.attack("spin"));
    while (process.cpuTime().compareTo(Duration.ofMillis(200)) < 0) {
      assertThat(process.alive()).isTrue();
      Thread.sleep(20);
    }
    process.kill();
    ExitReport exit = process.exit();
    assertThat(exit.killed()).isTrue();
    assertThat(exit.outcome()).isEqualTo(Outcome.TIMEOUT);
    assertThat(process.alive()).isFalse();
    assertThat(process.cpuTime()).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    process.close();
  }

  @ParameterizedTest
  @MethodSource("sandboxes")
  void a_program_that_does_not_end_by_itself_is_ended(Sandbox sandbox) {
    try (SandboxedProcess process = sandbox.start(Samples.attack("spin"))) {
      assertThat(process.exit().killed()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("sandboxes")
  void a_thread_that_ends_does_not_take_its_program_along(Sandbox sandbox) throws Exception {
    SandboxedProcess[] started = new SandboxedProcess[1];
    Thread starter = new Thread(() -> started[0] = sandbox.start(Samples.attack("echo")));
    starter.start();
    starter.join();
    try (SandboxedProcess process = started[0]) {
      process.requests().close();
      assertThat(process.replies().readAllBytes()).asString().isEqualTo("got ");
    }
  }

  @ParameterizedTest
  @MethodSource("sandboxes")
  void a_jar_that_is_not_there_is_the_graders_fault(Sandbox sandbox) throws IOException {
    RuntimeImage image = Samples.workerImage();
    Path nowhere = Path.of("/nowhere/0.jar");
    RuntimeImage broken =
        new RuntimeImage(image.javaHome(), List.of(nowhere), image.archive(), image.libraries());
    JvmSpec spec = JvmSpec.of(broken, "Any");
    if (sandbox.name().equals("process")) {
      assertThatThrownBy(() -> sandbox.start(spec)).isInstanceOf(SandboxFault.class);
    } else {
      assertThat(Samples.exit(sandbox, spec).stderr()).startsWith("bwrap: ");
    }
  }
}
