package gradus.kit.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ExitGuardTests {
  /** A check that exits, and others after it. */
  static final class Checks {
    public static void main(String[] arguments) throws InterruptedException {
      ExitGuard.install(Thread.currentThread());
      Thread exits = new Thread(() -> System.exit(3));
      exits.start();
      exits.join(500);
      System.out.print(exits.isAlive() ? "goes on" : "gone");
      System.out.flush();
      System.exit(0);
    }
  }

  @Test
  void the_checks_after_an_exit_go_on() throws IOException, InterruptedException {
    Process checks =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Checks.class.getName())
            .redirectErrorStream(true)
            .start();
    assertThat(new String(checks.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("goes on");
    assertThat(checks.waitFor()).isZero();
  }
}
