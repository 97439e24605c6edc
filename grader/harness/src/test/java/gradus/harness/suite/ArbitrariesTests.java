package gradus.harness.suite;

import static gradus.harness.suite.Arbitraries.anyIndex;
import static gradus.harness.suite.Arbitraries.anyInt;
import static gradus.harness.suite.Arbitraries.anyLong;
import static gradus.harness.suite.Arbitraries.anyLongs;
import static gradus.harness.suite.Arbitraries.just;
import static gradus.harness.suite.Arbitraries.listOf;
import static gradus.harness.suite.Arbitraries.oneOf;
import static gradus.harness.suite.Arbitraries.validIndex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ArbitrariesTests {
  private static final List<Integer> TEN = IntStream.range(0, 10).boxed().toList();

  private static <T, A> List<Drawn<T, A>> drawn(Arbitrary<T, A> arbitrary, T state) {
    SplittableRandom random = new SplittableRandom(41);
    return Stream.generate(() -> arbitrary.draw(random, state)).limit(2000).toList();
  }

  private static <T, A> List<A> values(Arbitrary<T, A> arbitrary, T state) {
    return drawn(arbitrary, state).stream().map(one -> one.in(state)).toList();
  }

  /** Takes a simpler draw, not the simplest, again and again; must come to an end. */
  private static <T, A> A simplest(Drawn<T, A> drawn, T state) {
    Drawn<T, A> simplest = drawn;
    for (int i = 0; !simplest.simpler().isEmpty(); i++) {
      assertThat(i).isLessThan(1000);
      List<Drawn<T, A>> simpler = simplest.simpler();
      simplest = simpler.get(Math.min(1, simpler.size() - 1));
    }
    return simplest.in(state);
  }

  @Nested
  class numbers {
    @Test
    void are_small_negative_and_extreme() {
      assertThat(values(anyLong(), ""))
          .contains(0L, 99L, -1L, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32);
    }

    @Test
    void keep_their_bounds_and_often_touch_them() {
      assertThat(values(anyInt(-3, 1000), ""))
          .allMatch(n -> -3 <= n && n <= 1000)
          .contains(-3, 1000, 0)
          .anyMatch(n -> n > 500 && n < 1000);
      assertThat(values(anyLong(Long.MIN_VALUE, Long.MAX_VALUE), "")).contains(Long.MIN_VALUE);
      assertThat(values(anyLong(7, Long.MAX_VALUE), "")).allMatch(n -> n >= 7);
    }

    @Test
    void become_simpler_towards_zero() {
      assertThat(drawn(anyInt(5, 100), "")).allMatch(one -> simplest(one, "") == 5);
      assertThat(drawn(anyInt(-100, -5), "")).allMatch(one -> simplest(one, "") == -5);
      assertThat(drawn(anyLong(), "")).allMatch(one -> simplest(one, "") == 0);
      assertThat(new DrawnLong<>(-8, -10, 10, DrawnLong.Use.QUANTITY).simpler())
          .extracting(one -> one.in(""))
          .containsExactly(0L, -4L, -6L, -7L, 8L);
    }

    @Test
    void need_a_range() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> anyInt(2, 1))
          .withMessage("No number lies between 2 and 1.");
    }
  }

  @Nested
  class indices {
    @Test
    void are_valid_negative_at_the_ends_and_out_of_range() {
      assertThat(values(anyIndex(List<Integer>::size), TEN))
          .contains(0, 9, -1, -10, 10, -11, 5, -5, 12)
          .allMatch(index -> -20 < index && index < 20);
      assertThat(values(anyIndex(List<Integer>::size), List.of())).contains(0, -1, 1);
    }

    @Test
    void may_be_valid_only() {
      assertThat(values(validIndex(List<Integer>::size), TEN))
          .containsOnly(TEN.toArray(Integer[]::new));
      assertThat(values(validIndex(List<Integer>::size), List.of())).containsOnly(0);
    }

    @Test
    void keep_their_place_when_the_size_changes() {
      DrawnIndex<List<Integer>> last = new DrawnIndex<>(List::size, 1, -1);
      assertThat(last.in(TEN)).isEqualTo(9);
      assertThat(last.in(TEN.subList(0, 4))).isEqualTo(3);
    }

    @Test
    void become_simpler_towards_the_first() {
      assertThat(drawn(anyIndex(List<Integer>::size), TEN))
          .allMatch(one -> simplest(one, TEN) == 0);
    }
  }

  @Nested
  class lists {
    @Test
    void have_any_length_up_to_the_longest() {
      assertThat(values(listOf(anyLong(), 3), ""))
          .extracting(List::size)
          .contains(0, 1, 2, 3)
          .allMatch(size -> size <= 3);
      assertThat(values(anyLongs(3), "")).anyMatch(array -> array.length == 3);
    }

    @Test
    void become_shorter_and_then_simpler() {
      assertThat(drawn(listOf(anyInt(1, 9), 5), "")).allMatch(one -> simplest(one, "").size() <= 1);
    }

    @Test
    void of_labels_are_numbered() {
      int[] next = {0};
      Drawn<Object, long[]> drawn = drawn(anyLongs(3), "").get(0);
      assertThat(drawn.numbered(() -> next[0]++).orElseThrow().in("")).startsWith(0);
    }
  }

  @Nested
  class choices {
    @Test
    void are_the_given_values_the_first_being_the_simplest() {
      assertThat(values(oneOf("x", "y", "z"), "")).contains("x", "y", "z");
      assertThat(drawn(oneOf("x", "y", "z"), "")).allMatch(one -> simplest(one, "").equals("x"));
      assertThat(values(just(5), "")).containsOnly(5);
      assertThat(drawn(just(5), "").get(0).simpler()).isEmpty();
      assertThat(drawn(just(5), "").get(0).numbered(() -> 1)).isEmpty();
    }
  }
}
