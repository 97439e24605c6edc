package gradus.engine;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.engine.layout.ListGrowth;
import gradus.engine.layout.ObjectLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists do what lists were recorded to do in real CPythons, step by step and word by word. */
class ListFactsTests {

  private static final int GC_HEAD = 32;

  private final Engine aligned16 = Engine.builder().layout(ObjectLayout.ALIGNED16).build();

  @ParameterizedTest
  @CsvSource({"3.6, CPYTHON_36", "3.9, CPYTHON_39"})
  void random_operations_have_the_same_results_sizes_and_capacities(
      String version, ListGrowth growth) {
    for (ObjectLayout layout : List.of(ObjectLayout.VANILLA, ObjectLayout.ALIGNED16)) {
      Engine engine = Engine.builder().growth(growth).layout(layout).build();
      PyList list = engine.newList();
      int line = 0;
      for (String[] row : Facts.rows("list-steps-" + version + ".txt")) {
        line++;
        if (row[0].equals("new")) {
          list.close();
          list = engine.newList();
          continue;
        }
        String result =
            perform(
                list,
                row[0],
                Long.parseLong(row[1]),
                Long.parseLong(row[2]),
                Long.parseLong(row[3]));
        assertThat("%d %d %d %s".formatted(list.size(), list.allocated(), checksum(list), result))
            .as("line %d: %s", line, String.join(" ", row))
            .isEqualTo(String.join(" ", List.of(row).subList(4, row.length)));
      }
    }
  }

  private static String perform(PyList list, String name, long index, long count, long value) {
    try {
      switch (name) {
        case "append" -> list.append(value);
        case "extend" -> list.extend(values(value, count));
        case "generator" -> list.extend(LongStream.range(value, value + count).iterator());
        case "self" -> list.extend(list);
        case "insert" -> list.insert(index, value);
        case "pop" -> {
          return "" + list.pop();
        }
        case "popat" -> {
          return "" + list.pop(index);
        }
        case "delete" -> list.delete(index);
        case "get" -> {
          return "" + list.get(index);
        }
        case "set" -> list.set(index, value);
        case "clear" -> list.clear();
        default -> throw new IllegalArgumentException(name);
      }
    } catch (PythonException error) {
      return error.getMessage();
    }
    return "-";
  }

  private static long[] values(long first, long count) {
    return LongStream.range(first, first + count).toArray();
  }

  private static long checksum(PyList list) {
    long sum = 0;
    long[] items = list.items();
    for (int index = 0; index < items.length; index++) {
      sum += (index + 1) * items[index];
    }
    return sum % 1000003;
  }

  @ParameterizedTest
  @CsvSource({"3.6, CPYTHON_36", "3.9, CPYTHON_39"})
  void every_way_of_making_a_list_allocates_the_same(String version, ListGrowth growth) {
    Engine engine = Engine.builder().growth(growth).build();
    List<String[]> rows = Facts.rows("list-makers-" + version + ".txt");
    for (String[] row : rows.subList(1, rows.size())) {
      long[] zeros = new long[Integer.parseInt(row[0])];
      PyList filled = engine.newList();
      filled.extend(zeros);
      PyList emptied = engine.newList(0);
      emptied.pop();
      emptied.extend(zeros);
      PyList generated = engine.newList(0, 0, 0);
      generated.extend(LongStream.of(zeros).iterator());
      PyList literal = engine.newList(zeros);
      List<PyList> made =
          List.of(
              literal,
              engine.listOf(zeros),
              engine.listOf(LongStream.of(zeros).iterator()),
              engine.comprehension(zeros),
              engine.newList(0).repeat(zeros.length),
              literal.copy(),
              literal.concatenate(engine.newList(0)),
              filled,
              emptied,
              generated);
      assertThat(made.stream().map(list -> "" + list.allocated()))
          .as("%s items: %s", row[0], String.join(" ", rows.get(0)))
          .containsExactly(List.of(row).subList(1, row.length).toArray(String[]::new));
    }
  }

  @Test
  void sizes_are_the_same() {
    for (String[] row : Facts.rows("list-sizes-3.6.txt")) {
      long[] zeros = new long[Integer.parseInt(row[0])];

      assertThat(aligned16.newList(zeros).sizeof()).isEqualTo(Long.parseLong(row[1]));
      assertThat(aligned16.comprehension(zeros).sizeof()).isEqualTo(Long.parseLong(row[2]));
      assertThat(Engine.create().newList(zeros).sizeof()).isEqualTo(Long.parseLong(row[1]) - 8);
    }
  }

  @Test
  void structs_arrays_and_headers_hold_the_same_words() {
    PyInt one = aligned16.newInt(1000);
    PyInt two = aligned16.newInt(2000);
    Map<String, PyList> lists = new HashMap<>();
    lists.put("empty", aligned16.newList());
    lists.put("literal", list(one, two, one));
    lists.put("grown", list());
    for (int time = 0; time < 5; time++) {
      lists.get("grown").append(one);
    }
    lists.put("itself", list());
    lists.get("itself").append(lists.get("itself"));
    lists.put("popped", list(one));
    lists.get("popped").pop();
    lists.put("cleared", list(one));
    lists.get("cleared").clear();
    PyList inner = list(list());
    lists.put("nested", list(list(), inner));
    inner.close();
    for (String[] row : Facts.rows("list-bytes-3.6.txt")) {
      assertThat(words(lists.get(row[0]), Map.of(one.address(), "one", two.address(), "two")))
          .as(row[0])
          .containsExactly(List.of(row).subList(1, row.length).toArray(String[]::new));
    }
  }

  /** A display: room for exactly these items. */
  private PyList list(PyObject... items) {
    PyList list = aligned16.newList(new long[items.length]);
    for (int index = 0; index < items.length; index++) {
      list.set(index, items[index]);
    }
    return list;
  }

  private List<String> words(PyList list, Map<Long, String> names) {
    byte[] head = aligned16.bytes(list.address() - GC_HEAD, GC_HEAD);
    byte[] neighbour = aligned16.bytes(Symbols.word(head, 0), GC_HEAD);
    byte[] object = list.bytes();
    assertThat(object).hasSize(40);
    long array = Symbols.word(object, 24);
    List<String> words = new ArrayList<>();
    words.add(Symbols.word(neighbour, 8) == list.address() - GC_HEAD ? "linked" : "loose");
    words.add("" + Symbols.word(head, 16));
    words.add("" + Symbols.word(object, 0));
    words.add(list.typeName());
    words.add("" + Symbols.word(object, 16));
    words.add(array == 0 ? "NULL" : "array");
    words.add("" + Symbols.word(object, 32));
    for (int index = 0; index < list.size(); index++) {
      long item = Symbols.word(aligned16.bytes(array + 8L * index, 8), 0);
      words.add(item == list.address() ? "self" : names.getOrDefault(item, "list"));
    }
    return words;
  }
}
