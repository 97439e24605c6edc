package gradus.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PyListTests {

  private final Engine engine = Engine.create();

  @Nested
  class Operations {

    @Test
    void insert_moves_an_index_out_of_range_to_the_nearer_end() {
      PyList list = engine.newList(1, 2);
      list.insert(-5, 0);
      list.insert(100, 3);
      list.insert(-1, 9);
      list.insert(Long.MIN_VALUE, -1);
      list.insert(Long.MAX_VALUE, 4);

      assertThat(list.items()).containsExactly(-1, 0, 1, 2, 9, 3, 4);
    }

    @Test
    void a_list_may_extend_itself() {
      PyList list = engine.newList(1, 2, 3);
      list.extend(list);

      assertThat(list).hasToString("[1, 2, 3, 1, 2, 3]");
    }

    @Test
    void new_lists_share_the_items() {
      PyList list = engine.newList(1000, 2000);
      PyObject item = list.item(0);

      assertThat(list.copy().item(0)).isEqualTo(item);
      assertThat(list.concatenate(list)).hasToString("[1000, 2000, 1000, 2000]");
      assertThat(list.repeat(3)).hasToString("[1000, 2000, 1000, 2000, 1000, 2000]");
      assertThat(list.repeat(-1)).hasToString("[]");
      assertThat(item.referenceCount()).isEqualTo(2 + 1 + 1 + 2 + 3);
    }

    @Test
    void items_of_any_kind_can_be_held() {
      PyList list = engine.newList();
      list.append(engine.none());
      list.append(engine.bool(true));
      list.append(engine.bool(false));
      list.append(engine.newInt(BigInteger.TWO.pow(70)));
      list.append(engine.newList(7));
      list.append(list);

      assertThat(list.repr()).isEqualTo("[None, True, False, 1180591620717411303424, [7], [...]]");
      assertThat(list.item(4)).isInstanceOf(PyList.class);
      assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> list.get(3));
    }

    @Test
    void a_number_is_read_only_from_an_int() {
      PyList list = engine.newList(1);
      list.append(engine.none());

      assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> list.get(1));
      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(list::pop)
          .withMessage("an item of type NoneType is not a number");
      assertThat(list.pop()).isEqualTo(1);
    }

    @Test
    void deleting_the_only_item_gives_the_array_back_and_popping_it_does_not() {
      PyList deleted = engine.newList(1);
      deleted.delete(0);
      PyList popped = engine.newList(1, 2, 3, 4);
      while (popped.size() > 0) {
        popped.pop();
      }

      assertThat(deleted.arrayAddress()).isZero();
      assertThat(popped.allocated()).isZero();
      assertThat(popped.arrayAddress()).isNotZero();
    }
  }

  @Nested
  class Errors {

    @ParameterizedTest
    @CsvSource({"3", "-4", "9223372036854775807", "-9223372036854775808"})
    void of_an_index_are_cpythons(long index) {
      PyList list = engine.newList(1, 2, 3);

      assertIndexError(() -> list.get(index), "list index out of range");
      assertIndexError(() -> list.item(index), "list index out of range");
      assertIndexError(() -> list.set(index, 1), "list assignment index out of range");
      assertIndexError(() -> list.delete(index), "list assignment index out of range");
      assertIndexError(() -> list.pop(index), "pop index out of range");
      assertThat(list).hasToString("[1, 2, 3]");
    }

    @Test
    void of_an_empty_list_come_before_those_of_an_index() {
      PyList list = engine.newList();

      assertIndexError(list::pop, "pop from empty list");
      assertIndexError(() -> list.pop(5), "pop from empty list");
      assertIndexError(() -> list.get(0), "list index out of range");
    }

    private void assertIndexError(Runnable action, String message) {
      assertThatExceptionOfType(PythonException.class)
          .isThrownBy(action::run)
          .withMessage("IndexError: " + message)
          .satisfies(error -> assertThat(error.type()).isEqualTo("IndexError"))
          .satisfies(error -> assertThat(error.message()).isEqualTo(message));
    }

    @Test
    void leave_no_reference_behind() {
      PyList list = engine.newList(1);
      PyInt value = engine.newInt(1000);
      long blocks = engine.allocatedBlocks();
      try {
        list.set(7, 1000);
      } catch (PythonException expected) {
        assertThat(expected.type()).isEqualTo("IndexError");
      }

      assertThat(engine.allocatedBlocks()).isEqualTo(blocks);
      assertThat(value.referenceCount()).isEqualTo(1);
    }

    @Test
    void of_memory_leave_the_list_as_it_was() {
      Engine small = Engine.builder().memoryLimit(2 << 20).build();
      PyList list = small.newList(1, 2, 3);

      assertThatExceptionOfType(PythonException.class)
          .isThrownBy(() -> list.repeat(1 << 20))
          .withMessage("MemoryError")
          .satisfies(error -> assertThat(error.message()).isEmpty());
      assertThatExceptionOfType(PythonException.class)
          .isThrownBy(() -> list.repeat(Long.MAX_VALUE))
          .withMessage("MemoryError");
      assertThatExceptionOfType(PythonException.class)
          .isThrownBy(
              () -> {
                while (true) {
                  list.extend(list);
                }
              })
          .withMessage("MemoryError");
      assertThat(list.allocated()).isGreaterThanOrEqualTo(list.size());
      assertThat(list.get(list.size() - 1)).isEqualTo(3);
      list.clear();
      assertThat(small.newList(1)).hasToString("[1]");
    }

    @Test
    void of_small_blocks_are_memory_errors_too() {
      Engine small = Engine.builder().memoryLimit(1 << 20).build();

      assertThatExceptionOfType(PythonException.class)
          .isThrownBy(
              () -> {
                while (true) {
                  small.newList();
                }
              })
          .withMessage("MemoryError");
      assertThatExceptionOfType(PythonException.class)
          .isThrownBy(
              () -> {
                while (true) {
                  small.newInt(1000);
                }
              })
          .withMessage("MemoryError");
    }
  }

  @Test
  void the_repr_of_lists_nested_too_deep_is_a_recursion_error() {
    PyList list = engine.newList();
    for (int depth = 0; depth < 1500; depth++) {
      PyList outer = engine.newList();
      outer.append(list);
      list = outer;
    }
    PyList deep = list;

    assertThatExceptionOfType(PythonException.class)
        .isThrownBy(deep::repr)
        .withMessage(
            "RecursionError: maximum recursion depth exceeded while getting the repr of an object");
    assertThat(engine.newList(1).repr()).isEqualTo("[1]");
  }
}
