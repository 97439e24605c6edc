package gradus.harness.suite;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.harness.result.Outcome;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PrinterTests {
  record Entry(String name, long[] sizes) {}

  @Nested
  class a_value_in_a_call {
    @Test
    void reads_as_java() {
      assertThat(Printer.java(7)).isEqualTo("7");
      assertThat(Printer.java(7L)).isEqualTo("7");
      assertThat(Printer.java(3_000_000_000L)).isEqualTo("3000000000L");
      assertThat(Printer.java(Long.MIN_VALUE)).isEqualTo("Long.MIN_VALUE");
      assertThat(Printer.java(Long.MAX_VALUE)).isEqualTo("Long.MAX_VALUE");
      assertThat(Printer.java(-0.0)).isEqualTo("-0.0");
      assertThat(Printer.java(Double.NaN)).isEqualTo("Double.NaN");
      assertThat(Printer.java(1 / 0.0)).isEqualTo("Double.POSITIVE_INFINITY");
      assertThat(Printer.java(-1 / 0.0)).isEqualTo("Double.NEGATIVE_INFINITY");
      assertThat(Printer.java(true)).isEqualTo("true");
      assertThat(Printer.java(null)).isEqualTo("null");
      assertThat(Printer.java(Outcome.PASSED)).isEqualTo("PASSED");
      assertThat(Printer.java("a\"b\\\n\t\r\u0007")).isEqualTo("\"a\\\"b\\\\\\n\\t\\r\\u0007\"");
      assertThat(Printer.java(new double[] {1, 2.5})).isEqualTo("new double[] {1.0, 2.5}");
      assertThat(Printer.java(Arrays.asList(1, null))).isEqualTo("List.of(1, null)");
      assertThat(Printer.java(new Entry("x", new long[] {1})))
          .isEqualTo("new Entry(\"x\", new long[] {1})");
    }
  }

  @Nested
  class a_value_that_is_compared {
    @Test
    void reads_plainly() {
      assertThat(Printer.shown(List.of(1L, 2L))).isEqualTo("[1, 2]");
      assertThat(Printer.shown(new byte[] {1, -1})).isEqualTo("[1, -1]");
      assertThat(Printer.shown(new Entry("x", new long[] {1})))
          .isEqualTo("Entry[name=\"x\", sizes=[1]]");
      assertThat(Printer.shown(new Shelf.Right())).isEqualTo("a Shelf");
    }
  }

  @Nested
  class long_texts {
    @Test
    void are_cut_around_their_first_difference() {
      String one = "x".repeat(500) + "1" + "y".repeat(500);
      String other = "x".repeat(500) + "2" + "y".repeat(500);
      List<String> cut = Printer.cut(one, other);
      assertThat(cut.get(0)).hasSizeLessThan(130).startsWith("…x").contains("x1y").endsWith("y…");
      assertThat(cut.get(1)).contains("x2y");
    }

    @Test
    void are_cut_at_their_end_when_alone() {
      assertThat(Printer.cut("x".repeat(500))).hasSize(121).endsWith("x…");
    }

    @Test
    void that_are_alike_still_tell_that_the_values_are_not() {
      Seen seen = new Seen("size", new Answer.Value(1), new Answer.Value(1L));
      assertThat(seen.differs()).isTrue();
      assertThat(seen.row().actual()).isEqualTo("1 (another kind of value)");
    }
  }

  @Nested
  class values {
    @Test
    void are_the_same_by_what_they_hold() {
      assertThat(Values.same(new Entry("x", new long[] {1}), new Entry("x", new long[] {1})))
          .isTrue();
      assertThat(Values.same(new Entry("x", new long[] {1}), new Entry("x", new long[] {2})))
          .isFalse();
      assertThat(Values.same(List.of(new int[] {1}), List.of(new int[] {1}))).isTrue();
      assertThat(Values.same(List.of(1), List.of(1, 2))).isFalse();
      assertThat(Values.same(new int[] {1}, new int[] {1, 2})).isFalse();
      assertThat(Values.same(new int[] {1}, new long[] {1})).isFalse();
      assertThat(Values.same(null, null)).isTrue();
      assertThat(Values.same(null, 1)).isFalse();
      assertThat(Values.same(Double.NaN, Double.NaN)).isTrue();
      assertThat(Values.same(0.0, -0.0)).isFalse();
    }

    @Test
    void of_student_classes_are_the_same_if_their_contract_is() {
      assertThat(Values.same(new Shelf.Right(), new Shelf.Right())).isTrue();
      assertThat(Values.same(new Shelf.Right(), "shelf")).isFalse();
    }
  }
}
