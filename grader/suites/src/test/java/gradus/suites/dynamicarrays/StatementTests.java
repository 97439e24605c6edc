package gradus.suites.dynamicarrays;

import static gradus.kit.dynamicarrays.Policy.CPYTHON_36;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.kit.dynamicarrays.ArrayPicture;
import gradus.kit.dynamicarrays.CapacityRule;
import gradus.kit.dynamicarrays.Policy;
import gradus.kit.dynamicarrays.Ratio;
import gradus.suites.Tree;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The worked examples of the statement are what the reference says. */
class StatementTests {
  private static final CapacityRule DOUBLING = new Growth(Policy.DOUBLING);

  @Test
  void nine_appends() {
    EngineList list = EngineList.of(CPYTHON_36);
    StringBuilder allocated = new StringBuilder("allocated ");
    for (long value = 0; value <= 9; value++) {
      allocated.append("%3d ".formatted(list.allocated()));
      list.append(value);
    }
    says(allocated.toString().strip());
  }

  @Test
  void a_growing_array() {
    EngineList list = EngineList.of(CPYTHON_36);
    saysAfter(list, "new GrowingArray(CPYTHON_36)", a -> {});
    saysAfter(list, "append(10)", a -> a.append(10));
    saysAfter(list, "append(11)", a -> a.append(11));
    long[] more = {12, 13, 14, 15, 16};
    saysAfter(list, "extend({12, 13, 14, 15, 16})", a -> a.extend(more));
    saysAfter(list, "set(-1, 99)", a -> a.set(-1, 99));
    saysAfter(list, "clear()", EngineList::clear);
  }

  private static void saysAfter(EngineList list, String call, Consumer<EngineList> action) {
    action.accept(list);
    says(
        "%-31s size %d   allocated %2d   copies %d   reallocs %d   %s"
            .formatted(
                call,
                list.size(),
                list.allocated(),
                list.copies(),
                list.reallocs(),
                ArrayPicture.of(list.items(), list.allocated())));
  }

  @ParameterizedTest
  @EnumSource(Policy.class)
  void a_hundred_thousand_appends(Policy policy) {
    Tracker tracker = appended(policy, 100_000);
    says("| `%s` | %,d | %,d |", policy, tracker.copies(), tracker.reallocs());
  }

  @ParameterizedTest
  @EnumSource(Policy.class)
  void the_bargains_of_ten_thousand_appends(Policy policy) {
    Tracker tracker = appended(policy, 10_000);
    says("| `%s` | %,d | %,d |", policy, tracker.copies(), tracker.peakSpare());
  }

  private static Tracker appended(Policy policy, int items) {
    Tracker tracker = new Tracker(new Growth(policy));
    LongStream.range(0, items).forEach(i -> tracker.add(1));
    return tracker;
  }

  @Test
  void pops_that_give_room_back() {
    EngineList list = EngineList.of(CPYTHON_36);
    LongStream.range(5, 10).forEach(list::append);
    saysState("5, 6, 7, 8, 9 appended", list);
    list.pop();
    saysState("pop()", list);
    list.pop();
    saysState("pop()", list);
    says(new Emptying().popAll(CPYTHON_36, 100, 118).toString());
  }

  private static void saysState(String call, EngineList list) {
    String picture = ArrayPicture.of(list.items(), list.allocated());
    says("%-28s size %d   allocated %2d   %s", call, list.size(), list.allocated(), picture);
  }

  @Test
  void the_worst_of_twelve_operations() {
    CapacityRule halvesAtHalf =
        (size, allocated, newSize) -> {
          long halved = newSize <= allocated / 2 ? allocated / 2 : allocated;
          return newSize > allocated ? Math.max(1, 2 * allocated) : halved;
        };
    String worst = WorstCase.of(halvesAtHalf, 12);
    assertThat(WorstCase.judge(halvesAtHalf, 12, worst))
        .isEqualTo("a sequence that copies 39 items");
    assertThat(WorstCase.judge(halvesAtHalf, 12, "+++++++++-+-")).endsWith(" 39 items");
    assertThat(WorstCase.judge(halvesAtHalf, 12, "+".repeat(12))).endsWith(" 15 items");
    says("+++++++++-+-   copies 39");
  }

  @Test
  void the_ledger_of_doubling() {
    Account account = new Account(DOUBLING);
    for (int credit : new int[] {3, 2}) {
      String balances =
          account.balances(Ratio.of(credit), 9).stream()
              .map(balance -> "%3s".formatted(balance))
              .collect(Collectors.joining("  "));
      says("balance at " + credit + "    " + balances);
    }
    assertThat(account.leastCredit(9)).isEqualTo(new Ratio(8, 3));
  }

  @Test
  void a_report() {
    Tracker tracker = new Tracker(DOUBLING);
    List<Integer> operations = Arrays.asList(1, 1, 1, 1, 1, -1, -1, -1);
    operations.forEach(tracker::add);
    says(
        "Report[copies=%d, reallocs=%d, peakSpare=%d, idle=%d]",
        tracker.copies(), tracker.reallocs(), tracker.peakSpare(), tracker.idle());
  }

  private static void says(String words, Object... values) {
    String line = values.length == 0 ? words : String.format(Locale.ROOT, words, values);
    assertThat(statement()).contains(line);
  }

  private static String statement() {
    return Tree.text(Tree.ROOT.resolve("exercises/dynamic-arrays/README.md"));
  }
}
