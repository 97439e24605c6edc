package gradus.engine.object;

import gradus.engine.layout.ObjectStructs;
import gradus.engine.memory.Memory;

/** Weak references: a list that starts in the object they refer to (Objects/weakrefobject.c). */
public final class WeakRefs {

  static final int TARGET = ObjectStructs.WEAK_REFERENCE.offset("wr_object");
  static final int CALLBACK = ObjectStructs.WEAK_REFERENCE.offset("wr_callback");
  static final int HASH = ObjectStructs.WEAK_REFERENCE.offset("hash");
  static final int PREVIOUS = ObjectStructs.WEAK_REFERENCE.offset("wr_prev");
  static final int NEXT = ObjectStructs.WEAK_REFERENCE.offset("wr_next");

  private final Space py;
  private final Memory memory;

  WeakRefs(Space py) {
    this.py = py;
    memory = py.memory;
  }

  /** The address of an object's list of weak references, or 0 if it can have none. */
  public long place(long object) {
    long offset = memory.load64(py.typeOf(object) + TypeObjects.WEAKLIST_OFFSET);
    return offset > 0 ? object + offset : 0;
  }

  /** Puts a new weak reference in front of an object's list. */
  public void link(long reference, long object) {
    long place = place(object);
    long first = memory.load64(place);
    memory.store64(reference + TARGET, object);
    memory.store64(reference + NEXT, first);
    if (first != 0) {
      memory.store64(first + PREVIOUS, reference);
    }
    memory.store64(place, reference);
  }

  /** Takes a weak reference out of its list; it refers to None from now on. */
  public void unlink(long reference) {
    long object = memory.load64(reference + TARGET);
    if (object == py.none) {
      return;
    }
    long previous = memory.load64(reference + PREVIOUS);
    long next = memory.load64(reference + NEXT);
    memory.store64(previous == 0 ? place(object) : previous + NEXT, next);
    if (next != 0) {
      memory.store64(next + PREVIOUS, previous);
    }
    memory.store64(reference + PREVIOUS, 0);
    memory.store64(reference + NEXT, 0);
    memory.store64(reference + TARGET, py.none);
  }

  /** Tells all weak references to an object that it ends, then calls their call-backs. */
  public void clear(long object) {
    long place = place(object);
    while (place != 0 && memory.load64(place) != 0) {
      long reference = memory.load64(place);
      unlink(reference);
      long callback = memory.load64(reference + CALLBACK);
      memory.store64(reference + CALLBACK, 0);
      if (callback != 0) {
        notify(reference, callback);
      }
    }
  }

  private void notify(long reference, long callback) {
    if (py.refs.count(reference) > 0) {
      py.incref(reference);
      try {
        py.decref(py.calls.call(callback, reference));
      } catch (Raise raise) {
        py.exceptions.unraisable(raise, callback);
      }
      py.decref(reference);
    }
    py.decref(callback);
  }
}
