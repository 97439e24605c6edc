package gradus.kit.dynamicarrays;

import java.util.StringJoiner;

/**
 * Draws an array with its free slots: {@code [7 8 9 · · ·]} holds three items in six slots.
 *
 * <p>A long array is cut in the middle, and many free slots are counted: {@code [0 1 2 3 4 5 6 7 …
 * 97 98 99 · × 12]}.
 */
public final class ArrayPicture {
  private static final int ITEMS = 16;
  private static final int HEAD = 8;
  private static final int TAIL = 3;
  private static final int DOTS = 12;

  private ArrayPicture() {}

  /** Draws the array as it is. */
  public static String of(DynamicArray array) {
    return of(array.items(), array.allocated());
  }

  /** Draws the array as it is. */
  public static String of(IndexedArray array) {
    return of(array.items(), array.allocated());
  }

  /** Draws items in a block of {@code allocated} slots. */
  public static String of(long[] items, long allocated) {
    StringJoiner slots = new StringJoiner(" ", "[", "]");
    if (items.length <= ITEMS) {
      add(items, 0, items.length, slots);
    } else {
      add(items, 0, HEAD, slots);
      slots.add("…");
      add(items, items.length - TAIL, items.length, slots);
    }
    addFree(allocated - items.length, slots);
    return slots.toString();
  }

  private static void add(long[] items, int from, int to, StringJoiner slots) {
    for (int i = from; i < to; i++) {
      slots.add(Long.toString(items[i]));
    }
  }

  private static void addFree(long free, StringJoiner slots) {
    if (free > DOTS) {
      slots.add("· × " + free);
      return;
    }
    for (long i = 0; i < free; i++) {
      slots.add("·");
    }
  }
}
