package gradus.engine.object;

import gradus.engine.layout.ObjectStructs;
import gradus.engine.memory.Memory;
import java.util.function.LongConsumer;

/**
 * Weak references: a list that starts in the object they refer to (Objects/weakrefobject.c).
 *
 * <p>A plain {@code ref} without a call-back comes first and a plain proxy without one second; both
 * are made once for each object. All others follow, the newest in front.
 */
public final class WeakRefs {

  static final int TARGET = ObjectStructs.WEAK_REFERENCE.offset("wr_object");
  static final int CALLBACK = ObjectStructs.WEAK_REFERENCE.offset("wr_callback");
  static final int HASH = ObjectStructs.WEAK_REFERENCE.offset("hash");
  static final int PREVIOUS = ObjectStructs.WEAK_REFERENCE.offset("wr_prev");
  static final int NEXT = ObjectStructs.WEAK_REFERENCE.offset("wr_next");

  private final Space py;
  private final Memory memory;
  private long type;
  private long proxyType;
  private long callableProxyType;

  WeakRefs(Space py) {
    this.py = py;
    memory = py.memory;
  }

  public void define() {
    type = new WeakRefType(py).define();
    WeakProxyType proxies = new WeakProxyType(py);
    proxyType = proxies.define("weakproxy");
    callableProxyType = proxies.define("weakcallableproxy");
  }

  /** The type {@code weakref.ref}. */
  public long type() {
    return type;
  }

  public long proxyType() {
    return proxyType;
  }

  public long callableProxyType() {
    return callableProxyType;
  }

  boolean is(long object) {
    return py.typeObjects.isInstance(object, type);
  }

  private boolean isProxy(long object) {
    long kind = py.typeOf(object);
    return kind == proxyType || kind == callableProxyType;
  }

  /** The object a weak reference refers to, borrowed, or None. */
  public long target(long reference) {
    long object = memory.load64(reference + TARGET);
    return object != py.none && py.refs.count(object) > 0 ? object : py.none;
  }

  /** The address of an object's list of weak references, or 0 if it can have none. */
  public long place(long object) {
    long offset = memory.load64(py.typeOf(object) + TypeObjects.WEAKLIST_OFFSET);
    return offset > 0 ? object + offset : 0;
  }

  /** Hands each weak reference to an object to an action, in the order of the list. */
  public void each(long object, LongConsumer action) {
    long place = place(object);
    for (long at = place == 0 ? 0 : memory.load64(place); at != 0; at = memory.load64(at + NEXT)) {
      action.accept(at);
    }
  }

  private long requirePlace(long object) {
    long place = place(object);
    if (place == 0) {
      throw Raise.typeError(
          "cannot create weak reference to '%s' object".formatted(py.typeName(object)));
    }
    return place;
  }

  /** The plain reference at the start of a list, or 0. */
  private long plainReference(long place) {
    long first = memory.load64(place);
    boolean plain = first != 0 && py.typeOf(first) == type && memory.load64(first + CALLBACK) == 0;
    return plain ? first : 0;
  }

  /** The plain proxy at the start of a list or behind the plain reference, or 0. */
  private long plainProxy(long place) {
    long reference = plainReference(place);
    long at = memory.load64(reference == 0 ? place : reference + NEXT);
    return at != 0 && isProxy(at) && memory.load64(at + CALLBACK) == 0 ? at : 0;
  }

  /** A reference of a type to an object; the call-back may be 0. */
  long reference(long referenceType, long object, long callback) {
    long place = requirePlace(object);
    boolean plain = callback == 0 && referenceType == type;
    if (plain && plainReference(place) != 0) {
      return py.own(plainReference(place));
    }
    long made = create(referenceType, object, callback);
    link(made, place, plain ? 0 : lastPlain(place));
    return made;
  }

  /** A proxy of an object; the call-back may be 0. */
  public long proxy(long object, long callback) {
    long place = requirePlace(object);
    if (callback == 0 && plainProxy(place) != 0) {
      return py.own(plainProxy(place));
    }
    long kind = py.calls.isCallable(object) ? callableProxyType : proxyType;
    long made = create(kind, object, callback);
    link(made, place, callback == 0 ? plainReference(place) : lastPlain(place));
    return made;
  }

  private long lastPlain(long place) {
    long proxy = plainProxy(place);
    return proxy != 0 ? proxy : plainReference(place);
  }

  private long create(long referenceType, long object, long callback) {
    long made = py.create(referenceType);
    memory.store64(made + TARGET, object);
    memory.store64(made + CALLBACK, callback == 0 ? 0 : py.own(callback));
    memory.store64(made + HASH, -1);
    return made;
  }

  /** Puts a new reference behind another of its list, or in front. */
  private void link(long reference, long place, long after) {
    long following = memory.load64(after == 0 ? place : after + NEXT);
    memory.store64(reference + PREVIOUS, after);
    memory.store64(reference + NEXT, following);
    memory.store64(after == 0 ? place : after + NEXT, reference);
    if (following != 0) {
      memory.store64(following + PREVIOUS, reference);
    }
  }

  /** Takes a weak reference out of its list; it refers to None from now on. */
  public void unlink(long reference) {
    long object = memory.load64(reference + TARGET);
    if (object == py.none || object == 0) {
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

  void traverse(long reference, LongConsumer visitor) {
    visitor.accept(memory.load64(reference + CALLBACK));
  }

  void clearReference(long reference) {
    unlink(reference);
    py.clear(reference + CALLBACK);
  }

  void dealloc(long reference) {
    py.untrack(reference);
    clearReference(reference);
    py.free(reference);
  }

  /** Tells all weak references to an object that it ends, then calls their call-backs. */
  public void clear(long object) {
    long place = place(object);
    if (place == 0) {
      return;
    }
    while (memory.load64(place) != 0 && memory.load64(memory.load64(place) + CALLBACK) == 0) {
      unlink(memory.load64(place));
    }
    long reference = memory.load64(place);
    if (reference != 0 && memory.load64(reference + NEXT) == 0) {
      unlink(reference);
      callBackOnce(reference);
    } else if (reference != 0) {
      clearAll(place);
    }
  }

  private void clearAll(long place) {
    long ending = py.lists.create(0);
    while (memory.load64(place) != 0) {
      long reference = memory.load64(place);
      unlink(reference);
      if (memory.load64(reference + CALLBACK) != 0 && py.refs.count(reference) > 0) {
        py.listOps.append(ending, reference);
      }
    }
    for (long index = 0; index < py.listOps.size(ending); index++) {
      callBackOnce(memory.load64(py.listOps.items(ending) + 8 * index));
    }
    py.decref(ending);
  }

  private void callBackOnce(long reference) {
    long callback = memory.load64(reference + CALLBACK);
    memory.store64(reference + CALLBACK, 0);
    if (callback != 0 && py.refs.count(reference) > 0) {
      callBack(reference, callback);
    }
    py.xdecref(callback);
  }

  /** Calls a call-back with its reference; what it raises is reported. */
  void callBack(long reference, long callback) {
    py.incref(reference);
    try {
      py.decref(py.calls.call(callback, reference));
    } catch (Raise raise) {
      py.exceptions.unraisable(raise, callback);
    }
    py.decref(reference);
  }
}
