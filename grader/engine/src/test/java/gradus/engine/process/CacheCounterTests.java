package gradus.engine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CacheCounterTests {

  private static void reads(CacheCounter cache, long... addresses) {
    for (long address : addresses) {
      cache.accessed(address, 8);
    }
  }

  @Test
  void a_line_is_fetched_once() {
    CacheCounter cache = new CacheCounter(64, 4, 2);
    reads(cache, 0, 8, 56, 64);

    assertThat(cache.accesses()).isEqualTo(4);
    assertThat(cache.misses()).isEqualTo(2);
    assertThat(cache.hits()).isEqualTo(2);
    assertThat(cache.linesTouched()).isEqualTo(2);
  }

  @Test
  void an_access_that_straddles_a_boundary_looks_both_lines_up() {
    CacheCounter cache = new CacheCounter(64, 4, 2);
    reads(cache, 60);

    assertThat(cache.accesses()).isEqualTo(1);
    assertThat(cache.misses()).isEqualTo(2);
    assertThat(cache.linesTouched()).isEqualTo(2);
  }

  @Test
  void the_least_recently_used_line_goes_not_the_oldest() {
    CacheCounter cache = new CacheCounter(64, 1, 2);
    reads(cache, 0, 64, 0, 128, 0);

    assertThat(cache.misses()).isEqualTo(3);
    reads(cache, 64);
    assertThat(cache.misses()).isEqualTo(4);
    assertThat(cache.linesTouched()).isEqualTo(3);
  }

  @Test
  void lines_of_other_sets_do_not_compete() {
    CacheCounter cache = new CacheCounter(64, 2, 1);
    reads(cache, 0, 64, 0, 64);
    assertThat(cache.misses()).isEqualTo(2);
    reads(cache, 128, 0);
    assertThat(cache.misses()).isEqualTo(4);
  }

  @Test
  void addresses_have_no_sign() {
    CacheCounter cache = new CacheCounter(64, 4, 1);
    cache.accessed(-8, 8);
    cache.accessed(-64, 8);

    assertThat(cache.misses()).isEqualTo(1);
    assertThat(cache.hits()).isEqualTo(1);
  }

  @Test
  void sizes_are_powers_of_two() {
    assertThatThrownBy(() -> new CacheCounter(48, 1, 1))
        .hasMessage("the line size is a power of two, not 48");
    assertThatThrownBy(() -> new CacheCounter(64, 0, 1))
        .hasMessage("the number of sets is a power of two, not 0");
    assertThatThrownBy(() -> new CacheCounter(64, 1, 0))
        .hasMessage("a set has one way or more, not 0");
  }

  @Test
  void random_accesses_miss_as_a_list_in_order_of_use_says() {
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      int ways = 1 + random.nextInt(8);
      CacheCounter cache = new CacheCounter(64, 1, ways);
      List<Long> recent = new ArrayList<>();
      int misses = 0;
      for (int step = 0; step < 300; step++) {
        long line = random.nextInt(12);
        cache.accessed(line * 64, 8);
        misses += recent.remove(line) ? 0 : 1;
        recent.add(0, line);
        if (recent.size() > ways) {
          recent.remove(ways);
        }
        assertThat(cache.misses()).as("seed %d step %d", seed, step).isEqualTo(misses);
      }
    }
  }
}
