package gradus.harness.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.random.RandomGenerator;

/**
 * A whole number; nearer to zero is simpler.
 *
 * @param low the least number allowed
 * @param high the greatest number allowed
 * @param use whether its size matters, or it is only there to be told from others
 */
record DrawnLong<T>(long value, long low, long high, Use use) implements Drawn<T, Long> {
  /** What the number is for. */
  enum Use {
    /** Its size matters. */
    QUANTITY,
    /** It only has to be told from others, as an element of a list does. */
    LABEL,
    /** A label that was numbered; nothing is simpler. */
    NUMBERED
  }

  private static final int SMALL = 100;
  private static final long[] EXTREMES = {
    Long.MIN_VALUE, Long.MAX_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE, -1, 1L << 32
  };

  /** Mostly small, one time in eight negative, one time in eight extreme. */
  static <T> DrawnLong<T> label(RandomGenerator random) {
    long value =
        switch (random.nextInt(8)) {
          case 0 -> -1 - random.nextInt(SMALL);
          case 1 -> EXTREMES[random.nextInt(EXTREMES.length)];
          default -> random.nextInt(SMALL);
        };
    return new DrawnLong<>(value, Long.MIN_VALUE, Long.MAX_VALUE, Use.LABEL);
  }

  /** A bound one time in four, near zero one time in four, anywhere otherwise. */
  static <T> DrawnLong<T> between(RandomGenerator random, long low, long high) {
    long value =
        switch (random.nextInt(8)) {
          case 0 -> low;
          case 1 -> high;
          case 2, 3 -> Math.max(low, Math.min(high, random.nextInt(SMALL)));
          default -> anywhere(random, low, high);
        };
    return new DrawnLong<>(value, low, high, Use.QUANTITY);
  }

  private static long anywhere(RandomGenerator random, long low, long high) {
    if (low == Long.MIN_VALUE && high == Long.MAX_VALUE) {
      return random.nextLong();
    }
    // The upper bound of nextLong is exclusive, and high + 1 may not exist.
    return high == Long.MAX_VALUE
        ? random.nextLong(low - 1, high) + 1
        : random.nextLong(low, high + 1);
  }

  @Override
  public Long in(T reference) {
    return value;
  }

  @Override
  public List<Drawn<T, Long>> simpler() {
    long simplest = Math.max(low, Math.min(high, 0));
    List<Drawn<T, Long>> simpler = new ArrayList<>();
    if (use == Use.NUMBERED) {
      return simpler;
    }
    // The simplest lies between zero and the value, so the distance cannot overflow.
    for (long distance = value - simplest; distance != 0; distance /= 2) {
      simpler.add(with(value - distance));
    }
    if (value < 0 && -value > 0 && -value <= high) {
      simpler.add(with(-value));
    }
    return simpler;
  }

  @Override
  public Optional<Drawn<T, Long>> numbered(IntSupplier ordinals) {
    return use == Use.QUANTITY
        ? Optional.empty()
        : Optional.of(new DrawnLong<>(ordinals.getAsInt(), low, high, Use.NUMBERED));
  }

  private DrawnLong<T> with(long other) {
    return new DrawnLong<>(other, low, high, use);
  }
}
