package gradus.kit.dynamicarrays;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StretchTests {
  private final Stretch rule = new Stretch(new Ratio(3, 2), 1, new Ratio(1, 4));

  @Test
  void makes_room_by_its_factor_and_extra() {
    assertThat(rule.capacity(4, 4, 5)).isEqualTo(8);
  }

  @Test
  void keeps_a_block_that_is_filled_enough() {
    assertThat(rule.capacity(3, 8, 2)).isEqualTo(8);
    assertThat(rule.capacity(2, 8, 1)).isEqualTo(2);
  }

  @Test
  void keeps_nothing_for_no_items() {
    assertThat(rule.capacity(1, 2, 0)).isZero();
  }
}
