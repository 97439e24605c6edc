package gradus.harness.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import gradus.harness.result.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the wall keeps out, wherever bubblewrap works. */
class BubblewrapTests {
  private final Optional<Sandbox> found = Samples.bubblewrap();

  @BeforeEach
  void needs_bubblewrap() {
    assumeThat(found).as("bubblewrap works here").isPresent();
  }

  private String answer(String... attack) throws IOException {
    return Samples.answer(found.orElseThrow(), Samples.attack(attack));
  }

  private ExitReport exit(String... attack) throws IOException {
    return Samples.exit(found.orElseThrow(), Samples.attack(attack));
  }

  @Nested
  class Reading {
    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "/etc/hostname", "/root/.bashrc"})
    void finds_none_of_the_hosts_files(String file) throws IOException {
      assertThat(answer("read", file)).startsWith("refused: java.io.FileNotFoundException");
    }

    @Test
    void finds_the_runtime_the_program_and_its_libraries_and_no_more() throws IOException {
      assertThat(answer("list", "/"))
          .isIn("got [/dev, /gradus, /lib, /lib64, /proc]", "got [/dev, /gradus, /lib, /proc]");
      assertThat(answer("list", "/gradus"))
          .isEqualTo("got [/gradus/app, /gradus/classes, /gradus/java]");
      assertThat(answer("list", "/gradus/app"))
          .isEqualTo("got [/gradus/app/0.jar, /gradus/app/1.jar, /gradus/app/classes.jsa]");
    }

    @Test
    void tells_neither_names_nor_places_of_the_host() throws IOException {
      String here = Path.of("").toAbsolutePath().toString();
      assertThat(answer("properties")).contains("user.dir=/gradus/app").doesNotContain(here);
      assertThat(answer("read", "/proc/self/environ"))
          .startsWith("got ")
          .doesNotContain("HOME", "PATH");
      assertThat(answer("read", "/proc/self/cmdline")).startsWith("got ").doesNotContain(here);
    }

    @Test
    void sees_no_process_but_its_own() throws IOException {
      assertThat(answer("processes")).isEqualTo("got 1");
      assertThat(answer("killParent")).isEqualTo("got Optional.empty");
    }
  }

  @Nested
  class The_user {
    @Test
    void has_no_rights_and_cannot_get_any() throws IOException {
      assertThat(answer("read", "/proc/self/status").lines())
          .contains("Uid:\t65534\t65534\t65534\t65534", "NoNewPrivs:\t1", "Seccomp:\t2")
          .contains("CapEff:\t0000000000000000", "CapBnd:\t0000000000000000");
    }

    @Test
    void has_no_room_for_core_dumps_and_large_files() throws IOException {
      assertThat(answer("read", "/proc/self/limits"))
          .containsPattern("Max file size +1048576 ")
          .containsPattern("Max core file size +0 ")
          .containsPattern("Max open files +256 ")
          .containsPattern("Max address space +1536000000 ");
    }
  }

  @Nested
  class Writing {
    @ParameterizedTest
    @ValueSource(
        strings = {"/x", "/tmp/x", "/dev/x", "/dev/shm/x", "/gradus/x", "/gradus/app/0.jar", "x"})
    void is_possible_nowhere(String file) throws IOException {
      assertThat(answer("write", file)).startsWith("refused: ");
    }

    @Test
    void does_not_reach_the_kernels_settings() throws IOException {
      assertThat(answer("write", "/proc/sys/kernel/hostname")).startsWith("refused: ");
    }
  }

  @Nested
  class The_network {
    @ParameterizedTest
    @ValueSource(strings = {"connect", "listen", "datagram"})
    void is_closed(String attack) throws IOException {
      assertThat(answer(attack)).contains("Operation not permitted");
    }

    @Test
    void knows_no_names() throws IOException {
      assertThat(answer("lookup")).doesNotStartWith("got");
    }
  }

  @Nested
  class Processes {
    @Test
    void cannot_be_started() throws IOException {
      ExitReport exit = exit("fork");
      assertThat(exit.outcome()).isEqualTo(Outcome.SANDBOX_VIOLATION);
      assertThat(exit.message()).contains("tried to start a process");
    }

    @Test
    void have_a_bounded_number_of_threads() throws IOException {
      assertThat(answer("threads")).startsWith("got stopped at ");
    }
  }
}
