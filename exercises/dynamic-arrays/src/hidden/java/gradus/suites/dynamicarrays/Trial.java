package gradus.suites.dynamicarrays;

import gradus.kit.dynamicarrays.OwnRule;

/**
 * A student's own rule on trial. Space and copies are counted here; the rule is only asked for
 * capacities.
 */
final class Trial {
  static final String KEPT = "all promises kept";

  private static final int COPIES_AN_ITEM = 6;

  private final Tracker tracker;
  private long items;
  private String verdict = KEPT;

  Trial(OwnRule rule) {
    tracker = new Tracker(rule::capacity);
  }

  /** Appends, or with a negative number pops, one item after the other. */
  Trial oneByOne(int count) {
    for (int i = 0; i < Math.abs(count); i++) {
      change(Integer.signum(count));
    }
    return this;
  }

  /** Adds items at once. */
  Trial extend(int count) {
    change(count);
    return this;
  }

  private void change(int count) {
    if (!verdict.equals(KEPT)) {
      return;
    }
    long before = tracker.allocated();
    tracker.add(count);
    items += Math.abs(count);
    judge(tracker.allocated() != before);
  }

  private void judge(boolean newBlock) {
    long size = tracker.size();
    if (tracker.spare() < 0) {
      verdict = "no room for " + size + " items: " + tracker.allocated() + " slots";
    } else if (newBlock && tracker.spare() > size / 4 + 8) {
      verdict = "a new block of " + tracker.allocated() + " slots for " + size + " items";
    } else if (tracker.spare() > size + 16) {
      verdict = tracker.allocated() + " slots kept for " + size + " items";
    } else if (tracker.copies() > COPIES_AN_ITEM * items) {
      verdict = tracker.copies() + " copies after " + items + " items added or removed";
    }
  }

  /** The first promise broken, if any. */
  String verdict() {
    return verdict;
  }
}
