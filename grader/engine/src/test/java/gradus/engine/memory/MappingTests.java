package gradus.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Memory outside the segments. */
class MappingTests {

  private static final long LOW = 0x400000;
  private static final long HIGH = 0xffff_ffff_8000_0000L;

  private final Memory memory = new Memory(1 << 20);

  @BeforeEach
  void map() {
    memory.map("low", LOW, 0x1000, Permissions.READ_WRITE);
    memory.map("next", LOW + 0x1000, 0x1000, Permissions.READ_WRITE);
    memory.map("code", LOW + 0x2000, 0x1000, Permissions.READ_EXECUTE);
    memory.map("high", HIGH, 0x1000, Permissions.READ_WRITE);
  }

  @Nested
  class Accesses {

    @Test
    void are_little_endian_at_any_address() {
      memory.store64(HIGH + 3, 0x1122334455667788L);

      assertThat(memory.load64(HIGH + 3)).isEqualTo(0x1122334455667788L);
      assertThat(memory.load32(HIGH + 3)).isEqualTo(0x55667788);
      assertThat(memory.load16(HIGH + 3)).isEqualTo(0x7788);
      assertThat(memory.load8(HIGH + 3)).isEqualTo(0x88);
    }

    @Test
    void may_run_from_one_mapping_into_the_next() {
      memory.store32(LOW + 0xffe, 0x04030201);

      assertThat(memory.bytes(LOW + 0xffe, 4)).containsExactly(1, 2, 3, 4);
      assertThat(memory.load8(LOW + 0x1000)).isEqualTo(3);
    }

    @Test
    void that_may_not_be_written_in_full_write_nothing() {
      assertThatThrownBy(() -> memory.store64(LOW + 0x1ffc, -1))
          .isInstanceOf(SegmentationFault.class)
          .hasMessage("segmentation fault: write of 8 bytes at 0x401ffc");
      assertThat(memory.load32(LOW + 0x1ffc)).isZero();
    }

    @Test
    void before_and_behind_a_mapping_fault() {
      assertThatThrownBy(() -> memory.load8(LOW - 1)).isInstanceOf(SegmentationFault.class);
      assertThatThrownBy(() -> memory.load8(HIGH + 0x1000)).isInstanceOf(SegmentationFault.class);
      assertThatThrownBy(() -> memory.bytes(LOW, -1)).isInstanceOf(SegmentationFault.class);
    }

    @Test
    void fill_and_copy_between_mappings_and_segments() {
      memory.map(Segment.HEAP, 16);
      memory.fill(LOW, 4, 7);
      memory.copy(Segment.HEAP.base(), LOW, 6);
      memory.copy(LOW + 2, LOW, 4);

      assertThat(memory.bytes(Segment.HEAP.base(), 6)).containsExactly(7, 7, 7, 7, 0, 0);
      assertThat(memory.bytes(LOW, 8)).containsExactly(7, 7, 7, 7, 7, 7, 0, 0);
    }

    @Test
    void of_the_loader_may_write_code() {
      memory.load(LOW + 0x2000, new byte[] {1, 2});

      assertThat(memory.load16(LOW + 0x2000)).isEqualTo(0x0201);
    }
  }

  @Nested
  class A_range {

    private void isRefused(long start, long size) {
      assertThatThrownBy(() -> memory.map("new", start, size, Permissions.READ))
          .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void that_is_taken_is_not_mapped_again() {
      isRefused(LOW, 0x1000);
      isRefused(LOW - 0x1000, 0x2000);
      isRefused(LOW + 0x2000, 0x1000);
      isRefused(Segment.HEAP.base(), 0x1000);
    }

    @Test
    void is_whole_pages_of_the_address_space() {
      isRefused(LOW + 0x8001, 0x1000);
      isRefused(-0x1000, 0x2000);
      isRefused(LOW + 0x8000, 0);
      assertThat(memory.map("last", -0x1000, 1, Permissions.READ)).isTrue();
      assertThat(memory.load8(-1)).isZero();
    }

    @Test
    void beyond_the_limit_is_not_mapped() {
      assertThat(memory.map("large", LOW << 8, 1 << 20, Permissions.READ)).isFalse();
      assertThat(memory.footprint()).isEqualTo(0x4000);
    }

    @Test
    void grows_up_to_the_next_one() {
      assertThat(memory.extend(HIGH, 0x1001)).isTrue();
      assertThat(memory.load8(HIGH + 0x1fff)).isZero();
      assertThat(memory.footprint()).isEqualTo(0x5000);
      assertThat(memory.extend(HIGH, 5)).isTrue();
      assertThat(memory.extend(LOW, 0x1001)).isFalse();
      assertThat(memory.extend(HIGH, 2 << 20)).isFalse();
      assertThatThrownBy(() -> memory.extend(LOW + 8, 1))
          .hasMessage("no mapping starts at 0x400008");
    }
  }

  @Test
  void regions_are_listed_in_the_order_of_unsigned_addresses() {
    memory.map(Segment.TEXT, 1);

    assertThat(memory.regions())
        .extracting(Region::toString)
        .containsExactly(
            "000000400000-000000401000 rw-  low",
            "000000401000-000000402000 rw-  next",
            "000000402000-000000403000 r-x  code",
            "000100000000-000100001000 r-x  text",
            "ffffffff80000000-ffffffff80001000 rw-  high");
    assertThat(memory.regions().get(4).contains(HIGH + 0xfff)).isTrue();
    assertThat(memory.regions().get(4).contains(HIGH - 1)).isFalse();
    assertThat(memory.regions().get(4).end()).isEqualTo(HIGH + 0x1000);
  }
}
