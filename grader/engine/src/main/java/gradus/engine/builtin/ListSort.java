package gradus.engine.builtin;

import gradus.engine.memory.Memory;
import gradus.engine.object.Comparisons;
import gradus.engine.object.ListStorage;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;

/**
 * Sorts a list in place, stably, asking only for {@code <}. While it is being sorted the list is
 * empty, as it is in CPython.
 *
 * <p>Runs that are already in order are found first and short ones are sorted by binary insertion,
 * as in Objects/listsort.txt; then runs are merged.
 */
final class ListSort {

  private static final int SMALL = 32;

  private final Space py;
  private final Memory memory;

  ListSort(Space py) {
    this.py = py;
    memory = py.memory;
  }

  void sort(long list, long key, boolean reverse) {
    int size = (int) py.listOps.size(list);
    ListStorage storage = py.lists.storage();
    long allocated = storage.allocated(list);
    long array = storage.items(list);
    storage.detach(list);
    long[] values = new long[size];
    for (int index = 0; index < size; index++) {
      values[index] = memory.load64(array + 8L * index);
    }
    boolean changed;
    try {
      sortValues(values, key, reverse);
    } finally {
      changed = storage.items(list) != 0;
      if (changed) {
        py.lists.clear(list);
      }
      for (int index = 0; index < size; index++) {
        memory.store64(array + 8L * index, values[index]);
      }
      storage.attach(list, array, size, allocated);
    }
    if (changed) {
      throw Raise.valueError("list modified during sort");
    }
  }

  private void sortValues(long[] values, long key, boolean reverse) {
    long[] keys = key == 0 ? values : keys(values, key);
    try {
      if (reverse) {
        reverse(values, 0, values.length);
        if (keys != values) {
          reverse(keys, 0, keys.length);
        }
      }
      mergeSort(keys, values, 0, values.length);
      if (reverse) {
        reverse(values, 0, values.length);
        if (keys != values) {
          reverse(keys, 0, keys.length);
        }
      }
    } finally {
      if (keys != values) {
        for (long each : keys) {
          py.decref(each);
        }
      }
    }
  }

  private long[] keys(long[] values, long key) {
    long[] keys = new long[values.length];
    int made = 0;
    try {
      for (; made < values.length; made++) {
        keys[made] = py.calls.call(key, values[made]);
      }
      return keys;
    } catch (Raise raise) {
      while (made > 0) {
        py.decref(keys[--made]);
      }
      throw raise;
    }
  }

  private static void reverse(long[] array, int from, int to) {
    for (int low = from, high = to - 1; low < high; low++, high--) {
      long value = array[low];
      array[low] = array[high];
      array[high] = value;
    }
  }

  private boolean less(long left, long right) {
    return py.comparisons.is(left, right, Comparisons.LT);
  }

  private void mergeSort(long[] keys, long[] values, int from, int to) {
    int run = run(keys, values, from, to);
    if (run == to) {
      return;
    }
    if (to - from <= SMALL) {
      insertionSort(keys, values, from, run, to);
      return;
    }
    int middle = run - from > (to - from) / 2 ? run : (from + to) >>> 1;
    mergeSort(keys, values, from, middle);
    mergeSort(keys, values, middle, to);
    merge(keys, values, from, middle, to);
  }

  /** The end of the run that starts at an index; one that goes strictly down is turned around. */
  private int run(long[] keys, long[] values, int from, int to) {
    int end = from + 1;
    if (end >= to) {
      return to;
    }
    if (!less(keys[end], keys[from])) {
      do {
        end++;
      } while (end < to && !less(keys[end], keys[end - 1]));
      return end;
    }
    do {
      end++;
    } while (end < to && less(keys[end], keys[end - 1]));
    reverse(keys, from, end);
    if (keys != values) {
      reverse(values, from, end);
    }
    return end;
  }

  private void insertionSort(long[] keys, long[] values, int from, int start, int to) {
    for (int index = start; index < to; index++) {
      long key = keys[index];
      int low = from;
      int high = index;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (less(key, keys[middle])) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      insert(keys, low, index);
      if (keys != values) {
        insert(values, low, index);
      }
    }
  }

  private static void insert(long[] array, int at, int from) {
    long value = array[from];
    System.arraycopy(array, at, array, at + 1, from - at);
    array[at] = value;
  }

  private void merge(long[] keys, long[] values, int from, int middle, int to) {
    if (!less(keys[middle], keys[middle - 1])) {
      return;
    }
    long[] mergedKeys = new long[to - from];
    long[] mergedValues = keys == values ? mergedKeys : new long[to - from];
    int left = from;
    int right = middle;
    for (int index = 0; index < mergedKeys.length; index++) {
      boolean takeRight = left == middle || (right < to && less(keys[right], keys[left]));
      int taken = takeRight ? right++ : left++;
      mergedKeys[index] = keys[taken];
      mergedValues[index] = values[taken];
    }
    System.arraycopy(mergedKeys, 0, keys, from, mergedKeys.length);
    System.arraycopy(mergedValues, 0, values, from, mergedValues.length);
  }
}
