package gradus.suites.dynamicarrays;

import static gradus.kit.dynamicarrays.Policy.CPYTHON_36;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.engine.PythonProgram;
import gradus.kit.dynamicarrays.ArrayPicture;
import gradus.kit.dynamicarrays.CapacityRule;
import gradus.kit.dynamicarrays.Policy;
import gradus.kit.dynamicarrays.Ratio;
import gradus.suites.Tree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
  void four_items_and_one_more() {
    EngineList list = EngineList.of(CPYTHON_36);
    LongStream.range(10, 14).forEach(list::append);
    says("before     %-36s  size %d   allocated %d", picture(list), list.size(), list.allocated());
    list.append(14);
    says("after      %-36s  size %d   allocated %d", picture(list), list.size(), list.allocated());
  }

  /** The session is run by the engine, as a program that prints what an interpreter would show. */
  @Test
  void a_python_session() throws IOException {
    String session = statement().split("```python\n")[1].split("```")[0];
    StringBuilder program = new StringBuilder();
    StringBuilder shown = new StringBuilder();
    for (String line : session.lines().toList()) {
      if (line.startsWith(">>> ")) {
        program.append(printing(line.substring(4).replaceFirst(" *#.*", "")));
      } else {
        shown.append(line).append('\n');
      }
    }
    assertThat(program).contains("insert").contains("pop");
    assertThat(output(program.toString())).isEqualTo(shown.toString());
  }

  private static String printing(String input) {
    int last = input.lastIndexOf("; ") + 1;
    String end = input.substring(last).strip();
    String show = end.contains(" = ") ? end : "print(repr(" + end + "))";
    return """
        try:
            %s
            %s
        except Exception as error:
            print(type(error).__name__ + ': ' + str(error))
        """
        .formatted(last == 0 ? "pass" : input.substring(0, last), show);
  }

  private static String output(String program) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PythonProgram.of("session.py", program.getBytes(UTF_8)).run(out, out);
    return out.toString(UTF_8);
  }

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
                picture(list)));
  }

  private static String picture(EngineList list) {
    return ArrayPicture.of(list.items(), list.allocated());
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
    says("%-28s size %d   allocated %2d   %s", call, list.size(), list.allocated(), picture(list));
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
  void what_doubling_spends() {
    Tracker tracker = new Tracker(DOUBLING);
    StringBuilder costs = new StringBuilder("costs         ");
    StringBuilder blocks = new StringBuilder("new block?    ");
    StringBuilder spent = new StringBuilder();
    long before = 0;
    for (int append = 1; append <= 9; append++) {
      long blocksBefore = tracker.reallocs();
      tracker.add(1);
      long total = tracker.copies() + append;
      costs.append("%5d".formatted(total - before));
      blocks.append(tracker.reallocs() > blocksBefore ? "  yes" : "     ");
      spent.append(append == 3 || append == 5 || append == 9 ? " " + total : "");
      before = total;
    }
    says(blocks.toString().strip());
    says(costs.toString());
    assertThat(spent).hasToString(" 6 12 24");
    says("append 6, 12 and 24 have been spent: that is 2, 12/5 and 8/3");
  }

  @Test
  void the_least_credit_of_a_thousand_appends() {
    assertThat(Tree.text(Tree.ROOT.resolve("solutions/dynamic-arrays/README.md")))
        .contains("8/3 for 9 appends, " + new Account(DOUBLING).leastCredit(1025) + " for 1,025");
  }

  @ParameterizedTest
  @EnumSource(Policy.class)
  void no_policy_keeps_the_three_promises(Policy policy) {
    Trial trial = new Trial(new Growth(policy)::capacity).oneByOne(3000).oneByOne(-3000);
    assertThat(trial.verdict()).isNotEqualTo(Trial.KEPT);
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
