package gradus.engine.object;

import gradus.engine.memory.Memory;

/** Calls {@code tp_finalize}, once for each container (PEP 442; Objects/object.c). */
public final class Finalizers {

  private static final int FINALIZE = Slots.type("tp_finalize");

  private final Space py;
  private final Memory memory;

  Finalizers(Space py) {
    this.py = py;
    memory = py.memory;
  }

  /** Whether an object's type wants to be asked before the object ends. */
  boolean has(long object) {
    return memory.load64(py.typeOf(object) + FINALIZE) != 0;
  }

  /** Calls an object's finaliser, unless it is a container whose finaliser has run. */
  void run(long object) {
    boolean container = py.types.isContainer(object);
    if (container && py.collector().finalized(object)) {
      return;
    }
    if (container) {
      py.collector().setFinalized(object);
    }
    long type = py.typeOf(object);
    try {
      py.xdecref(py.code.unary(memory.load64(type + FINALIZE)).call(object));
    } catch (Raise raise) {
      long finalizer = py.attributes.bind(py.typeObjects.lookup(type, "__del__"), object, type);
      py.exceptions.unraisable(raise, finalizer);
      py.decref(finalizer);
    }
  }

  /** Calls the finaliser of an object without references; whether the object is alive after it. */
  public boolean revive(long object) {
    if (!has(object) || (py.types.isContainer(object) && py.collector().finalized(object))) {
      return false;
    }
    py.incref(object);
    run(object);
    long count = py.refs.count(object) - 1;
    memory.store64(object + References.COUNT, count);
    return count > 0;
  }
}
