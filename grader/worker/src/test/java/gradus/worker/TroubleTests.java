package gradus.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gradus.kit.PyError;
import gradus.wire.Caps;
import gradus.wire.Fault;
import gradus.worker.GraderSide.Over;
import gradus.worker.GraderSide.Thrown;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import lessons.zoo.Trouble;
import lessons.zoo.Zoo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TroubleTests {
  private WorkerInProcess worker;
  private Trouble trouble;

  @BeforeEach
  void start() throws IOException {
    worker = new WorkerInProcess(new Caps(1 << 20, 4, 1_000, 100, 8, 1 << 20));
    worker.conversation.start();
    trouble = worker.trouble();
  }

  @AfterEach
  void stop() throws IOException {
    worker.close();
  }

  private Fault faultOf(Runnable call) {
    return catchThrowableOfType(Thrown.class, call::run).fault();
  }

  @Nested
  class Exceptions {
    @ParameterizedTest
    @CsvSource({
      "todo, gradus.kit.Todo, not implemented yet",
      "py, gradus.kit.PyError, pop from empty list",
      "null py, gradus.kit.PyError, ''",
      "null message, java.lang.IllegalStateException, ''",
      "hostile, lessons.zoo.Troublemaker$Hostile, ''",
      "initialiser, java.lang.IllegalArgumentException, in a static initialiser",
      "overflow, java.lang.StackOverflowError, ''",
      "memory, java.lang.OutOfMemoryError, Requested array size exceeds VM limit",
    })
    void travel_as_text(String kind, String className, String message) {
      Fault fault = faultOf(() -> trouble.text(kind));
      assertThat(fault.className()).isEqualTo(className);
      assertThat(fault.message()).isEqualTo(message);
    }

    @Test
    void of_the_contract_keep_their_type() {
      assertThat(faultOf(() -> trouble.text("py")).pyType()).isEqualTo("IndexError");
    }

    @Test
    void are_cut() {
      assertThat(faultOf(() -> trouble.text("huge message")).message()).hasSize(Fault.MAX_TEXT + 1);
      assertThat(faultOf(() -> trouble.text("overflow")).frames()).hasSize(Fault.MAX_FRAMES);
    }

    @Test
    void show_the_students_own_frames_only() {
      assertThat(faultOf(() -> trouble.text("todo")).frames())
          .singleElement()
          .asString()
          .startsWith("lessons.zoo.Troublemaker.text(Troublemaker.java:");
    }

    @Test
    void leave_the_worker_in_order() {
      faultOf(() -> trouble.text("overflow"));
      assertThat(trouble.text("3")).isEqualTo("yyy");
    }

    @Test
    void of_a_list_that_is_being_sent_are_the_students_too() {
      assertThat(faultOf(() -> trouble.list("throwing")).message()).isEqualTo("enough");
      assertThat(trouble.list("2")).containsExactly(0L, 1L);
    }
  }

  @Nested
  class Making {
    @Test
    void needs_the_class() {
      assertThat(faultOf(() -> worker.conversation.make("lessons.No", Zoo.class)).className())
          .isEqualTo("java.lang.ClassNotFoundException");
    }

    @Test
    void needs_the_contract_implemented() {
      assertThat(
              faultOf(() -> worker.conversation.make("lessons.zoo.Troublemaker", Zoo.class))
                  .message())
          .isEqualTo("lessons.zoo.Troublemaker does not implement Zoo");
    }

    @Test
    void needs_a_constructor_that_fits() {
      assertThat(faultOf(() -> worker.zoo("text")).message())
          .isEqualTo("lessons.zoo.Keeper has no constructor for the 1 arguments given");
    }
  }

  @Nested
  class CallBacks {
    @Test
    void see_the_contracts_exception_rebuilt() {
      LongUnaryOperator failing =
          n -> {
            throw new PyError("KeyError", "'k'");
          };
      assertThat(trouble.number("rebuilt", failing)).isEqualTo(1);
    }

    @Test
    void see_no_more_than_that_any_other_failed() {
      LongUnaryOperator failing =
          n -> {
            throw new IllegalStateException("secret");
          };
      assertThat(faultOf(() -> trouble.number("1", failing)).message())
          .isEqualTo("the call-back failed");
      assertThat(trouble.number("swallow", failing)).isEqualTo(-1);
    }

    @Test
    void are_for_the_thread_that_was_called() {
      assertThat(trouble.number("other thread", n -> n)).isEqualTo(1);
    }

    @Test
    void do_not_ask_the_suite_for_equality() {
      assertThat(trouble.number("hash", n -> n)).isEqualTo(1);
    }

    @Test
    void may_come_in_a_flood() {
      assertThat(trouble.number("flood", n -> 1)).isEqualTo(5_000);
    }

    @Test
    void end_with_the_check() {
      trouble.number("keep", n -> n);
      worker.conversation.endCheck();
      Trouble next = worker.trouble();
      assertThat(faultOf(() -> next.number("use kept", n -> n)).message())
          .isEqualTo("this LongUnaryOperator belongs to a check that is over");
      assertThatThrownBy(() -> trouble.text("1")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void survive_the_stack_being_used_up() {
      long depth = trouble.number("deep", n -> n);
      assertThat(depth).isGreaterThan(100);
      assertThat(trouble.text("1")).isEqualTo("y");
    }
  }

  @Nested
  class Violations {
    private void condemned(Runnable call, String why) {
      assertThatThrownBy(call::run).isInstanceOf(Over.class).hasMessage(why);
      assertThat(worker.exitCode)
          .succeedsWithin(Duration.ofSeconds(10))
          .isEqualTo(WorkerSide.PROTOCOL_BROKEN);
    }

    @Test
    void a_cyclic_list() {
      condemned(
          () -> trouble.list("cyclic"),
          "a value of type Long was due, and java.util.ArrayList came");
    }

    @Test
    void an_endless_list() {
      condemned(() -> trouble.list("endless"), "a message held more than 1000 elements");
    }

    @Test
    void a_list_of_something_else() {
      condemned(
          () -> trouble.list("wrong"), "a value of type Long was due, and java.lang.String came");
    }

    @Test
    void a_string_longer_than_a_frame() {
      condemned(() -> trouble.text("100000000"), "a message was longer than 1048576 bytes");
    }

    @Test
    void too_many_objects() {
      condemned(
          () -> LongStream.range(0, 101).forEach(i -> trouble.another()),
          "more than 100 objects were handed over during one check");
    }

    @Test
    void too_many_calls_inside_one_another() {
      LongUnaryOperator[] bomb = new LongUnaryOperator[1];
      bomb[0] = n -> trouble.number("1", bomb[0]);
      assertThatThrownBy(() -> bomb[0].applyAsLong(1))
          .isInstanceOf(Over.class)
          .hasMessage("more than 8 calls inside one another");
    }

    @Test
    void too_many_bytes() {
      assertThatThrownBy(() -> LongStream.range(0, 11).forEach(i -> trouble.text("100000")))
          .isInstanceOf(Over.class)
          .hasMessage("more than 1048576 bytes came during one check");
    }
  }

  @Nested
  class Ends {
    @Test
    void leftover_threads_are_counted() {
      trouble.text("short thread");
      int before = worker.conversation.endCheck();
      worker.trouble().text("thread");
      assertThat(worker.conversation.endCheck()).isEqualTo(before + 1);
    }

    @Test
    void the_worker_ends_when_the_grader_goes() throws Exception {
      worker.close();
      assertThat(worker.exitCode.get()).isEqualTo(WorkerSide.GRADER_GONE);
    }

    @Test
    void nulls_in_lists_and_for_lists_are_values() {
      assertThat(trouble.list("null")).isNull();
      assertThat(trouble.list("nulls")).isEqualTo(Collections.singletonList(null));
      assertThat(trouble.list("1")).isEqualTo(List.of(0L));
    }
  }
}
