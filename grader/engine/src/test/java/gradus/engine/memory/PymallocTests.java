package gradus.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.engine.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PymallocTests {

  private static final int POOL = 4096;

  private static Memory memory() {
    return new Memory(16 << 20);
  }

  static Pymalloc pymalloc(Memory memory, int alignment) {
    StaticData data = new StaticData(memory);
    return new Pymalloc(memory, data, new GeneralHeap(memory, data), alignment);
  }

  private final Memory memory = memory();
  private final Pymalloc vanilla = pymalloc(memory, 8);

  @Nested
  class Random_requests_aligned_to_8 extends AllocatorContract {

    @Override
    Allocator allocator() {
      return vanilla;
    }

    @Override
    Memory memory() {
      return memory;
    }

    @Override
    int alignment(long size) {
      return 8;
    }
  }

  @Nested
  class Random_requests_aligned_to_16 extends AllocatorContract {

    private final Memory memory = PymallocTests.memory();
    private final Pymalloc pymalloc = pymalloc(memory, 16);

    @Override
    Allocator allocator() {
      return pymalloc;
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
  class CPython_3_6 {

    /**
     * Random malloc and free in three size classes: the same pools in the same order, the same
     * offsets in them.
     */
    @Test
    void hands_out_the_same_blocks() {
      Pymalloc pymalloc = pymalloc(memory(), 16);
      // Something else is always in use there: the arena is never given back.
      pymalloc.malloc(1);
      List<Long> live = new ArrayList<>();
      List<Long> pools = new ArrayList<>();
      long size = 0;
      int line = 0;
      for (String[] row : Facts.rows("blocks-3.6.txt")) {
        line++;
        switch (row[0]) {
          case "size" -> {
            size = Long.parseLong(row[1]);
            live = new ArrayList<>(List.of(pymalloc.malloc(size)));
            pools = new ArrayList<>(List.of(live.get(0) / POOL));
          }
          case "free" -> {
            // The last block takes the place of the one that goes.
            long last = live.remove(live.size() - 1);
            int index = Integer.parseInt(row[1]);
            pymalloc.free(index == live.size() ? last : live.set(index, last));
          }
          default -> {
            long block = pymalloc.malloc(size);
            live.add(block);
            if (!pools.contains(block / POOL)) {
              pools.add(block / POOL);
            }
            assertThat(new long[] {pools.indexOf(block / POOL), block % POOL})
                .as("line %d", line)
                .containsExactly(Long.parseLong(row[1]), Long.parseLong(row[2]));
          }
        }
      }
    }

    @Test
    void resizes_in_place_in_the_same_cases() {
      Pymalloc pymalloc = pymalloc(memory(), 16);
      for (String[] row : Facts.rows("block-moves-3.6.txt")) {
        long old = Long.parseLong(row[0]);
        List<Long> stays = new ArrayList<>();
        for (long size = 1; size <= 520; size++) {
          long block = pymalloc.malloc(old);
          long resized = pymalloc.realloc(block, size);
          if (resized == block) {
            stays.add(size);
          }
          pymalloc.free(resized);
        }
        assertThat(List.of(stays.get(0), stays.get(stays.size() - 1), (long) stays.size()))
            .as("from " + old)
            .containsExactly(
                Long.parseLong(row[1]), Long.parseLong(row[2]), Long.parseLong(row[3]));
      }
    }
  }

  @Nested
  class A_small_block {

    @Test
    void starts_48_bytes_into_its_pool() {
      assertThat(vanilla.malloc(1)).isEqualTo(Segment.ARENAS.base() + 48);
      assertThat(vanilla.malloc(8)).isEqualTo(Segment.ARENAS.base() + 56);
      assertThat(vanilla.malloc(9)).isEqualTo(Segment.ARENAS.base() + POOL + 48);
    }

    @Test
    void once_freed_holds_the_address_of_the_next_free_one() {
      long first = vanilla.malloc(100);
      long second = vanilla.malloc(100);
      vanilla.malloc(100);
      vanilla.free(first);
      vanilla.free(second);

      assertThat(memory.load64(second)).isEqualTo(first);
      assertThat(vanilla.malloc(100)).isEqualTo(second);
      assertThat(vanilla.malloc(100)).isEqualTo(first);
    }

    @Test
    void is_counted_in_its_pool() {
      long block = vanilla.malloc(100);
      vanilla.malloc(100);
      long pool = block & -POOL;

      assertThat(memory.load32(pool)).isEqualTo(2);
      assertThat(memory.load32(pool + 36)).as("size class").isEqualTo((100 - 1) / 8);
    }
  }

  @Nested
  class A_large_block {

    @Test
    void comes_from_the_general_heap() {
      assertThat(Segment.ARENAS.contains(vanilla.malloc(512))).isTrue();
      assertThat(Segment.HEAP.contains(vanilla.malloc(513))).isTrue();
      assertThat(Segment.HEAP.contains(vanilla.malloc(0))).isTrue();
    }

    @Test
    void stays_there_when_it_becomes_small() {
      long block = vanilla.malloc(1000);

      assertThat(vanilla.realloc(block, 10)).isEqualTo(block);
      assertThat(vanilla.realloc(block, 0)).isEqualTo(block);
    }
  }

  @Nested
  class A_listener {

    private final List<String> heard = new ArrayList<>();

    @Test
    void hears_of_every_block() {
      vanilla.listen(
          new AllocationListener() {
            @Override
            public void allocated(long address, long size) {
              heard.add("allocated " + size);
            }

            @Override
            public void reallocated(long from, long to, long size) {
              heard.add((from == to ? "resized " : "moved ") + size);
            }

            @Override
            public void freed(long address) {
              heard.add("freed");
            }
          });
      long block = vanilla.realloc(vanilla.malloc(100), 90);
      block = vanilla.realloc(block, 200);
      vanilla.free(block);
      vanilla.free(Allocator.NULL);
      vanilla.calloc(3, 8);

      assertThat(heard)
          .containsExactly("allocated 100", "resized 90", "moved 200", "freed", "allocated 24");
    }
  }

  @Test
  void blocks_in_use_are_counted_whatever_their_size() {
    long small = vanilla.malloc(10);
    long large = vanilla.malloc(10_000);
    assertThat(vanilla.allocatedBlocks()).isEqualTo(2);

    vanilla.free(small);
    vanilla.free(large);
    assertThat(vanilla.allocatedBlocks()).isZero();
  }

  @Nested
  class Freed_blocks_that_are_put_off {

    @Test
    void are_handed_out_in_the_same_order() {
      Memory other = memory();
      Pymalloc later = pymalloc(other, 8);
      later.putOff(true);
      Random random = new Random(1);
      List<Long> blocks = new ArrayList<>();
      for (int step = 0; step < 50_000; step++) {
        if (blocks.isEmpty() || random.nextInt(5) < (step / 5_000 % 2 == 0 ? 3 : 2)) {
          long size = 1 + random.nextInt(600);
          long block = vanilla.malloc(size);
          assertThat(later.malloc(size)).isEqualTo(block);
          blocks.add(block);
        } else {
          int index = random.nextInt(blocks.size());
          long size = 1 + random.nextInt(600);
          if (random.nextInt(4) == 0) {
            long block = vanilla.realloc(blocks.get(index), size);
            assertThat(later.realloc(blocks.get(index), size)).isEqualTo(block);
            blocks.set(index, block);
          } else {
            long block = blocks.remove(index);
            vanilla.free(block);
            later.free(block);
          }
        }
      }
      assertThat(later.allocatedBlocks()).isEqualTo(vanilla.allocatedBlocks());
      assertThat(later.arenas()).isEqualTo(vanilla.arenas());
    }

    @Test
    void leave_the_same_bytes_once_they_are_settled() {
      Memory other = memory();
      Pymalloc later = pymalloc(other, 8);
      later.putOff(true);
      for (Pymalloc each : List.of(vanilla, later)) {
        long one = each.malloc(24);
        long two = each.malloc(24);
        each.free(one);
        each.free(two);
        each.malloc(48);
        each.free(each.malloc(48));
      }
      long pool = Segment.ARENAS.base();
      assertThat(other.bytes(pool, 3 * POOL)).isNotEqualTo(memory.bytes(pool, 3 * POOL));
      later.putOff(false);
      assertThat(other.bytes(pool, 3 * POOL)).isEqualTo(memory.bytes(pool, 3 * POOL));
    }
  }
}
