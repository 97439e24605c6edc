package gradus.engine.builtin;

import gradus.engine.memory.Memory;
import gradus.engine.object.Comparisons;
import gradus.engine.object.ListStorage;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;

/**
 * Sorts a list in place, stably, asking only for {@code <}. While it is being sorted the list is
 * empty, as it is in CPython.
 */
final class ListSort {

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
        TimSort.reverse(keys, values, 0, values.length);
      }
      TimSort.sort(keys, values, this::less);
      if (reverse) {
        TimSort.reverse(keys, values, 0, values.length);
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

  private boolean less(long left, long right) {
    return py.comparisons.is(left, right, Comparisons.LT);
  }
}
