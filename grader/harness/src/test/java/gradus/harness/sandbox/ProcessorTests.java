package gradus.harness.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

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
  void a_thread_keeps_its_processor_and_a_command_runs_there() throws Exception {
    // A thread of its own, for it stays where it is put.
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Optional<Processor> own = thread.submit(Processor::ofThisThread).get();
      assertThat(thread.submit(Processor::ofThisThread).get()).isEqualTo(own);
      if (own.isPresent()) {
        assertThat(thread.submit(ProcessorTests::allowed).get())
            .containsExactly(own.get().number());
        assertThat(allowedTo(own.get())).containsExactly(own.get().number());
      }
    } finally {
      thread.shutdown();
    }
  }

  private static int[] allowed() throws Exception {
    return numbersIn(Files.readString(Path.of("/proc/thread-self/status")));
  }

  private static int[] allowedTo(Processor processor) throws Exception {
    List<String> command = processor.run(List.of("cat", "/proc/self/status"));
    return numbersIn(HostCommand.run(Path.of("/"), command).output());
  }

  private static int[] numbersIn(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith("Cpus_allowed_list:"))
        .flatMapToInt(line -> Processor.numbers(line.replaceFirst(".*:\\s*", "")))
        .toArray();
  }
}
