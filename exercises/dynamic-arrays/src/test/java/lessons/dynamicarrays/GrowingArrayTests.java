package lessons.dynamicarrays;

import static gradus.kit.dynamicarrays.Policy.ARRAY_LIST;
import static gradus.kit.dynamicarrays.Policy.CPYTHON_36;
import static lessons.dynamicarrays.Calls.onGrowingArray;

import gradus.kit.PyError;
import gradus.kit.dynamicarrays.DynamicArray;
import gradus.kit.dynamicarrays.Policy;
import gradus.kit.score.Expect;
import gradus.kit.score.Task;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Task("array")
class GrowingArrayTests {

  @Test
  void the_fifth_append_needs_a_block_of_eight() {
    onGrowingArray(CPYTHON_36)
        .each("append", new long[] {10, 11, 12, 13, 14}, DynamicArray::append)
        .leaves(5, 8, "[10 11 12 13 14 · · ·]");
  }

  @Test
  void extend_resizes_once() {
    onGrowingArray(CPYTHON_36)
        .each("append", new long[] {0, 1}, DynamicArray::append)
        .call("extend({2, 3, 4, 5, 6})", a -> a.extend(new long[] {2, 3, 4, 5, 6}))
        .leaves(7, 10, "[0 1 2 3 4 5 6 · · ·]");
  }

  @Test
  void extend_copies_items_not_slots() {
    onGrowingArray(CPYTHON_36)
        .each("append", new long[] {0, 1}, DynamicArray::append)
        .call("extend({2, 3, 4, 5, 6})", a -> a.extend(new long[] {2, 3, 4, 5, 6}))
        .answers("copies()", 2L, DynamicArray::copies);
  }

  @Test
  void clear_gives_everything_back_in_python() {
    onGrowingArray(CPYTHON_36)
        .each("append", new long[] {7, 8, 9}, DynamicArray::append)
        .call("clear()", DynamicArray::clear)
        .leaves(0, 0, "[]");
  }

  @Test
  void clear_keeps_the_block_in_an_array_list() {
    onGrowingArray(ARRAY_LIST)
        .each("append", new long[] {7, 8, 9}, DynamicArray::append)
        .call("clear()", DynamicArray::clear)
        .leaves(0, 10, "[· · · · · · · · · ·]");
  }

  @Test
  void a_negative_index_counts_from_the_end() {
    onGrowingArray(CPYTHON_36)
        .each("append", new long[] {7, 8, 9}, DynamicArray::append)
        .call("set(-3, 70)", a -> a.set(-3, 70))
        .leaves(3, 4, "[70 8 9 ·]");
  }

  @Test
  void a_free_slot_is_no_item() {
    onGrowingArray(CPYTHON_36)
        .each("append", new long[] {7, 8, 9}, DynamicArray::append)
        .fails("get(3)", new PyError("IndexError", "list index out of range"), a -> a.get(3));
  }

  @ParameterizedTest(name = "{0}: {1} copies, {2} blocks")
  @CsvSource({
    "CPYTHON_36, 820970, 65",
    "CPYTHON_39, 798128, 66",
    "ARRAY_LIST, 213413, 24",
    "DOUBLING, 131071, 18",
    "BY_SIXTEEN, 312450000, 6250",
  })
  void a_hundred_thousand_appends_cost(Policy policy, long copies, long reallocs) {
    Expect.expect(
        "a = new GrowingArray(" + policy + "); a.append(0) … a.append(99999)",
        copies + " copies, " + reallocs + " blocks",
        () -> {
          GrowingArray array = new GrowingArray(policy);
          LongStream.range(0, 100_000).forEach(array::append);
          return array.copies() + " copies, " + array.reallocs() + " blocks";
        });
  }
}
