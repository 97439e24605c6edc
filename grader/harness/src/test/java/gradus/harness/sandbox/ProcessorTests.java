package gradus.harness.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessorTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0|0", "3|3", "0-2|0 1 2", "0,4|0 4", "0-1,6-7|0 1 6 7"})
  void the_kernels_lists_are_read(String list, String numbers) {
    assertThat(Processor.numbers(list).boxed().map(String::valueOf).toList())
        .isEqualTo(List.of(numbers.split(" ", -1)));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_thread_keeps_its_processor_and_another_can_be_kept_there() throws Exception {
    // A thread of its own, for it stays where it is put.
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Optional<Processor> own = thread.submit(Processor::ofThisThread).get();
      assertThat(thread.submit(Processor::ofThisThread).get()).isEqualTo(own);
      if (own.isPresent()) {
        assertThat(thread.submit(ProcessorTests::allowed).get())
            .containsExactly(own.get().number());
        assertThat(keptThere(own.get())).containsExactly(own.get().number());
      }
    } finally {
      thread.shutdown();
    }
  }

  private static int[] allowed() throws Exception {
    return numbersIn(Files.readString(Path.of("/proc/thread-self/status")));
  }

  /** A process that waits for its input meanwhile. */
  private static int[] keptThere(Processor processor) throws Exception {
    Process other = new ProcessBuilder("cat").start();
    try (OutputStream itsEnd = other.getOutputStream()) {
      assertThat(processor.keep(String.valueOf(other.pid()))).isTrue();
      itsEnd.flush();
      return numbersIn(Files.readString(Path.of("/proc/" + other.pid() + "/status")));
    }
  }

  private static int[] numbersIn(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith("Cpus_allowed_list:"))
        .flatMapToInt(line -> Processor.numbers(line.replaceFirst(".*:\\s*", "")))
        .toArray();
  }
}
