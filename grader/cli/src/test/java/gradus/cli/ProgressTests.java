package gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ProgressTests {
  private final CountDownLatch printed = new CountDownLatch(1);
  private final ByteArrayOutputStream err =
      new ByteArrayOutputStream() {
        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
          super.write(bytes, from, length);
          printed.countDown();
        }
      };

  @Test
  void says_on_a_terminal_what_is_going_on_and_wipes_it_at_the_end() throws Exception {
    try (Progress progress = Progress.on(terminal(true), Duration.ZERO, Duration.ofMillis(5))) {
      progress.now("compiling");
      assertThat(printed.await(10, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(text()).startsWith("\r\u001b[K").contains(" (0 s)").endsWith("\r\u001b[K");
  }

  @Test
  void stays_silent_for_its_first_two_seconds() {
    try (Progress progress = Progress.on(terminal(true))) {
      progress.now("compiling");
    }
    assertThat(text()).isEmpty();
  }

  @Test
  void stays_silent_without_a_terminal() throws Exception {
    try (Progress progress = Progress.on(terminal(false), Duration.ZERO, Duration.ofMillis(1))) {
      progress.now("compiling");
      assertThat(printed.await(50, TimeUnit.MILLISECONDS)).isFalse();
    }
    assertThat(text()).isEmpty();
  }

  private Terminal terminal(boolean errIsTerminal) {
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new Terminal(stream, stream, false, errIsTerminal, Map.of());
  }

  private String text() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
