package gradus.harness.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxesTests {
  @TempDir Path directory;

  private final List<String> warnings = new ArrayList<>();

  private Sandbox choose(SandboxMode mode, Optional<String> bwrap, String arch) {
    return Sandboxes.choose(mode, warnings::add, bwrap, arch);
  }

  private Optional<String> fakeBwrap(String script) throws IOException {
    Path fake = Files.writeString(directory.resolve("bwrap"), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwxr-xr-x"));
    return Optional.of(fake.toString());
  }

  @Nested
  class Auto {
    @Test
    void takes_bubblewrap_where_it_works() throws IOException {
      assertThat(choose(SandboxMode.AUTO, fakeBwrap("exit 0"), "amd64").name())
          .isEqualTo("bubblewrap");
      assertThat(warnings).isEmpty();
    }

    @Test
    void says_loudly_that_it_does_without() {
      assertThat(choose(SandboxMode.AUTO, Optional.empty(), "amd64").name()).isEqualTo("process");
      assertThat(warnings)
          .singleElement()
          .asString()
          .startsWith("WARNING: student code runs WITHOUT A SANDBOX")
          .contains("bubblewrap (bwrap) was not found", "apt-get install bubblewrap")
          .doesNotContain("\n");
    }

    @Test
    void says_what_keeps_bubblewrap_from_working() throws IOException {
      choose(SandboxMode.AUTO, fakeBwrap("echo 'no namespaces\nhere' >&2; exit 1"), "amd64");
      assertThat(warnings)
          .singleElement()
          .asString()
          .contains("bubblewrap does not work (no namespaces here)", "sysctl")
          .doesNotContain("\n");
    }

    @Test
    void knows_that_a_filter_is_written_for_a_machine() throws IOException {
      choose(SandboxMode.AUTO, fakeBwrap("exit 0"), "riscv64");
      assertThat(warnings).singleElement().asString().contains("riscv64");
    }
  }

  @Nested
  class Required {
    @Test
    void refuses_in_one_sentence() {
      assertThatThrownBy(() -> choose(SandboxMode.REQUIRED, Optional.empty(), "amd64"))
          .isInstanceOf(SandboxUnavailable.class)
          .hasMessageContaining("a sandbox is required, but bubblewrap (bwrap) was not found")
          .message()
          .doesNotContain("\n");
      assertThat(warnings).isEmpty();
    }

    @Test
    void refuses_a_program_that_cannot_even_start() {
      Optional<String> none = Optional.of(directory.resolve("none").toString());
      assertThatThrownBy(() -> choose(SandboxMode.REQUIRED, none, "amd64"))
          .isInstanceOf(SandboxFault.class);
    }
  }

  @Nested
  class Process {
    @Test
    void asks_for_no_wall_and_says_nothing() {
      assertThat(choose(SandboxMode.PROCESS, Optional.empty(), "amd64").name())
          .isEqualTo("process");
      assertThat(warnings).isEmpty();
    }
  }
}
