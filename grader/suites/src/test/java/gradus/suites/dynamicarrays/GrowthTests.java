package gradus.suites.dynamicarrays;

import static gradus.kit.dynamicarrays.Policy.ARRAY_LIST;
import static gradus.kit.dynamicarrays.Policy.CPYTHON_39;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.kit.dynamicarrays.Policy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The lesson's reference itself: facts from real CPythons and a real ArrayList. */
class GrowthTests {

  @ParameterizedTest
  @CsvSource({
    "CPYTHON_36, 820970, 65",
    "CPYTHON_39, 798128, 66",
    "ARRAY_LIST, 213413, 24",
    "DOUBLING, 131071, 18",
    "BY_SIXTEEN, 312450000, 6250"
  })
  void a_hundred_thousand_appends_cost_what_the_lecture_says(
      Policy policy, long copies, long reallocs) {
    EngineList list = EngineList.of(policy);
    for (int i = 0; i < 100_000; i++) {
      list.append(1);
    }
    assertThat(list.copies()).isEqualTo(copies);
    assertThat(list.reallocs()).isEqualTo(reallocs);
  }

  @Test
  void popping_a_list_of_a_hundred_gives_back_what_python_gives_back() {
    assertThat(new Emptying().popAll(Policy.CPYTHON_36, 100, 118))
        .hasToString("[58→71, 34→44, 21→29, 13→20, 9→16, 7→10, 4→7, 2→5, 1→4, 0→0]");
    assertThat(new Emptying().popAll(CPYTHON_39, 100, 108))
        .hasToString("[53→64, 31→40, 19→24, 11→16, 7→12, 5→8, 1→4, 0→0]");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 4",
    "2, 8",
    "3, 8",
    "5, 8",
    "8, 8",
    "9, 12",
    "10, 12",
    "16, 16",
    "17, 20",
    "100, 100"
  })
  void python39_extends_an_empty_list_as_measured(long length, long allocated) {
    assertThat(new Growth(CPYTHON_39).capacity(0, 0, length)).isEqualTo(allocated);
  }

  @Test
  void an_array_list_grows_as_measured() {
    List<Long> capacities = new ArrayList<>();
    long allocated = 0;
    for (long size = 0; size < 100; size++) {
      long room = new Growth(ARRAY_LIST).capacity(size, allocated, size + 1);
      if (room != allocated) {
        capacities.add(room);
      }
      allocated = room;
    }
    assertThat(capacities).containsExactly(10L, 15L, 22L, 33L, 49L, 73L, 109L);
  }

  @Nested
  class Clearing {
    @ParameterizedTest
    @EnumSource(Policy.class)
    void leaves_what_the_policy_keeps_for_no_items(Policy policy) {
      EngineList list = EngineList.of(policy);
      list.extend(new long[] {1, 2, 3});
      long kept = new Growth(policy).capacity(3, list.allocated(), 0);
      list.clear();
      assertThat(list.size()).isZero();
      assertThat(list.allocated()).isEqualTo((int) kept);
    }
  }
}
