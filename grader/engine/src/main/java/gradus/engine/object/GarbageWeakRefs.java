package gradus.engine.object;

import gradus.engine.memory.Memory;

/**
 * Clears the weak references to garbage before anything of it ends, and calls those call-backs that
 * are not garbage themselves (handle_weakrefs in Modules/gcmodule.c).
 */
final class GarbageWeakRefs {

  private final Space py;
  private final Memory memory;
  private final Collector lists;
  private final long waiting;

  /**
   * Made once.
   *
   * @param waiting room for a list's head
   */
  GarbageWeakRefs(Space py, long waiting) {
    this.py = py;
    memory = py.memory;
    lists = py.collector();
    this.waiting = waiting;
  }

  /** The number of weak references that ended with their call-back. */
  int handle(long unreachable, long old) {
    lists.empty(waiting);
    for (long head = lists.next(unreachable); head != unreachable; head = lists.next(head)) {
      clear(lists.object(head));
    }
    int ended = 0;
    while (!lists.isEmpty(waiting)) {
      long head = lists.next(waiting);
      long reference = lists.object(head);
      py.weakRefs.callBack(reference, memory.load64(reference + WeakRefs.CALLBACK));
      py.decref(reference);
      if (lists.next(waiting) == head) {
        lists.move(head, old);
      } else {
        ended++;
      }
    }
    return ended;
  }

  private void clear(long object) {
    long place = py.weakRefs.place(object);
    while (place != 0 && memory.load64(place) != 0) {
      long reference = memory.load64(place);
      py.weakRefs.unlink(reference);
      long head = lists.head(reference);
      boolean garbage = lists.state(head) != Collector.REACHABLE;
      if (memory.load64(reference + WeakRefs.CALLBACK) != 0 && !garbage) {
        py.incref(reference);
        lists.move(head, waiting);
      }
    }
  }
}
