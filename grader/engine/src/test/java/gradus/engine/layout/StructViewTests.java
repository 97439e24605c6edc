package gradus.engine.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gradus.engine.memory.Memory;
import gradus.engine.memory.Segment;
import org.junit.jupiter.api.Test;

class StructViewTests {

  private static final long ADDRESS = Segment.HEAP.base();

  private final Memory memory = new Memory(1 << 20);

  {
    memory.map(Segment.HEAP, 4096);
    memory.store64(ADDRESS, 1);
    memory.store64(ADDRESS + 8, 0x2000000a0L);
    memory.store64(ADDRESS + 16, -2);
    memory.store32(ADDRESS + 24, 5);
    memory.store32(ADDRESS + 28, -1);
  }

  private final StructView view = StructView.read(memory, Structs.LONG, ADDRESS, 2);

  @Test
  void prints_a_row_for_each_field_and_item() {
    assertThat(view.toString())
        .isEqualTo(
            """
            PyLongObject at 0x400000000, 32 bytes
            OFF  SZ  TYPE             FIELD             VALUE
              0   8  Py_ssize_t       ob_refcnt         1
              8   8  PyTypeObject *   ob_type           0x2000000a0
             16   8  Py_ssize_t       ob_size           -2
             24   4  digit            ob_digit[0]       5
             28   4  digit            ob_digit[1]       4294967295
            """);
  }

  @Test
  void names_the_null_pointer() {
    StructView list = StructView.read(memory, Structs.LIST, ADDRESS + 100, 0);

    assertThat(list.rows().get(3).value()).isEqualTo("NULL");
  }

  @Test
  void gives_fields_by_name() {
    assertThat(view.get("ob_size")).isEqualTo(-2);
    assertThat(view.get("ob_digit[0]")).isEqualTo(5);
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> view.get("allocated"));
  }

  @Test
  void keeps_the_values_it_was_made_with() {
    memory.store64(ADDRESS, 2);

    assertThat(view.get("ob_refcnt")).isEqualTo(1);
  }

  @Test
  void a_hex_dump_shows_sixteen_bytes_a_line_and_what_is_printable() {
    memory.load(
        ADDRESS, "Gradus\0\1 and more ~\177".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    assertThat(HexDump.of(memory, ADDRESS, 20))
        .isEqualTo(
            """
            000400000000  47 72 61 64 75 73 00 01  20 61 6e 64 20 6d 6f 72  |Gradus.. and mor|
            000400000010  65 20 7e 7f                                       |e ~.|
            """);
  }
}
