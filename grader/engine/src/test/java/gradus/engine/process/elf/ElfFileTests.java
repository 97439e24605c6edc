package gradus.engine.process.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gradus.engine.memory.Permissions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class ElfFileTests {

  private static final List<ElfFormat> FORMATS = Images.FORMATS;

  @Nested
  class A_built_file {

    private static final List<ElfFormat> FORMATS = Images.FORMATS;

    @ParameterizedTest
    @FieldSource("FORMATS")
    void is_read_back_header_and_segments(ElfFormat format) {
      ElfFile file = ElfFile.read(Images.small(format).build());

      assertThat(file.header().format()).isEqualTo(format);
      assertThat(file.header().type()).isEqualTo(ElfHeader.EXECUTABLE);
      assertThat(file.header().machine()).isEqualTo(format.bits() == 64 ? 62 : 3);
      assertThat(file.header().entry()).isEqualTo(0x401000);
      assertThat(file.segments())
          .extracting(ElfSegment::address)
          .containsExactly(0x401000L, 0x402000L, 0x404010L);
      ElfSegment data = file.segments().get(2);
      assertThat(data.permissions()).isEqualTo(Permissions.READ_WRITE);
      assertThat(data.fileSize()).isEqualTo(4);
      assertThat(data.memorySize()).isEqualTo(4004);
      assertThat(data.offset() % 0x1000).isEqualTo(0x10);
      assertThat(file.content(data)).containsExactly(1, 2, 3, 4);
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void has_named_sections_and_symbols(ElfFormat format) {
      ElfFile file = ElfFile.read(Images.small(format).build());

      assertThat(file.sections())
          .extracting(ElfSection::name)
          .containsExactly(
              "", ".text", ".rodata", ".data", ".bss", ".symtab", ".strtab", ".shstrtab");
      assertThat(file.section(".bss"))
          .hasValueSatisfying(
              bss -> {
                assertThat(bss.address()).isEqualTo(0x404014);
                assertThat(bss.size()).isEqualTo(4000);
                assertThat(bss.flags()).isEqualTo(ElfSection.WRITE | ElfSection.ALLOCATE);
              });
      assertThat(file.symbols())
          .containsExactly(
              new ElfSymbol("main", 0x401000, 2, ElfSymbol.FUNCTION, ElfSymbol.GLOBAL, 1),
              new ElfSymbol("counter", 0x404010, 4, ElfSymbol.OBJECT, ElfSymbol.GLOBAL, 3));
      assertThat(file.symbol("main")).isPresent();
      assertThat(file.symbol("absent")).isEmpty();
    }

    @Test
    void may_have_addresses_in_the_upper_half() {
      byte[] image =
          new ElfBuilder(ElfFormat.LITTLE_64).text(0xffff_ffff_8000_0000L, new byte[16]).build();

      assertThat(ElfFile.read(image).segments().get(0).address()).isEqualTo(0xffff_ffff_8000_0000L);
    }

    @Test
    void prints_its_segments() {
      assertThat(ElfFile.read(Images.small(ElfFormat.LITTLE_64).build()))
          .hasToString(
              """
              ELF, 64 bits, little-endian, entry 0x401000
                  TYPE  OFFSET      ADDRESS               FILESZ     MEMSZ  FLAGS  ALIGN
                     1  0x1000      0x401000                   2         2  r-x    0x1000
                     1  0x2000      0x402000                   6         6  r--    0x1000
                     1  0x2010      0x404010                   4      4004  rw-    0x1000
              """);
    }
  }

  @Nested
  class The_header_in_bytes {

    @Test
    void lies_as_the_specification_draws_it() {
      byte[] image = Images.small(ElfFormat.LITTLE_64).build();

      assertThat(Arrays.copyOf(image, 0x20))
          .containsExactly(
              0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, // e_ident
              2, 0, 62, 0, 1, 0, 0, 0, // e_type, e_machine, e_version
              0x00, 0x10, 0x40, 0, 0, 0, 0, 0); // e_entry
    }

    @Test
    void is_turned_round_in_a_big_endian_file() {
      byte[] image = Images.small(FORMATS.get(1)).build();

      assertThat(Arrays.copyOfRange(image, 4, 7)).containsExactly(1, 2, 1);
      assertThat(Arrays.copyOfRange(image, 0x18, 0x1c)).containsExactly(0, 0x40, 0x10, 0);
    }
  }

  @Nested
  class A_file_that_lies {

    private final byte[] image = Images.small(ElfFormat.LITTLE_64).build();
    private final ByteBuffer numbers = ByteBuffer.wrap(image).order(ElfFormat.LITTLE_64.order());

    private void claims(String part, String bytes, String offset) {
      isRefused(
          "%s should take %s bytes at offset %s, but the file has only %d bytes"
              .formatted(part, bytes, offset, image.length));
    }

    private void isRefused(String message) {
      assertThatThrownBy(() -> ElfFile.read(image))
          .isInstanceOf(ElfFormatException.class)
          .hasMessage(message);
    }

    @Test
    void about_its_magic_is_refused() {
      image[1] = 'e';
      isRefused("the file does not start with the bytes 7f 45 4c 46 (.ELF)");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "4 | class 7; there are 1, 32 bits, and 2, 64 bits",
          "5 | byte order 7; there are 1, little, and 2, big"
        })
    void about_its_format_is_refused(int index, String message) {
      image[index] = 7;
      isRefused("byte %d of the file says %s".formatted(index, message));
    }

    @Test
    void about_the_size_of_an_entry_is_refused() {
      numbers.putShort(0x36, (short) 32);
      isRefused("the ELF header's e_phentsize is 32, not 56");
    }

    @Test
    void about_the_number_of_segments_is_refused() {
      numbers.putShort(0x38, (short) 0xffff);
      claims("the table of program headers", "3669960", "64");
    }

    @Test
    void about_an_offset_that_overflows_is_refused() {
      numbers.putLong(0x28, -64);
      claims("the table of section headers", "512", "18446744073709551552");
    }

    @Test
    void about_a_segments_bytes_is_refused() {
      numbers.putLong(64 + 32, 1L << 63);
      claims("segment 0", "9223372036854775808", "4096");
    }

    @Test
    void about_memory_smaller_than_the_file_is_refused() {
      numbers.putLong(64 + 40, 1);
      isRefused("segment 0 has 1 bytes in memory, fewer than its 2 bytes in the file");
    }

    @Test
    void about_alignment_is_refused() {
      numbers.putLong(64 + 48, 3);
      isRefused("segment 0 is aligned to 3, which is no power of two");
      numbers.putLong(64 + 48, 0x800000);
      isRefused(
          "segment 0: address 0x401000 and offset 0x1000 differ modulo its alignment 0x800000");
    }

    @Test
    void about_where_names_are_is_refused() {
      numbers.putShort(0x3e, (short) 99);
      isRefused("the ELF header's e_shstrndx names section 99 of 8");
      numbers.putShort(0x3e, (short) 1);
      isRefused("the ELF header's e_shstrndx names section 1, which holds no strings");
    }

    @Test
    void about_a_name_is_refused() {
      int sections = (int) numbers.getLong(0x28);
      numbers.putInt(sections + 64, 5000);
      assertThatThrownBy(() -> ElfFile.read(image))
          .isInstanceOf(ElfFormatException.class)
          .hasMessageStartingWith("section 1 has its name at 5000 in a table of");
    }

    @Test
    void about_the_end_of_a_name_is_refused() {
      int sections = (int) numbers.getLong(0x28);
      int size = sections + 7 * 64 + 32;
      numbers.putLong(size, numbers.getLong(size) - 1);
      isRefused("the name of section 7 has no end");
    }
  }

  @ParameterizedTest
  @FieldSource("FORMATS")
  void a_file_cut_anywhere_is_refused_in_words(ElfFormat format) {
    byte[] image = Images.small(format).build();
    for (int length = 0; length < image.length; length++) {
      byte[] cut = Arrays.copyOf(image, length);
      assertThatThrownBy(() -> ElfFile.read(cut))
          .as("cut to %d bytes", length)
          .isInstanceOf(ElfFormatException.class);
    }
  }

  @Test
  void a_damaged_file_is_read_or_refused() {
    for (int seed = 0; seed < 20_000; seed++) {
      Random random = new Random(seed);
      byte[] image = Images.small(FORMATS.get(random.nextInt(4))).build();
      int tables = image.length - 1200;
      for (int n = 1 + random.nextInt(4); n > 0; n--) {
        int at = random.nextBoolean() ? random.nextInt(240) : tables + random.nextInt(1200);
        image[at] = (byte) (random.nextBoolean() ? 0xff : random.nextInt());
      }
      try {
        ElfFile.read(image).segments().forEach(segment -> assertThat(segment).isNotNull());
      } catch (ElfFormatException refused) {
        assertThat(refused.getMessage()).as("seed %d", seed).isNotBlank();
      }
    }
  }

  @Test
  void a_real_program_is_read() throws IOException {
    Path program = Path.of("/bin/true");
    assumeTrue(Files.isReadable(program));
    byte[] bytes = Files.readAllBytes(program);
    assumeTrue(bytes.length > 4 && bytes[1] == 'E');

    ElfFile file = ElfFile.read(bytes);

    assertThat(file.segments()).anyMatch(ElfSegment::isLoaded);
    assertThat(file.section(".text"))
        .hasValueSatisfying(text -> assertThat(text.flags() & ElfSection.EXECUTE).isNotZero());
    assertThat(file.symbols()).isNotEmpty();
  }
}
