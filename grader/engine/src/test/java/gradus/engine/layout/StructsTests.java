package gradus.engine.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StructsTests {

  @Nested
  class The_table {

    @Test
    void has_the_lists_fields_where_c_puts_them() {
      assertThat(Structs.LIST.fields())
          .extracting(field -> field.offset() + " " + field.type().name() + " " + field.name())
          .containsExactly(
              "0 Py_ssize_t ob_refcnt",
              "8 PyTypeObject * ob_type",
              "16 Py_ssize_t ob_size",
              "24 PyObject ** ob_item",
              "32 Py_ssize_t allocated");
      assertThat(Structs.LIST.size()).isEqualTo(40);
    }

    @Test
    void has_an_ints_digits_behind_its_head() {
      assertThat(Structs.LONG.size(0)).isEqualTo(24);
      assertThat(Structs.LONG.size(1)).isEqualTo(28);
      assertThat(Structs.LONG.size(5)).isEqualTo(44);
    }

    @ParameterizedTest
    @CsvSource({
      "tp_name, 24",
      "tp_basicsize, 32",
      "tp_dealloc, 48",
      "tp_repr, 88",
      "tp_flags, 168",
      "tp_base, 256",
      "tp_dict, 264",
      "tp_weaklist, 368",
      "tp_version_tag, 384",
      "tp_finalize, 392"
    })
    void has_a_types_fields_where_ctypes_finds_them(String field, int offset) {
      assertThat(Structs.TYPE_OBJECT.offset(field)).isEqualTo(offset);
    }

    @Test
    void ends_where_sys_getsizeof_says() {
      assertThat(Structs.TYPE_OBJECT.size(7)).isEqualTo(400);
      assertThat(Structs.OBJECT_HEAD.size()).isEqualTo(16);
      assertThat(Structs.VAR_OBJECT.size()).isEqualTo(24);
    }

    @Test
    void knows_no_other_fields() {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> Structs.LIST.offset("ob_digit"))
          .withMessage("PyListObject has no field ob_digit");
    }
  }

  @Nested
  class Layouts {

    @Test
    void differ_in_alignment_and_in_the_collectors_header() {
      assertThat(ObjectLayout.VANILLA.blockAlignment()).isEqualTo(8);
      assertThat(ObjectLayout.VANILLA.gcHead().size()).isEqualTo(24);
      assertThat(ObjectLayout.ALIGNED16.blockAlignment()).isEqualTo(16);
      assertThat(ObjectLayout.ALIGNED16.gcHead().size()).isEqualTo(32);
      assertThat(ObjectLayout.ALIGNED16.gcHead().offset("gc_refs")).isEqualTo(16);
    }

    @Test
    void have_names_for_the_command_line() {
      assertThat(ObjectLayout.VANILLA.name()).isEqualTo("vanilla");
      assertThat(ObjectLayout.ALIGNED16.name()).isEqualTo("aligned16");
    }
  }
}
