package lessons.dynamicarrays;

import static gradus.kit.dynamicarrays.Policy.CPYTHON_36;
import static lessons.dynamicarrays.Calls.onPythonList;

import gradus.kit.PyError;
import gradus.kit.dynamicarrays.IndexedArray;
import gradus.kit.score.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Task("insert-pop")
class PythonListTests {

  @ParameterizedTest(name = "insert({0}, 99)")
  @CsvSource({
    "0, [99 7 8 9]",
    "1, [7 99 8 9]",
    "3, [7 8 9 99]",
    "-1, [7 8 99 9]",
    "50, [7 8 9 99]",
    "-50, [99 7 8 9]",
  })
  void insert_brings_any_index_into_range(int index, String picture) {
    onPythonList(CPYTHON_36)
        .each("append", new long[] {7, 8, 9}, IndexedArray::append)
        .call("insert(" + index + ", 99)", a -> a.insert(index, 99))
        .leaves(4, 4, picture);
  }

  @Test
  void pop_answers_the_last_item() {
    onPythonList(CPYTHON_36)
        .each("append", new long[] {7, 8, 9}, IndexedArray::append)
        .answers("pop()", 9L, IndexedArray::pop);
  }

  @Test
  void pop_closes_the_gap() {
    onPythonList(CPYTHON_36)
        .each("append", new long[] {7, 8, 9}, IndexedArray::append)
        .call("popAt(-3)", a -> a.popAt(-3))
        .leaves(2, 4, "[8 9 · ·]");
  }

  @Test
  void five_items_less_two_leave_a_block_under_half_full() {
    onPythonList(CPYTHON_36)
        .each("append", new long[] {5, 6, 7, 8, 9}, IndexedArray::append)
        .call("pop()", IndexedArray::pop)
        .call("pop()", IndexedArray::pop)
        .leaves(3, 6, "[5 6 7 · · ·]");
  }

  @Test
  void an_empty_list_has_its_own_message() {
    onPythonList(CPYTHON_36)
        .fails("popAt(3)", new PyError("IndexError", "pop from empty list"), a -> a.popAt(3));
  }

  @Test
  void an_index_past_the_end_has_another() {
    onPythonList(CPYTHON_36)
        .each("append", new long[] {7, 8, 9}, IndexedArray::append)
        .fails("popAt(3)", new PyError("IndexError", "pop index out of range"), a -> a.popAt(3));
  }
}
