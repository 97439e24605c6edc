package gradus.harness.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;

/**
 * An index that keeps its place relative to the size: {@code sizes * size + offset}. The last
 * element is {@code (1, -1)}, also after elements before it are gone.
 *
 * @param sizes 0 counts from the front, 1 from the end, -1 from the end in negative numbers
 */
record DrawnIndex<T>(ToIntFunction<? super T> size, int sizes, int offset)
    implements Drawn<T, Integer> {
  /** The places worth naming, the simplest first: {first, last, -1, second, end, -size, beyond}. */
  private static final int[][] PLACES = {
    {0, 0}, {1, -1}, {0, -1}, {0, 1}, {1, 0}, {-1, 0}, {-1, -1}, {1, 1}
  };

  private static final int BEYOND = 5;

  /** Any place: in range three times in four, a named place or out of range otherwise. */
  static <T> DrawnIndex<T> any(
      RandomGenerator random, ToIntFunction<? super T> size, int sizeBefore) {
    return switch (random.nextInt(8)) {
      case 0 -> {
        int[] place = PLACES[random.nextInt(PLACES.length)];
        yield new DrawnIndex<>(size, place[0], place[1]);
      }
      case 1 ->
          random.nextBoolean()
              ? new DrawnIndex<>(size, 1, random.nextInt(BEYOND))
              : new DrawnIndex<>(size, -1, -1 - random.nextInt(BEYOND));
      case 2, 3 -> fromBehind(random, size, sizeBefore);
      default -> valid(random, size, sizeBefore);
    };
  }

  /** An index in range counted from the front, kept relative to one end by chance. */
  static <T> DrawnIndex<T> valid(
      RandomGenerator random, ToIntFunction<? super T> size, int sizeBefore) {
    int index = random.nextInt(Math.max(1, sizeBefore));
    return random.nextBoolean() || sizeBefore == 0
        ? new DrawnIndex<>(size, 0, index)
        : new DrawnIndex<>(size, 1, index - sizeBefore);
  }

  private static <T> DrawnIndex<T> fromBehind(
      RandomGenerator random, ToIntFunction<? super T> size, int sizeBefore) {
    int back = 1 + random.nextInt(Math.max(1, sizeBefore));
    return random.nextBoolean()
        ? new DrawnIndex<>(size, 0, -back)
        : new DrawnIndex<>(size, -1, sizeBefore - back);
  }

  @Override
  public Integer in(T reference) {
    return sizes * (sizes == 0 ? 0 : size.applyAsInt(reference)) + offset;
  }

  @Override
  public List<Drawn<T, Integer>> simpler() {
    List<Drawn<T, Integer>> simpler = new ArrayList<>();
    for (int[] place : PLACES) {
      if (place[0] == sizes && place[1] == offset) {
        return simpler;
      }
      simpler.add(new DrawnIndex<>(size, place[0], place[1]));
    }
    for (int distance = offset; distance / 2 != 0; distance /= 2) {
      simpler.add(new DrawnIndex<>(size, sizes, offset - distance / 2));
    }
    return simpler;
  }
}
