package gradus.engine;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.engine.layout.StructView;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a value shows of its memory. */
class PythonValueTests {

  private final PythonProcess process = PythonProcess.start();

  @AfterEach
  void close() {
    process.close();
  }

  private PythonValue value(String expression) {
    return process.eval(expression);
  }

  private static List<String> fields(StructView view) {
    return view.rows().stream().map(row -> row.field().name()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "3               | PyLongObject       | 28",
        "2 ** 70         | PyLongObject       | 36",
        "True            | PyLongObject       | 28",
        "0.5             | PyFloatObject      | 24",
        "'abc'           | PyASCIIObject      | 52",
        "'ab\u00e9'      | PyCompactUnicodeObject | 76",
        "'ab\u20ac'      | PyCompactUnicodeObject | 80",
        "b'abc'          | PyBytesObject      | 36",
        "(1, 2)          | PyTupleObject      | 40",
        "[1, 2, 3]       | PyListObject       | 40",
        "{1: 2}          | PyDictObject       | 48",
        "{1, 2}          | PySetObject        | 200",
        "None            | PyObject           | 16",
        "len             | PyCFunctionObject  | 48",
        "(x for x in ()) | PyGenObject        | 64",
        "int             | PyTypeObject       | 400",
      })
  void has_the_struct_that_cpython_lays_it_out_in(String expression, String struct, long size) {
    assertThat(value(expression).struct().name()).isEqualTo(struct);
    assertThat(value(expression).struct().size()).isEqualTo(size);
  }

  @Test
  void shows_a_lists_array_as_a_block_of_its_own() {
    process.run("numbers = [7, 8]\nnumbers.append(9)");
    List<StructView> blocks = value("numbers").blocks();

    assertThat(blocks).extracting(StructView::name).containsExactly("PyListObject", "PyObject*[6]");
    assertThat(blocks.get(0).get("allocated")).isEqualTo(6);
    assertThat(fields(blocks.get(1))).containsExactly("ob_item[0]", "ob_item[1]", "ob_item[2]");
    assertThat(value("numbers").pointsTo())
        .extracting(PythonValue::repr)
        .containsExactly("<class 'list'>", "7", "8", "9");
  }

  @Test
  void shows_a_dicts_table_with_indices_and_entries() {
    StructView keys = value("{'a': 1}").blocks().get(1);

    assertThat(fields(keys))
        .startsWith("dk_refcnt", "dk_size", "dk_lookup", "dk_usable", "dk_nentries")
        .contains("dk_indices[7]")
        .endsWith("dk_entries[0].me_hash", "dk_entries[0].me_key", "dk_entries[0].me_value");
    assertThat(keys.get("dk_nentries")).isEqualTo(1);
  }

  @Test
  void shows_the_table_a_set_has_grown() {
    assertThat(value("set(range(3))").blocks()).hasSize(1);
    assertThat(value("set(range(50))").blocks().get(1).rows()).hasSizeGreaterThan(100);
  }

  @Test
  void names_the_members_a_class_adds() {
    process.run(
        "class Point:\n    __slots__ = ('x', 'y')\np = Point(); p.y = 5\n"
            + "class Free: pass\nf = Free()\n");

    assertThat(fields(value("p").struct())).containsExactly("ob_refcnt", "ob_type", "x", "y");
    assertThat(value("p").struct().get("x")).isZero();
    assertThat(fields(value("f").struct()))
        .containsExactly("ob_refcnt", "ob_type", "__dict__", "__weakref__");
  }

  @Test
  void shows_text_unit_by_unit() {
    StructView view = value("'h\u00e9'").struct();

    assertThat(view.get("data[0]")).isEqualTo('h');
    assertThat(view.get("data[1]")).isEqualTo('\u00e9');
    assertThat(view.get("data[2]")).isZero();
  }

  @Test
  void prints_a_float_as_a_number() {
    assertThat(value("2.5").struct().toString()).contains("ob_fval").contains("2.5");
  }

  @Test
  void prints_as_a_table_with_remarks() {
    String table = value("[1]").struct().table(row -> row.pointsToObject() ? "<- look" : "");

    assertThat(table.lines().skip(1).findFirst())
        .hasValueSatisfying(
            head -> assertThat(head.split(" +")).contains("OFF", "SZ", "FIELD", "VALUE"));
    assertThat(table).containsPattern("ob_type +0x[0-9a-f]+  <- look");
  }

  @Test
  void has_a_type_a_size_and_bytes() {
    PythonValue list = value("[1, 2]");

    assertThat(list.type().repr()).isEqualTo("<class 'list'>");
    assertThat(list.type().isType()).isTrue();
    assertThat(list.sizeof()).isEqualTo(80);
    assertThat(list.length()).isEqualTo(2);
    assertThat(list.bytes()).hasSize(40);
    assertThat(list.hexdump()).startsWith("%012x".formatted(list.address()));
    assertThat(process.bytes(list.address(), 1)).containsExactly(1);
    assertThat(process.hexdump(list.address(), 8)).isNotEmpty();
  }
}
