package gradus.engine.builtin;

import gradus.engine.memory.Memory;
import gradus.engine.object.ListOperations;
import gradus.engine.object.ListStorage;
import gradus.engine.object.Raise;
import gradus.engine.object.Slices;
import gradus.engine.object.Space;

/** Slices of lists: taken, replaced, deleted (list_subscript, list_ass_subscript). */
final class ListSlices {

  private final Space py;
  private final Memory memory;
  private final ListOperations lists;

  ListSlices(Space py) {
    this.py = py;
    memory = py.memory;
    lists = py.listOps;
  }

  private long place(long list, long index) {
    return lists.items(list) + 8 * index;
  }

  long get(long list, Slices.Range range) {
    long result = py.lists.create(range.count());
    for (long index = 0; index < range.count(); index++) {
      long item = memory.load64(place(list, range.start() + index * range.step()));
      lists.initialise(result, index, py.own(item));
    }
    return result;
  }

  void set(long list, Slices.Range range, long value) {
    if (range.step() == 1) {
      replace(list, range.start(), Math.max(range.start(), range.stop()), value);
      return;
    }
    long source = sequence(value, "must assign iterable to extended slice");
    try {
      long size = lists.size(source);
      if (size != range.count()) {
        throw Raise.valueError(
            "attempt to assign sequence of size %d to extended slice of size %d"
                .formatted(size, range.count()));
      }
      for (long index = 0; index < size; index++) {
        lists.set(list, range.start() + index * range.step(), memory.load64(place(source, index)));
      }
    } finally {
      py.decref(source);
    }
  }

  /** The items in a list that cannot change meanwhile. */
  private long sequence(long value, String message) {
    if (!py.calls.hasSpecial(value, "__iter__") && !py.items.isSequence(value)) {
      throw Raise.typeError(message);
    }
    return py.items.listOf(value);
  }

  /** {@code list[from:to] = items} (list_ass_slice). */
  private void replace(long list, long from, long to, long value) {
    long source = sequence(value, "can only assign an iterable");
    try {
      splice(list, from, to, source, lists.size(source));
    } finally {
      py.decref(source);
    }
  }

  private void splice(long list, long from, long to, long source, long count) {
    long size = lists.size(list);
    long gone = to - from;
    if (size - gone + count == 0) {
      py.lists.clear(list);
      return;
    }
    long[] old = new long[(int) gone];
    for (int index = 0; index < gone; index++) {
      old[index] = memory.load64(place(list, from + index));
    }
    ListStorage storage = py.lists.storage();
    if (count < gone) {
      storage.move(list, from + count, to, size - to);
      storage.resize(list, size + count - gone);
    } else if (count > gone) {
      storage.resize(list, size + count - gone);
      storage.move(list, from + count, to, size - to);
    }
    for (long index = 0; index < count; index++) {
      storage.setItem(list, from + index, py.own(memory.load64(place(source, index))));
    }
    for (int index = old.length - 1; index >= 0; index--) {
      py.decref(old[index]);
    }
  }

  void delete(long list, Slices.Range range) {
    if (range.count() == 0) {
      return;
    }
    if (range.step() == 1) {
      splice(list, range.start(), range.start() + range.count(), 0, 0);
      return;
    }
    long step = Math.abs(range.step());
    long first =
        range.step() > 0 ? range.start() : range.start() + range.step() * (range.count() - 1);
    long[] old = new long[(int) range.count()];
    long size = lists.size(list);
    long to = first;
    int taken = 0;
    for (long at = first; at < size; at++) {
      long item = memory.load64(place(list, at));
      if (taken < old.length && at == first + taken * step) {
        old[taken++] = item;
      } else {
        memory.store64(place(list, to++), item);
      }
    }
    py.lists.storage().resize(list, size - range.count());
    for (long item : old) {
      py.decref(item);
    }
  }
}
