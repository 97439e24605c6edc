package gradus.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddingTests {

  @Test
  void a_process_runs_python_and_shows_what_happens_in_its_memory() {
    List<String> seen = new ArrayList<>();
    try (PythonProcess process = PythonProcess.builder().stepLimit(10_000).start()) {
      process.run("def count(n):\n    while n:\n        yield n\n        n -= 1\n");
      process.subscribe(Event.Yielded.class, event -> seen.add(process.hold(event.value()).repr()));

      PythonValue list = process.call("list", process.call("count", 3));

      assertThat(list.repr()).isEqualTo("[3, 2, 1]");
      assertThat(seen).containsExactly("3", "2", "1");
      assertThat(process.hexdump(list.address(), 16)).contains("01 00 00 00"); // one reference
      assertThatThrownBy(() -> process.run("while True: pass"))
          .isInstanceOf(LimitReached.Steps.class);
    }
  }

  @Test
  void a_stepper_goes_back_to_where_the_program_was() {
    String source = "a = [1]\nb = a\ndel a\n";
    try (Stepper stepper = Stepper.of(PythonProcess.builder(), "names.py", source)) {
      stepper.over();
      stepper.over();
      long here = stepper.position();
      stepper.finish();
      stepper.goTo(here);

      assertThat(stepper.frames().get(0).place().line()).isEqualTo(3);
      assertThat(stepper.process().eval("a is b").repr()).isEqualTo("True");
    }
  }
}
