package gradus.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EventTests {

  private final PythonProcess process = PythonProcess.start();
  private final List<String> heard = new ArrayList<>();

  @AfterEach
  void close() {
    process.close();
  }

  @Nested
  class InFrames {

    @Test
    void tell_calls_yields_and_returns_in_their_order() {
      process.run("def count():\n    yield 1\n    yield 2\n");
      process.subscribe(Event.Called.class, event -> heard.add("call " + event.place().function()));
      process.subscribe(
          Event.Yielded.class, event -> heard.add("yield " + process.hold(event.value()).repr()));
      process.subscribe(
          Event.Returned.class, event -> heard.add("return " + process.hold(event.value()).repr()));

      process.run("for x in count(): pass");

      assertThat(heard)
          .containsExactly(
              "call <module>",
              "call count",
              "yield 1",
              "call count",
              "yield 2",
              "call count",
              "return None",
              "return None");
    }

    @Test
    void tell_lines_as_cpython_traces_them() {
      process.subscribe(
          Event.Line.class,
          event -> heard.add(event.place().function() + ":" + event.place().line()));

      process.run("def f(n):\n    while n:\n        n -= 1\n    return n\n\nf(2)\n");

      // What sys.settrace hears of the same program in CPython 3.6.
      assertThat(heard)
          .containsExactly("<module>:1", "<module>:6", "f:2", "f:3", "f:2", "f:3", "f:2", "f:4");
    }

    @Test
    void tell_each_instruction_with_its_offset() {
      process.subscribe(
          Event.Instruction.class, event -> heard.add(event.place().lasti() + " " + event.name()));

      process.run("a = 1");

      assertThat(heard)
          .containsExactly("0 LOAD_CONST", "2 STORE_NAME", "4 LOAD_CONST", "6 RETURN_VALUE");
    }

    @Test
    void tell_of_an_exception_in_each_frame_it_passes() {
      process.subscribe(
          Event.Raised.class, event -> heard.add(event.type() + " in " + event.place().function()));

      process.run("def f(): [][0]\ntry:\n    f()\nexcept IndexError: pass\n");

      assertThat(heard).containsExactly("IndexError in f", "IndexError in <module>");
    }

    @Test
    void tell_whether_a_frame_returns_or_ends_with_the_exception() {
      process.subscribe(
          Event.Unwound.class,
          event -> heard.add(event.place().function() + " ends with " + event.type()));
      process.subscribe(
          Event.Returned.class, event -> heard.add(event.place().function() + " returns"));

      process.run("def f(): [][0]\ntry:\n    f()\nexcept IndexError: pass\n");

      assertThat(heard).containsExactly("f ends with IndexError", "<module> returns");
    }

    @Test
    void are_heard_no_more_once_the_subscription_is_closed() {
      Subscription subscription =
          process.subscribe(Event.InFrame.class, event -> heard.add("something"));
      process.run("x = 1");
      assertThat(heard).isNotEmpty();
      heard.clear();
      subscription.close();

      process.run("x = 2");

      assertThat(heard).isEmpty();
    }

    @Test
    void are_heard_beside_the_programs_own_trace_function() {
      process.subscribe(
          Event.Line.class,
          event -> heard.add(event.place().function() + ":" + event.place().line()));

      process.run(
          "import sys\n"
              + "seen = []\n"
              + "def f(a):\n    a = 1\n    a = 2\n    return a\n"
              + "def t(frame, event, arg): seen.append(event); return t\n"
              + "sys.settrace(t); f(0); sys.settrace(None)\n");

      assertThat(process.eval("seen").repr())
          .isEqualTo("['call', 'line', 'line', 'line', 'return']");
      assertThat(heard)
          .containsSubsequence("<module>:8", "t:7", "f:4", "t:7", "f:5", "t:7", "f:6", "t:7")
          .filteredOn(line -> line.startsWith("t"))
          .hasSize(5);
    }

    @Test
    void do_not_tell_what_their_hearers_do() {
      process.run("def f(): return 1");
      process.subscribe(
          Event.Called.class,
          event -> heard.add(event.place().function() + process.call("f").repr()));

      process.run("pass");

      assertThat(heard).containsExactly("<module>1");
    }
  }

  @Nested
  class OfMemory {

    @Test
    void tell_blocks_handed_out_and_given_back() {
      process.run("x = None");
      List<AllocationEvent> events = new ArrayList<>();
      Subscription subscription = process.subscribe(AllocationEvent.class, events::add);
      process.run("x = [0] * 1000");
      process.run("x = None");
      subscription.close();

      long array =
          events.stream()
              .filter(AllocationEvent.Allocated.class::isInstance)
              .map(AllocationEvent.Allocated.class::cast)
              .filter(block -> block.size() == 8000)
              .findFirst()
              .orElseThrow()
              .address();
      assertThat(events).contains(new AllocationEvent.Freed(array));
    }

    @Test
    void tell_how_a_watched_count_changes_until_the_object_ends() {
      process.run("x = object()");
      PythonValue object = process.eval("x");
      long address = object.address();
      List<Event.CountChanged> changes = new ArrayList<>();
      Subscription subscription = process.watchCount(object, changes::add);
      object.close();

      process.run("y = x\ndel y\ndel x\nz = object()\n");
      subscription.close();

      assertThat(changes).allSatisfy(change -> assertThat(change.object()).isEqualTo(address));
      assertThat(changes).extracting(Event.CountChanged::to).containsExactly(1L, 2L, 1L, 0L);
    }
  }

  @Nested
  class Limits {

    @Test
    void have_a_type_each() {
      assertThatThrownBy(() -> runWith(PythonProcess.builder().stepLimit(1000)))
          .isInstanceOf(LimitReached.Steps.class);
      assertThatThrownBy(() -> runWith(PythonProcess.builder().timeLimit(20)))
          .isInstanceOf(LimitReached.Time.class);
      assertThatThrownBy(() -> runWith(PythonProcess.builder().outputLimit(100)))
          .isInstanceOf(LimitReached.Output.class);
    }

    @Test
    void count_instructions_exactly_whether_somebody_listens_or_not() {
      String source = "a = 1\nb = 2\n"; // six instructions
      for (boolean listening : new boolean[] {false, true}) {
        assertThat(reaches(source, 6, listening)).isFalse();
        assertThat(reaches(source, 5, listening)).isTrue();
      }
    }

    private void runWith(PythonProcess.Builder builder) {
      try (PythonProcess limited = builder.start()) {
        limited.run("while True: print('x')");
      }
    }

    private boolean reaches(String source, long limit, boolean listening) {
      try (PythonProcess limited = PythonProcess.builder().stepLimit(limit).start()) {
        if (listening) {
          limited.subscribe(Event.Line.class, event -> {});
        }
        limited.run(source);
        return false;
      } catch (LimitReached.Steps reached) {
        return true;
      }
    }
  }
}
