package lessons.dynamicarrays;

import static gradus.kit.dynamicarrays.Action.APPEND;
import static gradus.kit.dynamicarrays.Action.CLEAR;
import static gradus.kit.dynamicarrays.Action.EXTEND;
import static gradus.kit.dynamicarrays.Action.POP;
import static gradus.kit.score.Expect.expect;

import gradus.kit.dynamicarrays.CapacityRule;
import gradus.kit.dynamicarrays.Report;
import gradus.kit.dynamicarrays.Step;
import gradus.kit.dynamicarrays.Verdict;
import gradus.kit.score.Task;
import java.util.List;
import org.junit.jupiter.api.Test;

@Task("duel")
class DuelTests {
  private static final CapacityRule TO_FIT = (size, allocated, newSize) -> newSize;
  private static final CapacityRule DOUBLES =
      (size, allocated, newSize) -> {
        long capacity = allocated;
        while (capacity < newSize) {
          capacity = Math.max(1, 2 * capacity);
        }
        return capacity;
      };

  @Test
  void a_report_counts_after_every_operation() {
    List<Step> workload = List.of(new Step(APPEND, 5), new Step(POP, 3));
    expect(
        "new Duel().measure(DOUBLES, " + workload + ")",
        new Report(7, 4, 6, 19),
        () -> new Duel().measure(DOUBLES, workload));
  }

  @Test
  void the_peak_may_be_long_past() {
    List<Step> workload = List.of(new Step(EXTEND, 9), new Step(CLEAR, 1), new Step(EXTEND, 16));
    expect(
        "new Duel().measure(DOUBLES, " + workload + ")",
        new Report(0, 1, 16, 23),
        () -> new Duel().measure(DOUBLES, workload));
  }

  @Test
  void large_workloads_need_large_numbers() {
    List<Step> workload = List.of(new Step(EXTEND, 3_000_000_000L), new Step(EXTEND, 3));
    expect(
        "new Duel().measure(TO_FIT, " + workload + ")",
        new Report(3_000_000_000L, 2, 0, 0),
        () -> new Duel().measure(TO_FIT, workload));
  }

  @Test
  void each_better_at_one_thing_is_no_victory() {
    List<Step> workload = List.of(new Step(APPEND, 5));
    expect(
        "new Duel().compare(TO_FIT, DOUBLES, " + workload + ")",
        Verdict.NEITHER,
        () -> new Duel().compare(TO_FIT, DOUBLES, workload));
  }

  @Test
  void my_rule_copies_at_most_six_items_an_append() {
    Trial trial = new Trial();
    for (int i = 0; i < 10_000; i++) {
      trial.resize(trial.size + 1);
    }
    expect(
        "10,000 appends under MyRule",
        "at most 60000 copies",
        () -> trial.copies <= 60_000 ? "at most 60000 copies" : trial.copies + " copies");
  }

  @Test
  void my_rule_never_takes_more_than_a_quarter_and_eight_to_spare() {
    Trial trial = new Trial();
    for (int i = 0; i < 10_000; i++) {
      trial.resize(trial.size + 1);
    }
    expect("10,000 appends under MyRule", "no block too large", () -> trial.tooLarge);
  }

  /** An array that grows under {@code MyRule}, and what it costs. */
  private static final class Trial {
    private final MyRule rule = new MyRule();
    private long size;
    private long allocated;
    private long copies;
    private String tooLarge = "no block too large";

    void resize(long newSize) {
      long room = rule.capacity(size, allocated, newSize);
      copies += room == allocated ? 0 : size;
      if (room > newSize + newSize / 4 + 8) {
        tooLarge = room + " slots for " + newSize + " items";
      }
      size = newSize;
      allocated = room;
    }
  }
}
