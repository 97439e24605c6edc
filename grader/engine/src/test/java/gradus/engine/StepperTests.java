package gradus.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StepperTests {

  private static final String SOURCE =
      "def double(x):\n    y = x + x\n    return y\n\na = double(3)\nb = [a]\nprint(b)\n";

  private final Stepper stepper = Stepper.of(PythonProcess.builder(), "p.py", SOURCE);

  @AfterEach
  void close() {
    stepper.close();
  }

  private String here() {
    Event.Place place = stepper.frames().get(0).place();
    return place.function() + ":" + place.line();
  }

  @Nested
  class Forward {

    @Test
    void stands_before_the_first_instruction() {
      FrameView frame = stepper.frames().get(0);

      assertThat(stepper.position()).isZero();
      assertThat(frame.place().lasti()).isZero();
      assertThat(frame.instruction()).isEqualTo("LOAD_CONST");
      assertThat(frame.stack()).isEmpty();
    }

    @Test
    void runs_an_instruction() {
      stepper.instruction();

      assertThat(stepper.position()).isEqualTo(1);
      assertThat(stepper.frames().get(0).stack())
          .extracting(FrameView.Slot::type)
          .containsExactly("code");
    }

    @Test
    void runs_over_a_call() {
      stepper.over();
      assertThat(here()).isEqualTo("<module>:5");
      stepper.over();
      assertThat(here()).isEqualTo("<module>:6");
    }

    @Test
    void runs_into_a_call_and_out_of_it() {
      stepper.over();
      stepper.into();
      assertThat(here()).isEqualTo("double:2");
      assertThat(stepper.frames()).hasSize(2);
      assertThat(stepper.frames().get(0).locals())
          .extracting(FrameView.Slot::name, FrameView.Slot::type)
          .containsExactly(tuple("x", "int"), tuple("y", ""));
      assertThat(stepper.frames().get(1).instruction()).isEqualTo("CALL_FUNCTION");
      assertThat(stepper.frames().get(1).stack())
          .extracting(FrameView.Slot::type)
          .containsExactly("function", "int");

      stepper.out();

      assertThat(here()).isEqualTo("<module>:5");
      assertThat(stepper.frames().get(0).instruction()).isEqualTo("STORE_NAME");
    }

    @Test
    void ends_with_the_program() {
      stepper.finish();

      assertThat(stepper.isRunning()).isFalse();
      assertThat(stepper.frames()).isEmpty();
      assertThat(stepper.process().takeOutput()).isEqualTo("[6]\n");
      long end = stepper.position();
      stepper.instruction();
      assertThat(stepper.position()).isEqualTo(end);
    }

    @Test
    void throws_what_the_program_ends_with() {
      try (Stepper failing = Stepper.of(PythonProcess.builder(), "p.py", "x = 1\n1 / 0\n")) {
        failing.over();
        assertThatThrownBy(failing::over)
            .isInstanceOf(PythonException.class)
            .hasMessage("ZeroDivisionError: division by zero");
        assertThat(failing.isRunning()).isFalse();
      }
    }

    @Test
    void refuses_source_that_cannot_be_compiled() {
      assertThatThrownBy(() -> Stepper.of(PythonProcess.builder(), "p.py", "x = = 1\n"))
          .isInstanceOf(PythonException.class)
          .hasMessageContaining("SyntaxError");
    }

    @Test
    void runs_other_python_between_the_steps() {
      stepper.over();
      stepper.over();

      assertThat(stepper.process().eval("double(a)").asLong()).isEqualTo(12);
      assertThat(here()).isEqualTo("<module>:6");
      stepper.finish();
      assertThat(stepper.process().takeOutput()).isEqualTo("[6]\n");
    }

    @Test
    void shows_the_block_stack() {
      try (Stepper looping = Stepper.of(PythonProcess.builder(), "p.py", "while 0 < 1: pass\n")) {
        looping.instruction();
        assertThat(looping.frames().get(0).blocks()).hasSize(1);
        assertThat(looping.frames().get(0).blocks().get(0).level()).isZero();
      }
    }
  }

  @Nested
  class Back {

    @Test
    void finds_every_frame_as_it_was() {
      List<List<FrameView>> forward = new ArrayList<>();
      List<byte[]> bytes = new ArrayList<>();
      while (stepper.isRunning()) {
        forward.add(stepper.frames());
        bytes.add(bytesOfFrame());
        stepper.instruction();
      }

      for (int position : new int[] {forward.size() - 1, 7, 3, 9, 0}) {
        stepper.goTo(position);
        assertThat(stepper.position()).isEqualTo(position);
        assertThat(stepper.frames()).isEqualTo(forward.get(position));
        assertThat(bytesOfFrame()).isEqualTo(bytes.get(position));
      }
    }

    private byte[] bytesOfFrame() {
      return stepper.process().bytes(stepper.frames().get(0).place().frame(), 400);
    }

    @Test
    void makes_references_of_the_process_before_useless() {
      stepper.goTo(10);
      PythonValue value = stepper.process().eval("double");
      stepper.goTo(5);

      assertThatThrownBy(value::repr).hasMessageContaining("closed");
    }
  }

  @Test
  void leaves_no_thread_behind() throws InterruptedException {
    stepper.into();
    stepper.close();

    for (int wait = 0; wait < 1000 && stepper.hasThread(); wait++) {
      Thread.sleep(10);
    }
    assertThat(stepper.hasThread()).isFalse();
  }

  @Test
  void a_suspended_frame_shows_its_value_stack_and_variables() {
    try (PythonProcess process = PythonProcess.start()) {
      process.run("def g():\n    for x in [7, 8]:\n        yield x\n\nit = g()\n");
      FrameView before = process.frame(process.eval("it.gi_frame"));
      process.run("next(it)");
      FrameView after = process.frame(process.eval("it.gi_frame"));

      assertThat(before.instruction()).isEmpty();
      assertThat(before.place().lasti()).isEqualTo(-1);
      assertThat(after.instruction()).isEqualTo("YIELD_VALUE");
      assertThat(after.stack()).extracting(FrameView.Slot::type).containsExactly("tuple_iterator");
      assertThat(process.hold(after.locals().get(0).object()).asLong()).isEqualTo(7);
      assertThatThrownBy(() -> process.frame(process.none())).hasMessageContaining("no frame");
    }
  }
}
