package gradus.engine.conformance;

/** How many of some things came out the same. */
final class Tally {
  private final String what;
  private int equal;
  private int all;

  Tally(String what) {
    this.what = what;
  }

  void count(boolean isEqual) {
    all++;
    equal += isEqual ? 1 : 0;
  }

  @Override
  public String toString() {
    double share = all == 0 ? 100 : 100.0 * equal / all;
    return "%-16s %10d %7d %7.3f%%".formatted(what, equal, all, share);
  }
}
