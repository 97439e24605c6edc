package gradus.engine;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.engine.layout.GrowthPolicy;
import gradus.engine.layout.ListGrowth;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lists take from memory and give back to it, and what that costs. */
class ListMemoryTests {

  private final Engine engine = Engine.create();

  @Nested
  class Counters {

    @ParameterizedTest
    @CsvSource({"CPYTHON_36, 820970, 65", "CPYTHON_39, 798128, 66"})
    void of_100_000_appends_are_the_lectures(ListGrowth growth, long copies, long reallocs) {
      PyList list = Engine.builder().growth(growth).build().newList();
      for (int value = 0; value < 100_000; value++) {
        list.append(value);
      }

      assertThat(list.copies()).isEqualTo(copies);
      assertThat(list.reallocs()).isEqualTo(reallocs);
    }

    @Test
    void count_what_fits_when_a_list_shrinks_and_nothing_when_it_gives_its_array_up() {
      PyList list = engine.newList(1, 2, 3, 4);
      list.pop();
      list.pop();
      assertThat(list.reallocs()).isZero();

      list.pop();
      assertThat(list.allocated()).isEqualTo(4);
      assertThat(list.reallocs()).as("the same size again").isZero();

      list.pop();
      assertThat(list.reallocs()).isZero();
      assertThat(list.copies()).isZero();
    }

    @Test
    void belong_to_a_list_and_not_to_its_address() {
      PyList first = engine.newList();
      first.append(1);
      long address = first.address();
      first.close();
      PyList second = engine.newList();

      assertThat(second.address()).isEqualTo(address);
      assertThat(second.reallocs()).isZero();
    }
  }

  @Nested
  class A_policy_of_ones_own {

    private final GrowthPolicy arrayList =
        new GrowthPolicy() {
          @Override
          public boolean keeps(long allocated, long newSize) {
            return newSize <= allocated;
          }

          @Override
          public long capacity(long size, long allocated, long newSize) {
            return Math.max(Math.max(10, newSize), allocated + (allocated >> 1));
          }

          @Override
          public boolean keepsWhenCleared() {
            return true;
          }
        };

    private final PyList list = Engine.builder().growth(arrayList).build().newList();

    @Test
    void decides_how_lists_grow() {
      for (int value = 0; value < 100_000; value++) {
        list.append(value);
      }

      assertThat(list.copies()).isEqualTo(213_413);
      assertThat(list.reallocs()).isEqualTo(24);
    }

    @Test
    void decides_whether_they_give_anything_back() {
      list.extend(1, 2, 3);
      list.clear();

      assertThat(list.size()).isZero();
      assertThat(list.allocated()).isEqualTo(10);
    }
  }

  @Nested
  class The_memory {

    @Test
    void of_a_dead_list_serves_the_next_one() {
      PyList list = engine.newList(1, 2);
      long address = list.address();
      list.close();

      assertThat(engine.newList().address()).isEqualTo(address);
    }

    @Test
    void of_up_to_80_dead_lists_is_kept_for_displays_but_not_for_calls() {
      PyList[] lists = new PyList[100];
      long before = engine.allocatedBlocks();
      for (int index = 0; index < lists.length; index++) {
        lists[index] = engine.newList();
      }
      for (PyList list : lists) {
        list.close();
      }
      assertThat(engine.allocatedBlocks()).isEqualTo(before + 80);

      engine.newList();
      assertThat(engine.allocatedBlocks()).isEqualTo(before + 80);

      engine.listOf();
      assertThat(engine.allocatedBlocks()).isEqualTo(before + 81);
    }

    @Test
    void of_lists_nested_200_000_deep_is_given_back() {
      long before = engine.allocatedBlocks();
      PyList outer = engine.newList();
      for (int depth = 0; depth < 200_000; depth++) {
        PyList inner = outer;
        outer = engine.newList();
        outer.append(inner);
        inner.close();
      }
      outer.close();

      assertThat(engine.allocatedBlocks()).isEqualTo(before + 80);
    }

    @Test
    void of_items_is_given_back_with_the_list() {
      PyList list = engine.newList(1000, 2000, 3000);
      PyObject item = list.item(1);
      long blocks = engine.allocatedBlocks();
      list.close();

      // The array and two ints; the struct waits in the free list.
      assertThat(engine.allocatedBlocks()).isEqualTo(blocks - 3);
      assertThat(item.referenceCount()).isEqualTo(1);
    }
  }
}
