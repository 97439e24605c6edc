package gradus.kit.dynamicarrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioTests {

  @ParameterizedTest
  @CsvSource({"6, 4, 3/2", "6, -4, -3/2", "-6, -4, 3/2", "0, -7, 0", "8, 4, 2", "-1, 3, -1/3"})
  void is_in_lowest_terms(long numerator, long denominator, String shown) {
    assertThat(new Ratio(numerator, denominator)).hasToString(shown);
  }

  @Test
  void calculates_exactly() {
    assertThat(new Ratio(1, 3).plus(new Ratio(1, 6))).isEqualTo(new Ratio(1, 2));
    assertThat(new Ratio(1, 3).minus(new Ratio(1, 2))).isEqualTo(new Ratio(-1, 6));
    assertThat(new Ratio(2, 3).times(6)).isEqualTo(Ratio.of(4));
  }

  @Test
  void is_ordered_by_value() {
    assertThat(new Ratio(1, 3)).isLessThan(new Ratio(34, 100));
    assertThat(new Ratio(-1, 2)).isLessThan(Ratio.ZERO);
    assertThat(new Ratio(2, 4)).isEqualByComparingTo(new Ratio(1, 2));
  }

  @Test
  void refuses_what_does_not_fit() {
    assertThatThrownBy(() -> new Ratio(1, 0)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Ratio.of(Long.MAX_VALUE).plus(Ratio.of(1)))
        .isInstanceOf(ArithmeticException.class);
  }
}
