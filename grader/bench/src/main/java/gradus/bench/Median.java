package gradus.bench;

import java.util.Arrays;

/** The middle of several measurements: an outlier on a busy machine does not move it. */
final class Median {
  private Median() {}

  /** Takes a measurement. */
  @FunctionalInterface
  interface Measurement {
    double take() throws Exception;
  }

  /** The median of several measurements taken one after the other. */
  static double of(int rounds, Measurement measurement) throws Exception {
    double[] values = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      values[round] = measurement.take();
    }
    return of(values);
  }

  /** The median of two series taken in turn, so that both meet the same weather. */
  static double[] ofBoth(int rounds, Measurement one, Measurement other) throws Exception {
    double[] ones = new double[rounds];
    double[] others = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      ones[round] = one.take();
      others[round] = other.take();
    }
    return new double[] {of(ones), of(others)};
  }

  static double of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
