package gradus.engine.object;

import gradus.engine.memory.Memory;
import java.util.function.LongConsumer;

/** What the collector needs not look at: tuples and dicts that hold no container. */
final class Tracking {

  private static final int TRAVERSE = Slots.type("tp_traverse");

  private final Space py;
  private final Memory memory;
  private final Collector lists;

  Tracking(Space py) {
    this.py = py;
    memory = py.memory;
    lists = py.collector();
  }

  /** Whether an object has the collector's header: static types do not. */
  boolean isContainer(long object) {
    long flags = py.types.flags(py.typeOf(object));
    if ((flags & TypeFlags.HAVE_GC) == 0) {
      return false;
    }
    return (flags & TypeFlags.TYPE) == 0 || (py.types.flags(object) & TypeFlags.HEAP_TYPE) != 0;
  }

  void traverse(long object, LongConsumer visitor) {
    long function = memory.load64(py.typeOf(object) + TRAVERSE);
    if (function != 0) {
      py.code
          .traverse(function)
          .traverse(
              object,
              referent -> {
                if (referent != 0) {
                  visitor.accept(referent);
                }
              });
    }
  }

  private boolean mayBeTracked(long object) {
    return isContainer(object) && (py.typeOf(object) != py.types.tuple || lists.tracked(object));
  }

  void maybeUntrackTuple(long object) {
    if (py.typeOf(object) != py.types.tuple || !lists.tracked(object)) {
      return;
    }
    for (int index = 0; index < py.tuples.size(object); index++) {
      long item = py.tuples.get(object, index);
      if (item == 0 || mayBeTracked(item)) {
        return;
      }
    }
    lists.untrack(object);
  }

  void untrackDicts(long list) {
    long head = lists.next(list);
    while (head != list) {
      long object = lists.object(head);
      head = lists.next(head);
      if (py.typeOf(object) == py.types.dict && holdsNoContainer(object)) {
        lists.untrack(object);
      }
    }
  }

  private boolean holdsNoContainer(long dict) {
    for (int at = py.dicts.next(dict, 0); at >= 0; at = py.dicts.next(dict, at + 1)) {
      if (mayBeTracked(py.dicts.keyAt(dict, at)) || mayBeTracked(py.dicts.valueAt(dict, at))) {
        return false;
      }
    }
    return true;
  }
}
