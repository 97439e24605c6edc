package gradus.suites.dynamicarrays;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.kit.dynamicarrays.CapacityRule;
import gradus.kit.dynamicarrays.Policy;
import gradus.kit.dynamicarrays.Ratio;
import gradus.kit.dynamicarrays.Stretch;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorstCaseTests {
  private static final List<CapacityRule> RULES =
      List.of(
          new Growth(Policy.CPYTHON_36),
          new Growth(Policy.DOUBLING),
          new Stretch(Ratio.of(1), 0, Ratio.of(1)),
          new Stretch(new Ratio(3, 2), 1, new Ratio(2, 3)));

  @Test
  void copies_as_much_as_the_costliest_of_all_sequences() {
    for (CapacityRule rule : RULES) {
      for (int operations = 0; operations <= 12; operations++) {
        String worst = WorstCase.of(rule, operations);
        assertThat(worst).hasSizeLessThanOrEqualTo(operations);
        assertThat(copies(rule, worst)).isEqualTo(byTryingAll(rule, operations));
      }
    }
  }

  @Test
  void a_claim_is_judged_by_its_copies() {
    CapacityRule rule = new Growth(Policy.DOUBLING);
    assertThat(WorstCase.judge(rule, 3, "+++")).isEqualTo("a sequence that copies 3 items");
    assertThat(WorstCase.judge(rule, 3, "++++")).isEqualTo("a sequence of 4 operations");
    assertThat(WorstCase.judge(rule, 3, "+-?")).contains("other things");
    assertThat(WorstCase.judge(rule, 3, "+--")).contains("pops an empty array");
  }

  private static long byTryingAll(CapacityRule rule, int operations) {
    return IntStream.range(0, 1 << operations)
        .mapToObj(bits -> sequence(bits, operations))
        .filter(WorstCaseTests::neverBelowEmpty)
        .mapToLong(sequence -> copies(rule, sequence))
        .max()
        .orElseThrow();
  }

  private static String sequence(int bits, int operations) {
    StringBuilder sequence = new StringBuilder();
    for (int i = 0; i < operations; i++) {
      sequence.append((bits >> i & 1) == 0 ? '+' : '-');
    }
    return sequence.toString();
  }

  private static boolean neverBelowEmpty(String sequence) {
    int size = 0;
    for (char operation : sequence.toCharArray()) {
      size += operation == '+' ? 1 : -1;
      if (size < 0) {
        return false;
      }
    }
    return true;
  }

  private static long copies(CapacityRule rule, String sequence) {
    Tracker tracker = new Tracker(rule);
    sequence.chars().forEach(operation -> tracker.add(operation == '+' ? 1 : -1));
    return tracker.copies();
  }
}
