package lessons.dynamicarrays;

import static gradus.kit.dynamicarrays.Policy.ARRAY_LIST;
import static gradus.kit.dynamicarrays.Policy.CPYTHON_36;
import static gradus.kit.score.Expect.expect;

import gradus.kit.dynamicarrays.CapacityRule;
import gradus.kit.dynamicarrays.Shrink;
import gradus.kit.score.Task;
import java.util.List;
import org.junit.jupiter.api.Test;

@Task("shrink")
class ShrinkingTests {
  /** Never a free slot: every operation on a filled array copies it. */
  private static final CapacityRule TO_FIT = (size, allocated, newSize) -> newSize;

  /** Doubles when full, halves when half full: the two meet, and hurt. */
  private static final CapacityRule HALVES_AT_HALF =
      (size, allocated, newSize) -> {
        if (newSize > allocated) {
          return Math.max(1, 2 * allocated);
        }
        return newSize <= allocated / 2 ? allocated / 2 : allocated;
      };

  @Test
  void popping_a_python_list_gives_room_back_ten_times() {
    String shrinks = "[58→71, 34→44, 21→29, 13→20, 9→16, 7→10, 4→7, 2→5, 1→4, 0→0]";
    expect(
        "new Shrinking().popAll(CPYTHON_36, 100, 118)",
        shrinks,
        () -> new Shrinking().popAll(CPYTHON_36, 100, 118).toString());
  }

  @Test
  void popping_an_array_list_gives_nothing_back() {
    expect(
        "new Shrinking().popAll(ARRAY_LIST, 30, 33)",
        List.<Shrink>of(),
        () -> new Shrinking().popAll(ARRAY_LIST, 30, 33));
  }

  @Test
  void appending_is_the_worst_for_a_rule_that_fits_exactly() {
    expectWorst("TO_FIT", TO_FIT, 6, 15);
  }

  @Test
  void going_back_and_forth_is_the_worst_for_a_rule_that_halves_at_half() {
    expectWorst("HALVES_AT_HALF", HALVES_AT_HALF, 12, 39);
  }

  private static void expectWorst(String name, CapacityRule rule, int operations, long copies) {
    expect(
        "new Shrinking().worst(" + name + ", " + operations + ")",
        "a sequence that copies " + copies + " items",
        () -> {
          String worst = new Shrinking().worst(rule, operations);
          boolean fits = worst.length() <= operations && copiesOf(rule, worst) == copies;
          return fits
              ? "a sequence that copies " + copies + " items"
              : worst + ": " + worst.length() + " operations, " + copiesOf(rule, worst) + " copies";
        });
  }

  private static long copiesOf(CapacityRule rule, String sequence) {
    long size = 0;
    long allocated = 0;
    long copies = 0;
    for (char operation : sequence.toCharArray()) {
      long newSize = operation == '+' ? size + 1 : size - 1;
      long room = rule.capacity(size, allocated, newSize);
      copies += room == allocated ? 0 : Math.min(size, newSize);
      size = newSize;
      allocated = room;
    }
    return copies;
  }
}
