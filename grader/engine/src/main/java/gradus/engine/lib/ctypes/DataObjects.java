package gradus.engine.lib.ctypes;

import gradus.engine.memory.Allocator;
import gradus.engine.memory.Memory;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;

/** Objects that stand for C data: making them, reading and writing parts, keeping things alive. */
final class DataObjects {

  /** Bytes that have room in the object itself. */
  private static final int ROOM = 16;

  private final Ctypes ctypes;
  private final Space py;
  private final Memory memory;

  DataObjects(Ctypes ctypes) {
    this.ctypes = ctypes;
    py = ctypes.py;
    memory = py.memory;
  }

  private long blank(long type, CtypeInfo info) {
    info.isFinal = true;
    long object = py.create(type);
    memory.store64(object + Ctypes.LENGTH, info.length);
    memory.store64(object + Ctypes.SIZE, info.size);
    return object;
  }

  /** A new object with zeroed memory of its own. */
  long create(long type) {
    CtypeInfo info = ctypes.info(type);
    long object = blank(type, info);
    try {
      giveMemory(object, info.size);
    } catch (Raise raise) {
      py.decref(object);
      throw raise;
    }
    return object;
  }

  private void giveMemory(long object, long size) {
    long place = object + Ctypes.VALUE;
    if (size > ROOM) {
      place = py.allocator.malloc(size);
      if (place == Allocator.NULL) {
        throw Raise.memoryError();
      }
      memory.fill(place, size, 0);
    }
    memory.store64(object + Ctypes.POINTER, place);
    memory.store32(object + Ctypes.NEEDS_FREE, 1);
  }

  /** An object for data that lie somewhere (PyCData_AtAddress). */
  long at(long type, long address) {
    long object = blank(type, ctypes.info(type));
    memory.store64(object + Ctypes.POINTER, address);
    return object;
  }

  /** An object for a part of another's data (PyCData_FromBaseObj). */
  long part(long type, long base, long index, long address) {
    long object = at(type, address);
    memory.store64(object + Ctypes.BASE, py.own(base));
    memory.store64(object + Ctypes.INDEX, index);
    return object;
  }

  /** Ends an object. */
  void dealloc(long object) {
    py.clear(object + Ctypes.OBJECTS);
    long place = memory.load64(object + Ctypes.POINTER);
    if (memory.load32(object + Ctypes.NEEDS_FREE) != 0 && place != object + Ctypes.VALUE) {
      py.allocator.free(place);
    }
    memory.store64(object + Ctypes.POINTER, 0);
    py.clear(object + Ctypes.BASE);
    py.free(object);
  }

  /** Changes the size of memory an object owns. */
  void resize(long object, long size) {
    long place = memory.load64(object + Ctypes.POINTER);
    if (size > ROOM) {
      boolean inside = place == object + Ctypes.VALUE;
      long moved = inside ? py.allocator.malloc(size) : py.allocator.realloc(place, size);
      if (moved == Allocator.NULL) {
        throw Raise.memoryError();
      }
      if (inside) {
        memory.copy(moved, place, memory.load64(object + Ctypes.SIZE));
      }
      memory.store64(object + Ctypes.POINTER, moved);
    }
    memory.store64(object + Ctypes.SIZE, size);
  }

  /** The value of a part, as Python sees it (PyCData_get). */
  long get(long type, long base, long index, long address) {
    CtypeInfo info = ctypes.info(type);
    if (info.kind == CtypeInfo.Kind.SIMPLE && !ctypes.isDerivedSimple(type)) {
      return ctypes.codes.get(info, address, 0);
    }
    return part(type, base, index, address);
  }

  /** Writes a part, and keeps alive what it refers to (PyCData_set). */
  void set(long target, long type, long value, long index, long address) {
    long kept = store(target, type, value, address);
    keep(target, index, kept);
  }

  private long store(long target, long type, long value, long address) {
    CtypeInfo info = ctypes.info(type);
    if (!ctypes.isData(value)) {
      return storeValue(target, type, info, value, address);
    }
    if (py.typeObjects.isInstance(value, type)) {
      memory.copy(address, ctypes.address(value), info.size);
      return py.own(objects(value));
    }
    boolean array = info.kind == CtypeInfo.Kind.POINTER && ctypes.isOf(value, CtypeInfo.Kind.ARRAY);
    if (!array || ctypes.infoOf(value).proto != info.proto) {
      throw Raise.typeError(
          "incompatible types, %s instance instead of %s instance"
              .formatted(ctypes.name(py.typeOf(value)), ctypes.name(type)));
    }
    memory.store64(address, ctypes.address(value));
    return py.tuples.of(objects(value), value);
  }

  private long storeValue(long target, long type, CtypeInfo info, long value, long address) {
    if (info.kind == CtypeInfo.Kind.SIMPLE) {
      return ctypes.codes.set(info, address, value, 0);
    }
    if (py.tuples.is(value)) {
      long made = makeOfTuple(type, value);
      try {
        return store(target, type, made, address);
      } finally {
        py.decref(made);
      }
    }
    if (info.kind == CtypeInfo.Kind.POINTER && value == py.none) {
      memory.store64(address, 0);
      return py.newNone();
    }
    throw Raise.typeError(
        "expected %s instance, got %s".formatted(ctypes.name(type), ctypes.name(py.typeOf(value))));
  }

  /** Calls a type with a tuple's items; what goes wrong becomes a RuntimeError that tells it. */
  private long makeOfTuple(long type, long tuple) {
    try {
      return py.calls.call(type, tuple, 0L);
    } catch (Raise raise) {
      long error = py.exceptions.object(raise);
      String text =
          "(%s) %s: %s"
              .formatted(
                  ctypes.name(type), py.texts.strText(py.typeOf(error)), py.texts.strText(error));
      py.exceptions.drop(raise);
      throw Raise.runtimeError(text);
    }
  }

  /** The object whose memory a part belongs to. */
  private long container(long object) {
    long at = object;
    while (memory.load64(at + Ctypes.BASE) != 0) {
      at = memory.load64(at + Ctypes.BASE);
    }
    if (memory.load64(at + Ctypes.OBJECTS) == 0) {
      boolean many = memory.load64(at + Ctypes.LENGTH) != 0;
      memory.store64(at + Ctypes.OBJECTS, many ? py.dicts.create() : py.newNone());
    }
    return at;
  }

  /** What an object keeps alive, borrowed: a dict, None, or the only thing. */
  long objects(long object) {
    return memory.load64(container(object) + Ctypes.OBJECTS);
  }

  /** Makes sure that what an object keeps alive is written in a dict; borrowed. */
  long objectsDict(long object) {
    container(object);
    if (memory.load64(object + Ctypes.OBJECTS) == py.none) {
      py.replace(object + Ctypes.OBJECTS, py.dicts.create());
    }
    return memory.load64(object + Ctypes.OBJECTS);
  }

  /** Keeps something alive as long as an object, whose reference is taken over (KeepRef). */
  void keep(long target, long index, long kept) {
    if (kept == 0 || kept == py.none) {
      py.xdecref(kept);
      return;
    }
    long container = container(target);
    long objects = memory.load64(container + Ctypes.OBJECTS);
    if (py.typeOf(objects) != py.types.dict) {
      py.replace(container + Ctypes.OBJECTS, kept);
      return;
    }
    py.dicts.setName(objects, key(target, index), kept);
    py.decref(kept);
  }

  /** The path from the container to a part: the indices in hexadecimal, innermost first. */
  private String key(long target, long index) {
    StringBuilder key = new StringBuilder(Integer.toHexString((int) index));
    for (long at = target; memory.load64(at + Ctypes.BASE) != 0; ) {
      key.append(':').append(Integer.toHexString((int) memory.load64(at + Ctypes.INDEX)));
      at = memory.load64(at + Ctypes.BASE);
    }
    return key.toString();
  }
}
