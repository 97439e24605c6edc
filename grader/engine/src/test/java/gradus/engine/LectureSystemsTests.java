package gradus.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Where each of the fourteen systems of the lecture is shown: in Python programs beside what
 * CPython 3.6 prints for them, which {@link ProgramTests} runs, or in tests of the simulated
 * process.
 */
class LectureSystemsTests {

  private record Shown(int number, String system, List<String> programs, List<String> tests) {

    static Shown by(int number, String system, String... programs) {
      return new Shown(number, system, List.of(programs), List.of());
    }

    Shown andTests(String... classes) {
      return new Shown(number, system, programs, List.of(classes));
    }

    @Override
    public String toString() {
      return number + ". " + system;
    }
  }

  static final List<Shown> SYSTEMS =
      List.of(
          Shown.by(1, "generators as iterators", "generators/lazily", "generators/iterators"),
          Shown.by(
              2,
              "generators as coroutines",
              "generators/messages",
              "generators/delegation",
              "generators/coroutines",
              "generators/broken_close"),
          Shown.by(3, "the process's address space")
              .andTests("process.ProgramLoaderTests", "process.elf.ElfFileTests"),
          Shown.by(4, "the stack").andTests("process.CallStackTests"),
          Shown.by(
                  5,
                  "the heap",
                  "objects/reference_counts",
                  "objects/counts_during_calls",
                  "collector/cycles",
                  "collector/automatic")
              .andTests("process.WatchedHeapTests", "memory.PymallocTests", "memory.ArenasTests"),
          Shown.by(
              6,
              "frames on the heap",
              "frames/outliving",
              "frames/zombies",
              "frames/introspection",
              "objects/free_lists"),
          Shown.by(
              7, "code objects", "code/dis_forms", "code/dis_listing", "functions/code_objects"),
          Shown.by(
              8,
              "generator introspection",
              "generators/introspection",
              "code/inspect_live_objects"),
          Shown.by(9, "an int is not an int", "boxing/an_int_is_not_an_int"),
          Shown.by(10, "the small-int cache", "objects/small_ints"),
          Shown.by(11, "boxing", "boxing/one_addition", "boxing/dispatch"),
          Shown.by(12, "a list is not an array", "lists/a_list_is_not_an_array"),
          Shown.by(13, "typed arrays", "arrays/doubles_and_boxes")
              .andTests("process.NumberArrayTests", "process.CacheCounterTests"),
          Shown.by(14, "dynamic arrays", "arrays/over_allocation", "arrays/growth")
              .andTests("layout.ListGrowthTests"));

  @Test
  void are_fourteen() {
    assertThat(SYSTEMS)
        .extracting(Shown::number)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 14).boxed().toList());
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("SYSTEMS")
  void are_each_shown_by_programs_or_tests_that_exist(Shown shown) {
    assertThat(Stream.concat(shown.programs().stream(), shown.tests().stream())).isNotEmpty();
    for (String program : shown.programs()) {
      assertThat(getClass().getResource("/programs/" + program + ".py")).as(program).isNotNull();
      assertThat(getClass().getResource("/programs/" + program + ".out")).as(program).isNotNull();
    }
    for (String test : shown.tests()) {
      assertThatCode(() -> Class.forName("gradus.engine." + test)).doesNotThrowAnyException();
    }
  }
}
