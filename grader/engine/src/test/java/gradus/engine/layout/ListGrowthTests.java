package gradus.engine.layout;

import static gradus.engine.layout.ListGrowth.CPYTHON_36;
import static gradus.engine.layout.ListGrowth.CPYTHON_39;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ListGrowthTests {

  private static List<Long> capacitiesWhileAppending(GrowthPolicy policy, int count) {
    List<Long> capacities = new ArrayList<>(List.of(0L));
    long allocated = 0;
    for (long size = 0; capacities.size() < count; size++) {
      if (!policy.keeps(allocated, size + 1)) {
        allocated = policy.capacity(size, allocated, size + 1);
        capacities.add(allocated);
      }
    }
    return capacities;
  }

  @Test
  void of_3_6_leaves_an_eighth() {
    assertThat(capacitiesWhileAppending(CPYTHON_36, 15))
        .containsExactly(
            0L, 4L, 8L, 16L, 25L, 35L, 46L, 58L, 72L, 88L, 106L, 126L, 148L, 173L, 201L);
  }

  @Test
  void of_3_9_leaves_an_eighth_in_fours() {
    assertThat(capacitiesWhileAppending(CPYTHON_39, 11))
        .containsExactly(0L, 4L, 8L, 16L, 24L, 32L, 40L, 52L, 64L, 76L, 92L);
  }

  @Test
  void of_3_6_gives_back_below_half() {
    List<String> shrinks = new ArrayList<>();
    long allocated = CPYTHON_36.initialCapacity(100);
    for (long size = 100; size > 0; size--) {
      if (!CPYTHON_36.keeps(allocated, size - 1)) {
        allocated = CPYTHON_36.capacity(size, allocated, size - 1);
        shrinks.add((size - 1) + "→" + allocated);
      }
    }
    assertThat(shrinks)
        .containsExactly(
            "58→71", "34→44", "21→29", "13→20", "9→16", "7→10", "4→7", "2→5", "1→4", "0→0");
  }

  @Test
  void of_3_9_leaves_less_after_a_jump() {
    assertThat(CPYTHON_39.capacity(0, 0, 3)).isEqualTo(8);
    assertThat(CPYTHON_39.capacity(0, 0, 17)).isEqualTo(20);
    assertThat(CPYTHON_39.capacity(16, 16, 17)).isEqualTo(24);
  }

  @Test
  void a_list_of_known_length_is_exact_in_3_9_only() {
    assertThat(LongStream.of(1, 3, 10).map(CPYTHON_36::initialCapacity))
        .containsExactly(4L, 6L, 17L);
    assertThat(LongStream.of(1, 3, 10).map(CPYTHON_39::initialCapacity))
        .containsExactly(1L, 3L, 10L);
  }
}
