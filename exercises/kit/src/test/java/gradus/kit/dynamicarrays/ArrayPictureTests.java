package gradus.kit.dynamicarrays;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ArrayPictureTests {

  @Test
  void free_slots_are_dots() {
    assertThat(ArrayPicture.of(new long[] {7, 8, 9}, 6)).isEqualTo("[7 8 9 · · ·]");
    assertThat(ArrayPicture.of(new long[] {}, 0)).isEqualTo("[]");
  }

  @Test
  void many_items_are_cut_in_the_middle() {
    assertThat(ArrayPicture.of(LongStream.range(0, 100).toArray(), 100))
        .isEqualTo("[0 1 2 3 4 5 6 7 … 97 98 99]");
  }

  @Test
  void many_free_slots_are_counted() {
    assertThat(ArrayPicture.of(new long[] {1}, 51)).isEqualTo("[1 · × 50]");
  }
}
