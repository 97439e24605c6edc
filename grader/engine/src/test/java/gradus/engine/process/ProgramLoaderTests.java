package gradus.engine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.engine.memory.Permissions;
import gradus.engine.memory.SegmentationFault;
import gradus.engine.process.elf.ElfBuilder;
import gradus.engine.process.elf.ElfFile;
import gradus.engine.process.elf.ElfFormat;
import gradus.engine.process.elf.Images;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class ProgramLoaderTests {

  private static LoadedProgram load(ElfBuilder image) {
    return ProgramLoader.of(ElfFile.read(image.build())).load();
  }

  private static Optional<RegionKind> kindOf(LoadedProgram program, long address) {
    return program.regions().regionOf(address).map(ProcessRegion::kind);
  }

  @Nested
  class A_loaded_program {

    private static final List<ElfFormat> FORMATS = Images.FORMATS;
    private final LoadedProgram program = load(Images.small(ElfFormat.LITTLE_64));

    @ParameterizedTest
    @FieldSource("FORMATS")
    void has_its_bytes_at_their_addresses_whatever_the_file_looks_like(ElfFormat format) {
      LoadedProgram any = load(Images.small(format));

      assertThat(any.memory().bytes(0x401000, 2)).containsExactly(0x55, (byte) 0xc3);
      assertThat(any.memory().string(0x402000)).isEqualTo("hello");
      assertThat(any.memory().load32(0x404010)).isEqualTo(0x04030201);
      assertThat(any.memory().bytes(0x404014, 4000)).containsOnly(0);
      assertThat(any.entry()).isEqualTo(0x401000);
    }

    @Test
    void prints_its_regions_like_proc_self_maps() {
      assertThat(program.regions())
          .hasToString(
              """
              000000401000-000000401002 r-x          2  text
              000000402000-000000402006 r--          6  constants
              000000404010-000000404014 rw-          4  data
              000000404014-000000404fb4 rw-       4000  bss
              000000405000-000000415000 rw-      65536  heap
              7ffffffee000-7ffffffef000 ---       4096  guard
              7ffffffef000-7ffffffff000 rw-      65536  stack
              """);
      assertThat(program.regions().footprint()).isEqualTo(2 + 6 + 4 + 4000 + 2 * 65536);
      assertThat(program.regions().bytes(RegionKind.BSS)).isEqualTo(4000);
    }

    @ParameterizedTest
    @CsvSource({
      "0x401000, TEXT", "0x401001, TEXT", "0x402005, CONSTANTS", "0x404013, DATA",
      "0x404014, BSS", "0x404fb3, BSS", "0x405000, HEAP", "0x7ffffffee000, GUARD",
      "0x7fffffffefff, STACK"
    })
    void knows_the_region_of_an_address(String address, RegionKind kind) {
      assertThat(kindOf(program, Long.decode(address))).contains(kind);
    }

    @ParameterizedTest
    @CsvSource({"0x0", "0x400fff", "0x401002", "0x404fb4", "0x7ffffffff000"})
    void has_no_region_between(String address) {
      assertThat(kindOf(program, Long.decode(address))).isEmpty();
    }

    @Test
    void cannot_write_its_text_nor_touch_the_guard() {
      assertThatThrownBy(() -> program.memory().store8(0x401000, 0))
          .isInstanceOf(SegmentationFault.class)
          .hasMessage("segmentation fault: write of 1 bytes at 0x401000");
      assertThatThrownBy(() -> program.memory().load64(0x7ffffffee000L))
          .isInstanceOf(SegmentationFault.class)
          .hasMessage("segmentation fault: read of 8 bytes at 0x7ffffffee000");
    }
  }

  @Test
  void addresses_are_compared_without_sign() {
    long kernel = 0xffff_ffff_8000_0000L;
    LoadedProgram program =
        load(
            new ElfBuilder(ElfFormat.LITTLE_64)
                .text(kernel, new byte[16])
                .data(0x404000, new byte[8], 8)
                .entry(kernel));

    assertThat(kindOf(program, kernel + 15)).contains(RegionKind.TEXT);
    assertThat(kindOf(program, kernel + 16)).isEmpty();
    assertThat(kindOf(program, 0x404000)).contains(RegionKind.DATA);
    assertThat(program.regions().regions().get(0).kind()).isEqualTo(RegionKind.DATA);
    assertThat(program.memory().bytes(kernel, 16)).containsOnly(0);
  }

  @Test
  void a_position_independent_program_is_moved_to_where_linux_puts_it() {
    ElfBuilder builder =
        new ElfBuilder(ElfFormat.LITTLE_64).text(0x1000, new byte[] {9}).positionIndependent();
    LoadedProgram program = load(builder.entry(0x1000));

    assertThat(program.entry()).isEqualTo(0x5555_5555_5000L);
    assertThat(program.memory().load8(program.entry())).isEqualTo(9);
  }

  @Test
  void sizes_of_heap_and_stack_can_be_asked_for() {
    LoadedProgram program =
        ProgramLoader.of(ElfFile.read(Images.small(ElfFormat.LITTLE_64).build()))
            .heapSize(1)
            .stackSize(5000)
            .load();

    assertThat(program.regions().bytes(RegionKind.HEAP)).isEqualTo(4096);
    assertThat(program.regions().bytes(RegionKind.STACK)).isEqualTo(8192);
  }

  @Nested
  class A_program_is_not_loaded {

    private void isRefused(ElfBuilder image, String message) {
      assertThatThrownBy(() -> load(image))
          .isInstanceOf(ProgramLoadException.class)
          .hasMessageContaining(message);
    }

    private final ElfBuilder builder = new ElfBuilder(ElfFormat.LITTLE_64);

    @Test
    void without_segments() {
      isRefused(builder, "the program has no segment to load");
    }

    @Test
    void if_two_segments_share_a_page() {
      isRefused(
          builder.text(0x401000, new byte[8]).data(0x401100, new byte[8], 8),
          "data: of the 0x1000 bytes at 0x401000 some are taken");
    }

    @Test
    void if_a_segment_passes_the_end_of_the_address_space() {
      isRefused(
          builder.segment(".text", Permissions.READ, -16, new byte[16], 32),
          "a segment of 0x20 bytes at 0xfffffffffffffff0 does not fit");
    }

    @Test
    void if_a_segment_is_larger_than_any_memory() {
      isRefused(
          builder.segment(".text", Permissions.READ, 0x1000, new byte[16], 1L << 62),
          "does not fit");
      isRefused(
          new ElfBuilder(ElfFormat.LITTLE_64).data(0x401000, new byte[1], 0x7fff_f000),
          "no memory for");
    }
  }

  @Test
  void random_segments_lie_where_they_should() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      ElfFormat format = Images.FORMATS.get(random.nextInt(4));
      ElfBuilder image = new ElfBuilder(format);
      long address = 0x10000 + random.nextInt(5000);
      byte[] bytes = new byte[random.nextInt(9000)];
      random.nextBytes(bytes);
      int size = bytes.length + random.nextInt(9000) + 1;
      LoadedProgram program = load(image.data(address, bytes, size));

      assertThat(program.memory().bytes(address, bytes.length))
          .as("seed %d", seed)
          .isEqualTo(bytes);
      assertThat(program.memory().bytes(address + bytes.length, size - bytes.length))
          .as("seed %d", seed)
          .containsOnly(0);
      assertThat(kindOf(program, address + size - 1))
          .as("seed %d", seed)
          .contains(size > bytes.length ? RegionKind.BSS : RegionKind.DATA);
    }
  }
}
