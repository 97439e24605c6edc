package gradus.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MemoryTests {

  private static final long HEAP = Segment.HEAP.base();
  private static final long TEXT = Segment.TEXT.base();

  private final Memory memory = new Memory(1 << 20);

  MemoryTests() {
    memory.map(Segment.HEAP, 100);
    memory.map(Segment.TEXT, 100);
  }

  @Nested
  class Loads_and_stores {

    @Test
    void are_little_endian() {
      memory.store64(HEAP, 0x1122334455667788L);

      assertThat(memory.load8(HEAP)).isEqualTo(0x88);
      assertThat(memory.load16(HEAP + 1)).isEqualTo(0x6677);
      assertThat(memory.load32(HEAP + 4)).isEqualTo(0x11223344);
      assertThat(memory.load64(HEAP)).isEqualTo(0x1122334455667788L);
    }

    @Test
    void write_no_more_than_their_own_bytes() {
      memory.store64(HEAP, -1);
      memory.store8(HEAP, 0);
      memory.store16(HEAP + 2, 0);
      memory.store32(HEAP + 4, 1);

      assertThat(memory.load64(HEAP)).isEqualTo(0x000000010000ff00L);
    }

    @Test
    void need_no_alignment() {
      memory.store64(HEAP + 3, 42);

      assertThat(memory.load64(HEAP + 3)).isEqualTo(42);
    }

    @Test
    void find_new_memory_zeroed() {
      assertThat(memory.bytes(HEAP, 4096)).containsOnly(0);
    }
  }

  @Nested
  class A_segmentation_fault {

    @Test
    void names_the_access_and_the_address() {
      assertThatExceptionOfType(SegmentationFault.class)
          .isThrownBy(() -> memory.load64(HEAP + 4092))
          .withMessage("segmentation fault: read of 8 bytes at 0x400000ffc")
          .satisfies(fault -> assertThat(fault.address()).isEqualTo(HEAP + 4092));
    }

    @Test
    void comes_from_every_kind_of_access_outside_the_segments() {
      for (long address :
          new long[] {0, -1, -8, HEAP - 1, HEAP + 4096, Segment.STACK.base(), 1L << 40}) {
        assertFaults(() -> memory.load8(address));
        assertFaults(() -> memory.load16(address));
        assertFaults(() -> memory.load32(address));
        assertFaults(() -> memory.load64(address));
        assertFaults(() -> memory.store8(address, 1));
        assertFaults(() -> memory.store16(address, 1));
        assertFaults(() -> memory.store32(address, 1));
        assertFaults(() -> memory.store64(address, 1));
        assertFaults(() -> memory.bytes(address, 1));
        assertFaults(() -> memory.copy(address, HEAP, 1));
        assertFaults(() -> memory.copy(HEAP, address, 1));
        assertFaults(() -> memory.fill(address, 1, 0));
        assertFaults(() -> memory.string(address));
      }
    }

    @Test
    void comes_from_a_range_that_ends_outside() {
      assertFaults(() -> memory.bytes(HEAP + 4000, 97));
      assertFaults(() -> memory.fill(HEAP, -1, 0));
      assertThat(memory.bytes(HEAP + 4000, 96)).hasSize(96);
    }

    @Test
    void comes_from_writing_read_only_text() {
      memory.load(TEXT, new byte[] {'h', 'i', 0});

      assertFaults(() -> memory.store8(TEXT, 1));
      assertThat(memory.string(TEXT)).isEqualTo("hi");
    }

    private void assertFaults(Runnable access) {
      assertThatExceptionOfType(SegmentationFault.class).isThrownBy(access::run);
    }
  }

  @Nested
  class A_copy {

    @Test
    void may_overlap_itself_either_way() {
      memory.load(HEAP, "abcdef".getBytes(StandardCharsets.UTF_8));

      memory.copy(HEAP + 1, HEAP, 5);
      assertThat(memory.string(HEAP)).isEqualTo("aabcde");

      memory.copy(HEAP, HEAP + 2, 5);
      assertThat(memory.string(HEAP)).isEqualTo("bcdede".substring(0, 4));
    }
  }

  @Nested
  class Mapping {

    @Test
    void goes_by_whole_pages() {
      assertThat(memory.size(Segment.HEAP)).isEqualTo(Memory.PAGE_SIZE);
      assertThat(memory.footprint()).isEqualTo(2L * Memory.PAGE_SIZE);
    }

    @Test
    void keeps_what_is_there_when_it_grows() {
      memory.store64(HEAP, 7);

      assertThat(memory.map(Segment.HEAP, 5000)).isTrue();
      assertThat(memory.load64(HEAP)).isEqualTo(7);
      assertThat(memory.load64(HEAP + 8000)).isZero();
    }

    @Test
    void never_takes_memory_away() {
      assertThat(memory.map(Segment.HEAP, 1)).isTrue();
      assertThat(memory.size(Segment.HEAP)).isEqualTo(4096);
    }

    @Test
    void grows_by_a_quarter_where_the_limit_allows_and_by_what_is_needed_where_not() {
      memory.map(Segment.HEAP, 512 * 1024);
      memory.map(Segment.HEAP, 512 * 1024 + 1);
      assertThat(memory.size(Segment.HEAP)).isEqualTo(640 * 1024);

      memory.map(Segment.HEAP, 900 * 1024);
      memory.map(Segment.HEAP, 900 * 1024 + 1);
      assertThat(memory.size(Segment.HEAP)).isEqualTo(904 * 1024);
    }

    @Test
    void fails_beyond_the_limit_and_changes_nothing() {
      assertThat(memory.map(Segment.HEAP, 1 << 20)).isFalse();
      assertThat(memory.size(Segment.HEAP)).isEqualTo(4096);
    }

    @Test
    void fails_beyond_what_a_segment_can_hold() {
      assertThat(new Memory(Long.MAX_VALUE).map(Segment.HEAP, 1L << 31)).isFalse();
    }

    @Test
    void knows_which_segment_an_address_lies_in() {
      assertThat(Segment.HEAP.contains(HEAP)).isTrue();
      assertThat(Segment.HEAP.contains(HEAP - 1)).isFalse();
      assertThat(Segment.TEXT.contains(TEXT + 5)).isTrue();
    }
  }

  @Nested
  class Static_data {

    private final StaticData data = new StaticData(memory);

    @Test
    void lies_one_after_the_other_and_aligned() {
      long first = data.reserve(Segment.BSS, 3, 1);
      long second = data.reserve(Segment.BSS, 8, 16);

      assertThat(first).isEqualTo(Segment.BSS.base());
      assertThat(second).isEqualTo(first + 16);
      assertThat(memory.load64(second)).isZero();
    }

    @Test
    void holds_strings_in_the_text_segment() {
      long first = data.string("type");
      long second = data.string("größe");

      assertThat(memory.string(first)).isEqualTo("type");
      assertThat(memory.string(second)).isEqualTo("größe");
      assertThat(second).isEqualTo(first + 5);
    }

    @Test
    void needs_the_memory_it_needs() {
      StaticData tooMuch = new StaticData(new Memory(100));

      assertThatExceptionOfType(OutOfMemory.class)
          .isThrownBy(() -> tooMuch.reserve(Segment.DATA, 8, 8))
          .withMessage("the memory limit is too small for the interpreter's static data");
    }
  }
}
