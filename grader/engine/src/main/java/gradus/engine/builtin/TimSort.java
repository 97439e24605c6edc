package gradus.engine.builtin;

import java.util.Arrays;

/**
 * Sorts as Objects/listsort.txt describes, down to which two items are compared when: a program
 * whose {@code __lt__} prints or counts can tell.
 *
 * <p>Natural runs are found and made long enough by binary insertion; neighbouring runs are merged
 * so that their lengths stay balanced. A merge goes one by one until one side wins again and again,
 * then <em>gallops</em>: it looks for how many items to take at once. If a comparison throws, the
 * arrays hold all their items still.
 */
final class TimSort {

  /** Tells whether one item is less than another. */
  @FunctionalInterface
  interface Order {
    boolean less(long left, long right);
  }

  private static final int SHORTEST = 64;
  private static final int PATIENCE = 7;

  /** Enough for any array, as the lengths of pending runs grow like Fibonacci's numbers. */
  private static final int MOST_RUNS = 85;

  private final long[] keys;
  private final long[] values;
  private final Order order;
  private final int[] starts = new int[MOST_RUNS];
  private final int[] lengths = new int[MOST_RUNS];
  private int runs;
  private int patience = PATIENCE;

  private TimSort(long[] keys, long[] values, Order order) {
    this.keys = keys;
    this.values = values;
    this.order = order;
  }

  /**
   * Sorts keys, and moves values along.
   *
   * @param values as many as keys; may be the same array
   */
  static void sort(long[] keys, long[] values, Order order) {
    if (keys.length > 1) {
      new TimSort(keys, values, order).sort();
    }
  }

  private void sort() {
    int shortest = shortestRun(keys.length);
    int start = 0;
    while (start < keys.length) {
      int left = keys.length - start;
      int length = naturalRun(start);
      if (length < shortest) {
        int wanted = Math.min(left, shortest);
        insert(start, start + length, start + wanted);
        length = wanted;
      }
      starts[runs] = start;
      lengths[runs++] = length;
      balance();
      start += length;
    }
    while (runs > 1) {
      int at = runs - 2;
      merge(at > 0 && lengths[at - 1] < lengths[at + 1] ? at - 1 : at);
    }
  }

  /** A length of which there is a power of two in all, or a little less. */
  private static int shortestRun(int count) {
    int rest = 0;
    int length = count;
    while (length >= SHORTEST) {
      rest |= length & 1;
      length >>= 1;
    }
    return length + rest;
  }

  /** The length of the run that starts here; one that goes strictly down is turned around. */
  private int naturalRun(int start) {
    int end = start + 1;
    if (end == keys.length) {
      return 1;
    }
    boolean down = order.less(keys[end], keys[start]);
    do {
      end++;
    } while (end < keys.length && order.less(keys[end], keys[end - 1]) == down);
    if (down) {
      reverse(keys, values, start, end);
    }
    return end - start;
  }

  /** Turns a part of the keys around, and that of the values with it. */
  static void reverse(long[] keys, long[] values, int from, int to) {
    reverse(keys, from, to);
    if (keys != values) {
      reverse(values, from, to);
    }
  }

  private static void reverse(long[] array, int from, int to) {
    for (int low = from, high = to - 1; low < high; low++, high--) {
      long value = array[low];
      array[low] = array[high];
      array[high] = value;
    }
  }

  /** Inserts what comes from {@code sorted} on into what is sorted before it. */
  private void insert(int from, int sorted, int to) {
    for (int index = sorted; index < to; index++) {
      long key = keys[index];
      int low = from;
      int high = index;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (order.less(key, keys[middle])) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      long value = values[index];
      move(low, low + 1, index - low);
      keys[low] = key;
      values[low] = value;
    }
  }

  private void move(int from, int to, int count) {
    System.arraycopy(keys, from, keys, to, count);
    if (keys != values) {
      System.arraycopy(values, from, values, to, count);
    }
  }

  /** Merges until each pending run is longer than the next one, and than the next two together. */
  private void balance() {
    while (runs > 1) {
      int at = runs - 2;
      boolean tooShort =
          (at > 0 && lengths[at - 1] <= lengths[at] + lengths[at + 1])
              || (at > 1 && lengths[at - 2] <= lengths[at - 1] + lengths[at]);
      if (tooShort && lengths[at - 1] < lengths[at + 1]) {
        merge(at - 1);
      } else if (tooShort || lengths[at] <= lengths[at + 1]) {
        merge(at);
      } else {
        return;
      }
    }
  }

  /** Merges a pending run with the one after it. */
  private void merge(int at) {
    int left = starts[at];
    int leftCount = lengths[at];
    int right = starts[at + 1];
    int rightCount = lengths[at + 1];
    lengths[at] = leftCount + rightCount;
    runs--;
    if (at + 1 < runs) {
      starts[at + 1] = starts[at + 2];
      lengths[at + 1] = lengths[at + 2];
    }
    // What is in its place at either end takes no part.
    int inPlace = place(keys[right], keys, left, leftCount, 0, true);
    left += inPlace;
    leftCount -= inPlace;
    if (leftCount == 0) {
      return;
    }
    rightCount = place(keys[right - 1], keys, right, rightCount, rightCount - 1, false);
    if (rightCount == 0) {
      return;
    }
    new Merge(left, leftCount, right, rightCount).run();
  }

  /**
   * How many items of a sorted run go before a key.
   *
   * @param hint where to look first; the farther away the place is, the longer it takes
   * @param afterEquals whether items equal to the key go before it
   */
  private int place(long key, long[] run, int from, int count, int hint, boolean afterEquals) {
    int near = 0;
    int far = 1;
    int low;
    int high;
    if (goesBefore(run[from + hint], key, afterEquals)) {
      int most = count - hint;
      while (far < most && goesBefore(run[from + hint + far], key, afterEquals)) {
        near = far;
        far = farther(far, most);
      }
      low = hint + near;
      high = hint + Math.min(far, most);
    } else {
      int most = hint + 1;
      while (far < most && !goesBefore(run[from + hint - far], key, afterEquals)) {
        near = far;
        far = farther(far, most);
      }
      low = hint - Math.min(far, most);
      high = hint - near;
    }
    low++;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (goesBefore(run[from + middle], key, afterEquals)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private static int farther(int offset, int most) {
    int next = 2 * offset + 1;
    return next > 0 ? next : most;
  }

  private boolean goesBefore(long item, long key, boolean afterEquals) {
    return afterEquals ? !order.less(key, item) : order.less(item, key);
  }

  /**
   * Two neighbouring runs being merged. The shorter one is held aside: its place is the gap that is
   * filled, upward if it is the left run and downward if it is the right one. There are always as
   * many places free as items held.
   */
  private final class Merge {
    private final boolean upward;
    private final long[] heldKeys;
    private final long[] heldValues;
    private int held;
    private int heldCount;
    private int other;
    private int otherCount;
    private int to;

    Merge(int left, int leftCount, int right, int rightCount) {
      upward = leftCount <= rightCount;
      int from = upward ? left : right;
      heldCount = upward ? leftCount : rightCount;
      heldKeys = Arrays.copyOfRange(keys, from, from + heldCount);
      heldValues = keys == values ? heldKeys : Arrays.copyOfRange(values, from, from + heldCount);
      held = upward ? 0 : heldCount - 1;
      other = upward ? right : right - 1;
      otherCount = upward ? rightCount : leftCount;
      to = upward ? left : right + rightCount - 1;
    }

    void run() {
      try {
        boolean done = takeOther(1) || heldCount == 1;
        while (!done) {
          done = oneByOne() || gallop();
        }
      } finally {
        // The last item held comes after all the others; after an exception there are more.
        if (heldCount == 1) {
          takeOther(otherCount);
        }
        takeHeld(heldCount);
      }
    }

    /** Until one side has won often enough in a row; true if the merge is done. */
    private boolean oneByOne() {
      int wins = 0;
      boolean last = false;
      while (wins < patience) {
        boolean otherWins =
            upward
                ? order.less(keys[other], heldKeys[held])
                : order.less(heldKeys[held], keys[other]);
        wins = otherWins == last ? wins + 1 : 1;
        last = otherWins;
        if (otherWins ? takeOther(1) : takeHeld(1)) {
          return true;
        }
      }
      patience++;
      return false;
    }

    /** As long as that takes many items at once; true if the merge is done. */
    private boolean gallop() {
      int most;
      do {
        patience = Math.max(1, patience - 1);
        int first = upward ? heldNext() : othersNext();
        if (upward ? takeHeld(first) || takeOther(1) : takeOther(first) || takeHeld(1)) {
          return true;
        }
        int second = upward ? othersNext() : heldNext();
        if (upward ? takeOther(second) || takeHeld(1) : takeHeld(second) || takeOther(1)) {
          return true;
        }
        most = Math.max(first, second);
      } while (most >= PATIENCE);
      patience++;
      return false;
    }

    /** How many of the items held come before the next of the others. */
    private int heldNext() {
      return upward
          ? place(keys[other], heldKeys, held, heldCount, 0, true)
          : heldCount - place(keys[other], heldKeys, 0, heldCount, heldCount - 1, false);
    }

    private int othersNext() {
      return upward
          ? place(heldKeys[held], keys, other, otherCount, 0, false)
          : otherCount
              - place(
                  heldKeys[held], keys, other - otherCount + 1, otherCount, otherCount - 1, true);
    }

    /** True if there are no more. */
    private boolean takeOther(int count) {
      if (upward) {
        move(other, to, count);
      } else {
        move(other - count + 1, to - count + 1, count);
      }
      other += upward ? count : -count;
      otherCount -= count;
      to += upward ? count : -count;
      return otherCount == 0;
    }

    /** True if there is one more at most. */
    private boolean takeHeld(int count) {
      int from = upward ? held : held - count + 1;
      int start = upward ? to : to - count + 1;
      System.arraycopy(heldKeys, from, keys, start, count);
      if (keys != values) {
        System.arraycopy(heldValues, from, values, start, count);
      }
      held += upward ? count : -count;
      heldCount -= count;
      to += upward ? count : -count;
      return heldCount <= 1;
    }
  }
}
