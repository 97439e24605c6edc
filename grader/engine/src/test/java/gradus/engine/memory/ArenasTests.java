package gradus.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ArenasTests {

  private static final int ARENA = 256 * 1024;

  private final Memory memory = new Memory(16 << 20);
  private final Pymalloc vanilla = PymallocTests.pymalloc(memory, 8);

  @Nested
  class An_arena {

    @Test
    void holds_64_pools() {
      for (int pool = 0; pool < 64 * 7; pool++) {
        vanilla.malloc(512);
      }
      assertThat(vanilla.arenas()).isEqualTo(1);

      vanilla.malloc(512);
      assertThat(vanilla.arenas()).isEqualTo(2);
    }

    @Test
    void goes_back_when_all_its_pools_are_free_and_its_place_is_zeroed_for_the_next() {
      List<Long> blocks = new ArrayList<>();
      for (int block = 0; block < 3 * 64 * 7; block++) {
        blocks.add(vanilla.malloc(512));
        memory.fill(blocks.get(block), 512, 0xff);
      }
      assertThat(vanilla.arenas()).isEqualTo(3);

      blocks.forEach(vanilla::free);
      assertThat(vanilla.arenas()).isZero();

      long block = vanilla.malloc(512);
      assertThat(block).isEqualTo(Segment.ARENAS.base() + 48);
      assertThat(memory.load64(block + ARENA / 2)).isZero();
    }

    /** The one with fewer free pools is used first, so that the other can become empty. */
    @Test
    void is_chosen_by_how_full_it_is() {
      List<Long> blocks = new ArrayList<>();
      for (int block = 0; block < 3 * 64 * 7; block++) {
        blocks.add(vanilla.malloc(512));
      }
      int perArena = 64 * 7;
      freePools(blocks.subList(0, 4 * 7));
      freePools(blocks.subList(perArena, perArena + 2 * 7));
      freePools(blocks.subList(2 * perArena, 2 * perArena + 3 * 7));
      freePools(blocks.subList(perArena + 14, perArena + 4 * 7));

      assertThat((vanilla.malloc(512) - Segment.ARENAS.base()) / ARENA).isEqualTo(2);
    }

    private void freePools(List<Long> blocks) {
      blocks.forEach(vanilla::free);
    }

    @Test
    void is_described_in_an_array_that_doubles() {
      for (int block = 0; block < 20 * 64 * 7; block++) {
        vanilla.malloc(512);
      }
      assertThat(vanilla.arenas()).isEqualTo(20);
    }
  }

  @Nested
  class When_memory_is_used_up {

    private final Pymalloc small = PymallocTests.pymalloc(new Memory(600 * 1024), 8);

    @Test
    void requests_give_null_in_the_end() {
      long block = small.malloc(512);
      while (block != 0) {
        block = small.malloc(512);
      }
      assertThat(small.arenas()).isEqualTo(1);
      assertThat(small.malloc(1 << 20)).isZero();
      assertThat(small.calloc(1, 1 << 20)).isZero();
      assertThat(small.calloc(1L << 40, 1L << 40)).isZero();
      assertThat(small.realloc(Allocator.NULL, 1 << 20)).isZero();
    }

    @Test
    void a_block_that_cannot_grow_stays_as_it_is() {
      long block = small.malloc(100);

      assertThat(small.realloc(block, 1 << 20)).isZero();
      small.free(block);
      assertThat(small.allocatedBlocks()).isZero();
    }
  }
}
