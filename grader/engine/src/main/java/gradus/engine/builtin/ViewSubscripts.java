package gradus.engine.builtin;

import gradus.engine.memory.Memory;
import gradus.engine.object.Buffers;
import gradus.engine.object.MemoryViews;
import gradus.engine.object.Raise;
import gradus.engine.object.Slices;
import gradus.engine.object.Space;
import java.util.function.LongPredicate;

/** Items and slices of memoryviews. */
final class ViewSubscripts {

  private final Space py;
  private final Memory memory;
  private final MemoryViews views;
  private final ViewItems items;

  ViewSubscripts(Space py) {
    this.py = py;
    memory = py.memory;
    views = py.memoryViews;
    items = new ViewItems(py);
  }

  String format(long self) {
    return memory.string(memory.load64(views.view(self) + Buffers.FORMAT));
  }

  private long start(long self) {
    return memory.load64(views.view(self) + Buffers.BUF);
  }

  /** Where the item of an index in a dimension starts, if a start is given. */
  private long step(long self, long from, int dimension, long index) {
    long count = views.shape(self, dimension);
    long place = index < 0 ? index + count : index;
    if (place < 0 || place >= count) {
      throw Raise.indexError("index out of bounds on dimension " + (dimension + 1));
    }
    return from + place * views.stride(self, dimension);
  }

  long item(long self, long index) {
    views.requireAlive(self);
    requireOneDimension(self, "multi-dimensional sub-views");
    return items.get(format(self), step(self, start(self), 0, index));
  }

  private void requireOneDimension(long self, String what) {
    if (views.dimensions(self) == 0) {
      throw Raise.typeError("invalid indexing of 0-dim memory");
    }
    if (views.dimensions(self) > 1) {
      throw notImplemented(what + " are not implemented");
    }
  }

  private static Raise notImplemented(String message) {
    return Raise.of("NotImplementedError", message);
  }

  private long index(long key) {
    return py.numbers.size(key, "IndexError", "cannot fit '%s' into an index-sized integer");
  }

  /** The address that a tuple of indices names. */
  private long place(long self, long tuple) {
    int count = py.tuples.size(tuple);
    int dimensions = views.dimensions(self);
    if (count > dimensions) {
      throw Raise.typeError(
          "cannot index %d-dimension view with %d-element tuple".formatted(dimensions, count));
    }
    if (count < dimensions) {
      throw notImplemented("sub-views are not implemented");
    }
    long place = start(self);
    for (int at = 0; at < count; at++) {
      place = step(self, place, at, index(py.tuples.get(tuple, at)));
    }
    return place;
  }

  private boolean isTupleOf(LongPredicate kind, long key) {
    if (!py.tuples.is(key)) {
      return false;
    }
    for (int at = 0; at < py.tuples.size(key); at++) {
      if (!kind.test(py.tuples.get(key, at))) {
        return false;
      }
    }
    return true;
  }

  private boolean isIndices(long key) {
    return isTupleOf(py.numbers::isIndex, key);
  }

  private boolean isSlices(long key) {
    return isTupleOf(py.slices::is, key);
  }

  private static Raise invalidKey() {
    return Raise.typeError("memoryview: invalid slice key");
  }

  long get(long self, long key) {
    views.requireAlive(self);
    if (views.dimensions(self) == 0) {
      return getScalar(self, key);
    }
    if (py.numbers.isIndex(key)) {
      return item(self, index(key));
    }
    if (py.slices.is(key)) {
      return slice(self, key);
    }
    if (isIndices(key)) {
      return items.get(format(self), place(self, key));
    }
    if (isSlices(key)) {
      throw notImplemented("multi-dimensional slicing is not implemented");
    }
    throw invalidKey();
  }

  private long getScalar(long self, long key) {
    if (py.tuples.is(key) && py.tuples.size(key) == 0) {
      return items.get(format(self), start(self));
    }
    if (key == py.ellipsis) {
      return py.own(self);
    }
    throw Raise.typeError("invalid indexing of 0-dim memory");
  }

  private long slice(long self, long key) {
    Slices.Range range = py.slices.range(key, views.shape(self, 0));
    long result = views.make(memory.load64(self + MemoryViews.MANAGED), views.view(self));
    long view = views.view(result);
    long stride = views.stride(self, 0);
    memory.store64(view + Buffers.BUF, start(self) + range.start() * stride);
    views.setShape(result, 0, range.count());
    memory.store64(memory.load64(view + Buffers.STRIDES), stride * range.step());
    long length = memory.load64(view + Buffers.ITEM_SIZE);
    for (int at = 0; at < views.dimensions(result); at++) {
      length *= views.shape(result, at);
    }
    memory.store64(view + Buffers.LENGTH, length);
    views.setFlags(result);
    return result;
  }

  long set(long self, long key, long value) {
    views.requireAlive(self);
    if (memory.load32(views.view(self) + Buffers.READ_ONLY) != 0) {
      throw Raise.typeError("cannot modify read-only memory");
    }
    if (value == 0) {
      throw Raise.typeError("cannot delete memory");
    }
    if (views.dimensions(self) == 0) {
      setScalar(self, key, value);
    } else if (py.numbers.isIndex(key)) {
      requireOneDimension(self, "sub-views");
      items.set(format(self), step(self, start(self), 0, index(key)), value);
    } else if (py.slices.is(key) && views.dimensions(self) == 1) {
      setSlice(self, key, value);
    } else if (isIndices(key)) {
      items.set(format(self), place(self, key), value);
    } else if (py.slices.is(key) || isSlices(key)) {
      throw notImplemented("memoryview slice assignments are currently restricted to ndim = 1");
    } else {
      throw invalidKey();
    }
    return 0;
  }

  private void setScalar(long self, long key, long value) {
    boolean whole = key == py.ellipsis || (py.tuples.is(key) && py.tuples.size(key) == 0);
    if (!whole) {
      throw Raise.typeError("invalid indexing of 0-dim memory");
    }
    items.set(format(self), start(self), value);
  }

  private void setSlice(long self, long key, long value) {
    if (!py.buffers.supports(value)) {
      throw Raise.typeError(
          "a bytes-like object is required, not '%s'".formatted(py.typeName(value)));
    }
    long source = views.of(value);
    long target = 0;
    try {
      target = slice(self, key);
      boolean alike =
          views.dimensions(source) == 1
              && format(source).equals(format(target))
              && views.shape(source, 0) == views.shape(target, 0);
      if (!alike) {
        throw Raise.valueError(
            "memoryview assignment: lvalue and rvalue have different structures");
      }
      byte[] content = py.buffers.bytesOf(views.view(source));
      int size = (int) memory.load64(views.view(target) + Buffers.ITEM_SIZE);
      for (int at = 0; at < content.length; at++) {
        long item = start(target) + at / size * views.stride(target, 0);
        memory.store8(item + at % size, content[at]);
      }
    } finally {
      py.decref(source);
      py.xdecref(target);
    }
  }

  /** All items in lists within lists, or the only item of a view without dimensions. */
  long list(long self) {
    return list(self, start(self), 0);
  }

  private long list(long self, long from, int dimension) {
    if (dimension == views.dimensions(self)) {
      return items.get(format(self), from);
    }
    long length = views.shape(self, dimension);
    long list = py.lists.create(length);
    for (long index = 0; index < length; index++) {
      long item = list(self, from + index * views.stride(self, dimension), dimension + 1);
      py.listOps.initialise(list, index, item);
    }
    return list;
  }
}
