package gradus.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import gradus.engine.layout.ObjectLayout;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineTests {

  private final Engine engine = Engine.create();

  @Nested
  class An_int {

    @Test
    void from_minus_5_to_256_is_always_the_same_object() {
      for (long value : new long[] {-5, 0, 256}) {
        assertThat(engine.newInt(value)).isEqualTo(engine.newInt(value));
      }
      for (long value : new long[] {-6, 257}) {
        assertThat(engine.newInt(value)).isNotEqualTo(engine.newInt(value));
      }
    }

    @Test
    void of_the_cache_lies_32_bytes_behind_the_one_before_in_static_memory() {
      long blocks = engine.allocatedBlocks();
      long zero = engine.newInt(0).address();

      assertThat(engine.newInt(1).address() - zero).isEqualTo(32);
      assertThat(engine.newInt(256).address() - engine.newInt(-5).address()).isEqualTo(261 * 32);
      assertThat(engine.allocatedBlocks()).isEqualTo(blocks);
    }

    @Test
    void is_freed_with_its_last_reference() {
      long blocks = engine.allocatedBlocks();
      PyInt number = engine.newInt(1000);
      assertThat(engine.allocatedBlocks()).isEqualTo(blocks + 1);

      number.close();
      assertThat(engine.allocatedBlocks()).isEqualTo(blocks);
    }

    @ParameterizedTest
    @ValueSource(
        longs = {
          Long.MIN_VALUE,
          Long.MIN_VALUE + 1,
          -(1L << 60),
          1L << 60,
          (1L << 60) - 1,
          Long.MAX_VALUE
        })
    void holds_every_long(long value) {
      assertThat(engine.newInt(value).longValue()).isEqualTo(value);
    }

    @Test
    void has_the_value_it_was_made_with_whatever_its_size() {
      Random random = new Random(5);
      for (int bits = 1; bits < 500; bits++) {
        BigInteger value = new BigInteger(bits, random).negate();
        assertThat(engine.newInt(value).value()).isEqualTo(value);
      }
    }
  }

  @Nested
  class A_singleton {

    @Test
    void is_one_object_with_a_type_and_a_size() {
      assertThat(engine.none()).isEqualTo(engine.none()).hasToString("None");
      assertThat(engine.none().sizeof()).isEqualTo(16);
      assertThat(engine.none().typeName()).isEqualTo("NoneType");
      assertThat(engine.bool(true)).hasToString("True").isNotEqualTo(engine.bool(false));
      assertThat(engine.bool(true).sizeof()).isEqualTo(28);
      assertThat(engine.bool(false).sizeof()).isEqualTo(24);
      assertThat(engine.bool(true).struct().get("ob_digit[0]")).isEqualTo(1);
    }

    @Test
    void must_not_lose_its_last_reference() {
      PyObject none = engine.none();

      assertThatIllegalStateException()
          .isThrownBy(
              () -> {
                while (true) {
                  none.close();
                }
              })
          .withMessageStartingWith("the reference count of a static object fell to 0");
    }
  }

  @Nested
  class A_look_at_memory {

    @Test
    void shows_an_object_field_by_field() {
      PyList list = engine.newList(1, 2, 3);

      assertThat(list.struct().get("ob_size")).isEqualTo(3);
      assertThat(list.struct().toString())
          .contains(" 16   8  Py_ssize_t       ob_size           3\n");
      assertThat(list.hexdump()).startsWith("%012x  01 00 00 00".formatted(list.address()));
      assertThat(list.bytes()).hasSize(40);
      assertThat(engine.bytes(list.address(), 8)).containsExactly(1, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void leads_from_addresses_to_objects() {
      PyList list = engine.newList(1000);
      long item = list.struct().get("ob_item");
      long address = Symbols.word(engine.bytes(item, 8), 0);

      assertThat(engine.at(address)).hasToString("1000").isEqualTo(list.item(0));
      assertThat(engine.at(address).hashCode()).isEqualTo(list.item(0).hashCode());
    }

    @Test
    void shows_types_as_objects() {
      PyObject type = engine.type("list");

      assertThat(type).hasToString("<class 'list'>");
      assertThat(type.sizeof()).isEqualTo(400);
      assertThat(engine.newList().struct().get("ob_type")).isEqualTo(type.address());
      assertThat(type.typeName()).isEqualTo("type");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> engine.type("dict"))
          .withMessage("no built-in type has the name dict");
    }

    @Test
    void counts_what_is_mapped() {
      long footprint = engine.footprint();
      engine.newList(new long[100_000]);

      assertThat(engine.footprint()).isGreaterThan(footprint + 800_000);
      assertThat(engine.arenas()).isEqualTo(1);
    }
  }

  @Nested
  class A_watch {

    @Test
    void hears_of_blocks_in_the_order_they_are_handed_out_resized_and_given_back() {
      PyList list = engine.newList(1, 2, 3, 4);
      List<AllocationEvent> events = new ArrayList<>();
      engine.watchAllocations(events::add);
      long array = list.arrayAddress();
      list.append(5);
      long larger = list.arrayAddress();
      list.clear();
      PyInt number = engine.newInt(1000);

      assertThat(events)
          .containsExactly(
              new AllocationEvent.Reallocated(array, larger, 64),
              new AllocationEvent.Freed(larger),
              new AllocationEvent.Allocated(number.address(), 28));
    }
  }

  @Test
  void the_same_calls_give_the_same_addresses() {
    assertThat(Engine.create().newList(1, 2, 3).hexdump())
        .isEqualTo(Engine.create().newList(1, 2, 3).hexdump());
  }

  @Test
  void layouts_differ_in_where_blocks_lie() {
    Engine aligned16 = Engine.builder().layout(ObjectLayout.ALIGNED16).build();

    assertThat(engine.newList().sizeof()).isEqualTo(64);
    assertThat(aligned16.newList().sizeof()).isEqualTo(72);
    assertThat(aligned16.newInt(1000).address() % 16).isZero();
  }

  @Test
  void an_engine_needs_some_memory_to_start() {
    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> Engine.builder().memoryLimit(1000).build())
        .withMessage("the memory limit is too small for the interpreter's static data");
  }
}
