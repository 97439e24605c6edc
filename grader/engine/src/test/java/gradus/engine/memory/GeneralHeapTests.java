package gradus.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GeneralHeapTests {

  private final Memory memory = new Memory(8 << 20);
  private final GeneralHeap heap = new GeneralHeap(memory, new StaticData(memory));

  @Nested
  class Random_requests extends AllocatorContract {

    @Override
    Allocator allocator() {
      return heap;
    }

    @Override
    Memory memory() {
      return memory;
    }

    @Override
    int alignment(long size) {
      return 16;
    }
  }

  @Nested
  class A_block {

    @Test
    void has_its_size_before_it_with_the_bit_of_the_chunk_before() {
      long block = heap.malloc(24);

      assertThat(memory.load64(block - 8)).isEqualTo(32 | 1);
    }

    @Test
    void lies_right_behind_the_one_before() {
      long first = heap.malloc(24);
      long second = heap.malloc(25);
      long third = heap.malloc(1);

      assertThat(second - first).isEqualTo(32);
      assertThat(third - second).isEqualTo(48);
    }

    @Test
    void of_impossible_size_is_null() {
      assertThat(heap.malloc(-1)).isZero();
      assertThat(heap.malloc(1L << 40)).isZero();
      assertThat(heap.calloc(1L << 40, 1L << 40)).isZero();
      assertThat(heap.calloc(0, 0)).isNotZero();
    }

    @Test
    void beyond_the_memory_limit_is_null_and_what_fits_is_still_served() {
      assertThat(heap.malloc(9 << 20)).isZero();
      assertThat(heap.malloc(7 << 20)).isNotZero();
      assertThat(heap.malloc(1 << 20)).isZero();
    }
  }

  @Nested
  class Freeing {

    @Test
    void null_does_nothing() {
      heap.free(Allocator.NULL);
    }

    @Test
    void lets_the_next_request_of_that_size_have_the_place() {
      long first = heap.malloc(100);
      heap.malloc(100);
      heap.free(first);

      assertThat(heap.malloc(100)).isEqualTo(first);
    }

    @Test
    void merges_with_both_neighbours() {
      long first = heap.malloc(100);
      long second = heap.malloc(100);
      long third = heap.malloc(100);
      long fence = heap.malloc(100);
      heap.free(first);
      heap.free(third);
      heap.free(second);

      assertThat(heap.malloc(3 * 112 - 8)).isEqualTo(first);
      assertThat(fence).isGreaterThan(third);
    }

    @Test
    void gives_the_last_block_back_to_the_top() {
      long first = heap.malloc(100);
      long second = heap.malloc(100);
      heap.free(first);
      heap.free(second);

      assertThat(heap.malloc(50_000)).isEqualTo(first);
    }

    @Test
    void takes_the_best_fit() {
      long large = heap.malloc(5000);
      heap.malloc(1);
      long small = heap.malloc(3000);
      heap.malloc(1);
      heap.free(large);
      heap.free(small);

      assertThat(heap.malloc(2500)).isEqualTo(small);
      assertThat(heap.malloc(4500)).isEqualTo(large);
    }

    @Test
    void twice_is_found_out() {
      long block = heap.malloc(100);
      heap.malloc(100);
      heap.free(block);

      assertThatExceptionOfType(HeapCorruption.class)
          .isThrownBy(() -> heap.free(block))
          .withMessage("double free or corruption (!prev): 0x%x", block);
    }

    @Test
    void what_never_was_a_block_is_found_out() {
      long block = heap.malloc(100);

      for (long wrong : new long[] {block + 8, Segment.DATA.base(), block + 50_000}) {
        assertThatExceptionOfType(HeapCorruption.class)
            .isThrownBy(() -> heap.free(wrong))
            .withMessageStartingWith("free(): invalid pointer");
      }
    }
  }

  @Nested
  class Resizing {

    @Test
    void of_null_is_malloc() {
      assertThat(heap.realloc(Allocator.NULL, 10)).isEqualTo(Segment.HEAP.base() + 16);
    }

    @Test
    void grows_into_the_top_in_place() {
      long block = heap.malloc(100);

      assertThat(heap.realloc(block, 300_000)).isEqualTo(block);
    }

    @Test
    void grows_into_a_free_neighbour_in_place() {
      long block = heap.malloc(100);
      long neighbour = heap.malloc(200);
      heap.malloc(1);
      heap.free(neighbour);

      assertThat(heap.realloc(block, 250)).isEqualTo(block);
    }

    @Test
    void moves_where_the_neighbour_is_in_use() {
      long block = heap.malloc(24);
      memory.store64(block + 16, 42);
      heap.malloc(1);

      long moved = heap.realloc(block, 100);

      assertThat(moved).isNotEqualTo(block);
      assertThat(memory.load64(moved + 16)).isEqualTo(42);
      assertThat(heap.malloc(24)).isEqualTo(block);
    }

    @Test
    void gives_the_tail_back_when_it_shrinks() {
      long block = heap.malloc(1000);
      heap.malloc(1);

      assertThat(heap.realloc(block, 100)).isEqualTo(block);
      assertThat(heap.malloc(800)).isEqualTo(block + 112);
    }

    @Test
    void beyond_the_limit_leaves_the_block_as_it_was() {
      long block = heap.malloc(100);
      heap.malloc(1);
      memory.store64(block, 42);

      assertThat(heap.realloc(block, 9 << 20)).isZero();
      assertThat(heap.realloc(block, -1)).isZero();
      assertThat(memory.load64(block)).isEqualTo(42);
      heap.free(block);
    }
  }
}
