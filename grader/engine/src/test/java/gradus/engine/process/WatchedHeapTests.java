package gradus.engine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gradus.engine.memory.Memory;
import gradus.engine.memory.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WatchedHeapTests {

  private final Memory memory = new Memory(8 << 20);
  private final WatchedHeap heap = WatchedHeap.in(memory);

  private HeapMisuse misuse(Runnable action) {
    return catchThrowableOfType(HeapMisuse.class, action::run);
  }

  @Nested
  class The_trace {

    @Test
    void has_each_request_with_its_place_in_the_program() {
      long first = heap.at("main.c:1").malloc(24);
      long second = heap.at("main.c:2").calloc(5, 8);
      heap.at("main.c:3").realloc(second, 48);
      long moved = heap.at("main.c:4").realloc(first, 100);
      heap.at("main.c:5").free(moved);

      assertThat(heap.trace())
          .extracting(HeapEvent::toString)
          .containsExactly(
              "malloc 0x400000010     24  main.c:1",
              "malloc 0x400000030     40  main.c:2",
              "resize 0x400000030     48  main.c:3",
              "malloc 0x400000070    100  main.c:4",
              "free   0x400000010     24  main.c:4",
              "free   0x400000070    100  main.c:5");
    }

    @Test
    void has_nothing_of_what_was_not_served() {
      assertThat(heap.malloc(-1)).isZero();
      assertThat(heap.realloc(heap.malloc(8), 1L << 40)).isZero();
      heap.free(0);

      assertThat(heap.trace()).hasSize(1);
    }
  }

  @Nested
  class Misuse {

    private final long block = heap.at("a.c:1").malloc(16);

    @Test
    void by_freeing_twice_names_both_places() {
      heap.at("a.c:2").free(block);

      HeapMisuse misuse = misuse(() -> heap.at("a.c:3").free(block));

      assertThat(misuse.kind()).isEqualTo(HeapMisuse.Kind.DOUBLE_FREE);
      assertThat(misuse)
          .hasMessage(
              "free(0x400000010) at a.c:3: the block of 16 bytes allocated at a.c:1 was freed at"
                  + " a.c:2");
    }

    @Test
    void by_freeing_the_middle_of_a_block_says_that_none_starts_there() {
      HeapMisuse misuse = misuse(() -> heap.at("a.c:3").free(block + 8));

      assertThat(misuse.kind()).isEqualTo(HeapMisuse.Kind.INVALID_FREE);
      assertThat(misuse.address()).isEqualTo(block + 8);
      assertThat(misuse).hasMessage("free(0x400000018) at a.c:3: no block starts there");
    }

    @Test
    void by_resizing_a_freed_block_is_found() {
      heap.free(block);

      assertThat(misuse(() -> heap.realloc(block, 8)).kind())
          .isEqualTo(HeapMisuse.Kind.DOUBLE_FREE);
    }

    @Test
    void by_reading_after_free_names_the_block() {
      heap.store64(block + 8, 42);
      assertThat(heap.load64(block + 8)).isEqualTo(42);
      heap.at("a.c:2").free(block);

      HeapMisuse misuse = misuse(() -> heap.load64(block + 8));

      assertThat(misuse.kind()).isEqualTo(HeapMisuse.Kind.USE_AFTER_FREE);
      assertThat(misuse)
          .hasMessage(
              "read of 8 bytes at 0x400000018, in the block of 16 bytes allocated at a.c:1 and"
                  + " freed at a.c:2");
    }

    @Test
    void by_writing_over_the_end_writes_nothing() {
      HeapMisuse misuse = misuse(() -> heap.store64(block + 12, -1));

      assertThat(misuse.kind()).isEqualTo(HeapMisuse.Kind.OUT_OF_BOUNDS);
      assertThat(memory.load32(block + 12)).isZero();
    }

    @Test
    void is_not_the_use_of_an_address_that_was_given_out_again() {
      heap.free(block);
      long again = heap.malloc(16);

      assertThat(again).isEqualTo(block);
      assertThat(heap.load64(block)).isNotEqualTo(-1);
      heap.free(again);
    }
  }

  @Nested
  class The_leak_report {

    @Test
    void lists_what_nobody_freed() {
      heap.at("list.c:10").malloc(24);
      heap.at("list.c:11").free(heap.malloc(100));
      heap.at("list.c:12").malloc(1);

      assertThat(heap.leakReport())
          .isEqualTo(
              """
              0x400000010     24 bytes allocated at list.c:10
              0x400000030      1 bytes allocated at list.c:12
              2 blocks, 25 bytes leaked
              """);
    }

    @Test
    void of_a_clean_program_is_a_line() {
      heap.free(heap.malloc(8));

      assertThat(heap.leakReport()).isEqualTo("0 blocks, 0 bytes leaked\n");
    }
  }

  @Nested
  class Fragmentation {

    @Test
    void is_free_memory_that_no_large_request_can_use() {
      List<Long> blocks = new ArrayList<>();
      for (int index = 0; index < 8; index++) {
        blocks.add(heap.malloc(56));
      }
      for (int index = 0; index < 8; index += 2) {
        heap.free(blocks.get(index));
      }
      HeapStatistics statistics = heap.statistics();

      assertThat(statistics.blocks()).isEqualTo(4);
      assertThat(statistics.free()).isEqualTo(4 * 64);
      assertThat(statistics.largestFree()).isEqualTo(64);
      assertThat(statistics.externalFragmentation()).isEqualTo(0.75);
      assertThat(statistics.internalFragmentation()).isEqualTo(1 - 56.0 / 64);
      assertThat(statistics.footprint()).isEqualTo(memory.size(Segment.HEAP));
      assertThat(heap.malloc(200)).isGreaterThan(blocks.get(7));
    }

    @Test
    void of_an_empty_heap_is_none() {
      assertThat(heap.statistics()).isEqualTo(new HeapStatistics(0, 0, 0, 0, 0, 0));
      assertThat(heap.statistics().externalFragmentation()).isZero();
      assertThat(heap.statistics().internalFragmentation()).isZero();
    }
  }

  @Nested
  class The_map {

    @Test
    void draws_chunks_and_leaves_out_pages_of_nothing_but_top() {
      heap.malloc(40);
      long middle = heap.malloc(88);
      heap.malloc(8);
      heap.free(middle);

      assertThat(heap.map(16)).isEqualTo("000400000000  [##(.....[#" + "~".repeat(256 - 11) + "\n");
      assertThat(heap.map(64)).isEqualTo("000400000000  (." + "~".repeat(62) + "\n");
    }

    @Test
    void of_an_empty_heap_is_empty() {
      assertThat(heap.map(16)).isEmpty();
    }

    @Test
    void has_sixteen_bytes_a_character_at_least() {
      assertThatThrownBy(() -> heap.map(8))
          .hasMessage("a character stands for a power of two of bytes from 16 to 4096, not 8");
    }
  }

  @Test
  void random_requests_keep_the_books_balanced() {
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      WatchedHeap any = WatchedHeap.in(new Memory(8 << 20));
      List<Long> live = new ArrayList<>();
      for (int step = 0; step < 200; step++) {
        int choice = random.nextInt(5);
        if (choice < 2 || live.isEmpty()) {
          live.add(any.malloc(random.nextInt(500)));
        } else if (choice < 4) {
          any.free(live.remove(random.nextInt(live.size())));
        } else {
          live.add(any.realloc(live.remove(random.nextInt(live.size())), random.nextInt(900)));
        }
        assertThat(any.live())
            .as("seed %d step %d", seed, step)
            .extracting(WatchedBlock::address)
            .containsExactlyInAnyOrderElementsOf(live);
        HeapStatistics statistics = any.statistics();
        assertThat(statistics.used())
            .as("seed %d", seed)
            .isGreaterThanOrEqualTo(statistics.requested());
      }
    }
  }
}
