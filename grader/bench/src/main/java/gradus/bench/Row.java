package gradus.bench;

import java.util.Locale;

/**
 * One line of the table.
 *
 * @param subject what was measured
 * @param ours Gradus's median
 * @param against what it is measured against
 * @param theirs the other's median, in the same unit
 * @param unit the unit of both
 * @param goal the most that {@code ours / theirs} should be
 */
record Row(String subject, double ours, String against, double theirs, String unit, double goal) {
  static final String HEADING =
      "%-34s %12s   %-28s %12s   %8s   %8s".formatted("", "gradus", "against", "", "ratio", "goal");

  boolean reached() {
    return ours / theirs <= goal;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%-34s %9.1f %-2s   %-28s %9.1f %-2s   %8.3f   %8.3f %s",
        subject,
        ours,
        unit,
        against,
        theirs,
        unit,
        ours / theirs,
        goal,
        reached() ? "✓" : "✗");
  }
}
