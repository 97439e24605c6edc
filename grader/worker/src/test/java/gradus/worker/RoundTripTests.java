package gradus.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradus.wire.Ending;
import gradus.wire.Planned;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import lessons.zoo.Trouble;
import lessons.zoo.Zoo;
import lessons.zoo.Zoo.Circle;
import lessons.zoo.Zoo.Colour;
import lessons.zoo.Zoo.Corner;
import lessons.zoo.Zoo.Increment;
import lessons.zoo.Zoo.Pair;
import lessons.zoo.Zoo.Point;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTests {
  private WorkerInProcess worker;
  private Zoo zoo;

  @BeforeEach
  void start() throws IOException {
    worker = new WorkerInProcess();
    worker.conversation.start();
    zoo = worker.zoo();
  }

  @AfterEach
  void stop() throws IOException {
    worker.close();
  }

  @Nested
  class Values {
    @Test
    void booleans() {
      assertThat(zoo.aBoolean(true)).isTrue();
      assertThat(zoo.aBoolean(false)).isFalse();
      assertThat(zoo.aBoxedBoolean(true)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, -1, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void ints(int value) {
      assertThat(zoo.anInt(value)).isEqualTo(value);
      assertThat(zoo.aBoxedInt(value)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 0xFFFF_FFFFL, -0x8000_0001L, Long.MIN_VALUE, Long.MAX_VALUE})
    void longs(long value) {
      assertThat(zoo.aLong(value)).isEqualTo(value);
      assertThat(zoo.aBoxedLong(value)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1L << 63, 0x7FF0_0000_0000_0000L, 0x7FF0_0000_0000_0001L, -1})
    void doubles_to_the_bit(long bits) {
      double value = Double.longBitsToDouble(bits);
      assertThat(Double.doubleToRawLongBits(zoo.aDouble(value))).isEqualTo(bits);
      assertThat(Double.doubleToRawLongBits(zoo.aBoxedDouble(value))).isEqualTo(bits);
      assertThat(Double.doubleToRawLongBits(zoo.doubles(new double[] {value})[0])).isEqualTo(bits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "list", "é\u00ff\0", "\u0100", "數🂡", "lone \ud800 surrogate"})
    void strings(String value) {
      assertThat(zoo.aString(value)).isEqualTo(value);
    }

    @Test
    void nulls() {
      assertThat(zoo.aString(null)).isNull();
      assertThat(zoo.aBoxedLong(null)).isNull();
      assertThat(zoo.longs(null)).isNull();
      assertThat(zoo.list(null)).isNull();
      assertThat(zoo.point(null)).isNull();
      assertThat(zoo.shape(null)).isNull();
      assertThat(zoo.function(null)).isNull();
      assertThat(zoo.anything(null)).isNull();
    }

    @Test
    void arrays() {
      assertThat(zoo.bytes(new byte[] {0, -1, 127})).containsExactly(0, -1, 127);
      assertThat(zoo.ints(new int[] {0, Integer.MIN_VALUE})).containsExactly(0, Integer.MIN_VALUE);
      assertThat(zoo.longs(new long[] {1, Long.MIN_VALUE})).containsExactly(1, Long.MIN_VALUE);
      assertThat(zoo.longs(new long[0])).isEmpty();
      assertThat(zoo.longs(new long[150_000])).hasSize(150_000);
    }

    @Test
    void lists() {
      assertThat(zoo.list(Arrays.asList(1L, null, 3L))).containsExactly(1L, null, 3L);
      assertThat(zoo.lists(List.of(List.of(), List.of("a", "b"))))
          .containsExactly(List.of(), List.of("a", "b"));
    }

    @Test
    void records_and_enums() {
      assertThat(zoo.point(new Point(1, -2))).isEqualTo(new Point(1, -2));
      assertThat(zoo.pair(new Pair<>(1, List.of(2.5)))).isEqualTo(new Pair<>(1, List.of(2.5)));
      assertThat(zoo.colour(Colour.GREEN)).isSameAs(Colour.GREEN);
    }

    @Test
    void records_where_an_interface_of_theirs_is_due() {
      assertThat(zoo.function(new Increment(3))).isEqualTo(new Increment(3));
      assertThat(zoo.apply(new Increment(3), 4)).isEqualTo(7);
      assertThat(zoo.anything(new Increment(3))).isEqualTo(new Increment(3));
    }

    @Test
    void cases_of_a_sealed_interface() {
      Circle inner = new Circle(new Point(0, 0), 1, List.of());
      Circle outer = new Circle(new Point(1, 1), 2, List.of(inner));
      assertThat(zoo.shape(outer)).isEqualTo(outer);
      assertThat(zoo.shape(Corner.RIGHT)).isSameAs(Corner.RIGHT);
    }

    @Test
    void values_of_no_declared_type() {
      for (Object value : values()) {
        assertThat(zoo.anything(value)).isEqualTo(value);
      }
      assertThat(zoo.anything(5)).isEqualTo(5L);
      assertThat(zoo.anything(zoo)).isSameAs(zoo);
    }

    private List<Object> values() {
      return List.of(
          true,
          false,
          5L,
          2.5,
          "text",
          new byte[] {1},
          new long[] {1},
          new int[] {1},
          new double[] {1},
          List.of(1L, List.of("deep")),
          new Point(1, 2),
          Colour.BLUE);
    }
  }

  @Nested
  class Objects {
    @Test
    void an_object_of_the_student_is_one_stand_in() {
      assertThat(zoo.same()).isSameAs(zoo.same());
      assertThat(zoo.cage(zoo).inhabitant()).isSameAs(zoo.same());
    }

    @Test
    void equality_hashing_and_printing_do_not_ask_the_student() {
      Zoo other = worker.zoo();
      assertThat(zoo.equals(other)).isFalse();
      assertThat(zoo.equals(zoo)).isTrue();
      assertThat(zoo.hashCode()).isEqualTo(zoo.hashCode());
      assertThat(zoo.toString()).isEqualTo("Zoo#1");
      assertThat(other.toString()).isEqualTo("Zoo#2");
    }

    @Test
    void a_default_method_is_the_contracts_own_not_the_students() {
      assertThat(zoo.twice(4)).isEqualTo(4);
    }

    @Test
    void an_object_of_the_suite_comes_home_as_itself() {
      LongUnaryOperator mine = n -> n + 1;
      assertThat(zoo.function(mine)).isSameAs(mine);
      assertThat(zoo.anything(mine)).isSameAs(mine);
    }

    @Test
    void call_backs_nest() {
      LongUnaryOperator innermost = n -> n * 10;
      assertThat(zoo.apply(n -> zoo.apply(innermost, n + 1), 1)).isEqualTo(20);
    }

    @Test
    void type_variables_are_bound_by_the_declaration() {
      assertThat(zoo.describe(n -> "n=" + (n + 1), 4)).isEqualTo("n=5");
      assertThat(zoo.ask(() -> 41L)).isEqualTo(42);
    }

    @Test
    void a_student_may_be_given_its_own_object_under_an_interface() {
      Function<Long, String> twice = n -> String.valueOf(zoo.twice(n));
      assertThat(zoo.describe(twice, 3)).isEqualTo("3");
    }

    @Test
    void nothing_is_what_void_returns() {
      List<Long> calls = new ArrayList<>();
      worker
          .zoo(
              (LongUnaryOperator)
                  n -> {
                    calls.add(n);
                    return n;
                  })
          .nothing();
      assertThat(calls).containsExactly(0L);
    }

    @Test
    void a_constructor_is_chosen_by_what_it_is_given() {
      worker.zoo(5, List.of(1)).nothing();
      assertThat(worker.exitCode).isNotDone();
    }
  }

  @Nested
  class Calls_together {
    private final List<Planned> calls = new ArrayList<>();

    private void plan(Object object, Class<?> contract, String name, Object... arguments) {
      Method method =
          Arrays.stream(contract.getMethods())
              .filter(it -> it.getName().equals(name))
              .findFirst()
              .orElseThrow();
      calls.add(new Planned(object, method, arguments));
    }

    @Test
    void are_made_in_order_and_answered_one_by_one() {
      plan(zoo, Zoo.class, "anInt", 5);
      plan(zoo, Zoo.class, "longs", new long[] {1, 2});
      plan(zoo, Zoo.class, "nothing");
      assertThat(worker.conversation.callAll(calls))
          .extracting(Ending::value)
          .containsExactly(5, new long[] {1, 2}, null);
    }

    @Test
    void go_on_after_one_that_throws() {
      Trouble trouble = worker.trouble();
      plan(trouble, Trouble.class, "text", "py");
      plan(trouble, Trouble.class, "text", "3");
      plan(trouble, Trouble.class, "list", "throwing");
      plan(trouble, Trouble.class, "text", "2");
      List<Ending> endings = worker.conversation.callAll(calls);
      assertThat(endings.get(0).thrown()).hasMessageContaining("pop from empty list");
      assertThat(endings.get(1)).isEqualTo(new Ending("yyy", null));
      assertThat(endings.get(2).thrown()).isNotNull();
      assertThat(endings.get(3)).isEqualTo(new Ending("yy", null));
    }

    @Test
    void may_call_back() {
      LongUnaryOperator twice = n -> 2 * n;
      plan(zoo, Zoo.class, "apply", twice, 4L);
      plan(zoo, Zoo.class, "apply", twice, 5L);
      assertThat(worker.conversation.callAll(calls))
          .extracting(Ending::value)
          .containsExactly(8L, 10L);
    }

    @Test
    void are_made_on_objects_of_the_student() {
      plan("mine", CharSequence.class, "length");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> worker.conversation.callAll(calls))
          .withMessage("calls are planned on objects of the other end");
    }

    @Test
    void are_calls_of_the_contract() {
      plan(zoo, Runnable.class, "run");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> worker.conversation.callAll(calls))
          .withMessageContaining("is no method of the contract");
    }
  }
}
