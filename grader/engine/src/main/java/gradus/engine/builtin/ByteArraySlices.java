package gradus.engine.builtin;

import gradus.engine.object.ByteArrays;
import gradus.engine.object.ByteStrings;
import gradus.engine.object.Raise;
import gradus.engine.object.Slices;
import gradus.engine.object.Space;

/** Items and slices of bytearrays. */
final class ByteArraySlices {

  private final Space py;
  private final ByteArrays arrays;
  private final ByteStrings strings;

  ByteArraySlices(Space py, ByteStrings strings) {
    this.py = py;
    this.strings = strings;
    arrays = py.byteArrays;
  }

  long item(long self, long index) {
    requireIndex(self, index);
    return py.ints.of(py.memory.load8(arrays.start(self) + index));
  }

  private void requireIndex(long self, long index) {
    if (index < 0 || index >= arrays.size(self)) {
      throw Raise.indexError("bytearray index out of range");
    }
  }

  long setItem(long self, long index, long value) {
    requireIndex(self, index);
    if (value == 0) {
      arrays.splice(self, index, index + 1, new byte[0]);
    } else {
      py.memory.store8(arrays.start(self) + index, strings.byteValue(value));
    }
    return 0;
  }

  private long place(long self, long key) {
    long index = py.numbers.size(key, "IndexError", "cannot fit '%s' into an index-sized integer");
    return index < 0 ? index + arrays.size(self) : index;
  }

  private Slices.Range range(long self, long key) {
    if (!py.slices.is(key)) {
      throw Raise.typeError(
          "bytearray indices must be integers or slices, not " + py.typeName(key));
    }
    return py.slices.range(key, arrays.size(self));
  }

  long subscript(long self, long key) {
    if (py.numbers.isIndex(key)) {
      return item(self, place(self, key));
    }
    Slices.Range range = range(self, key);
    return strings.like(self, range.pick(strings.text(self)));
  }

  long setSubscript(long self, long key, long value) {
    if (py.numbers.isIndex(key)) {
      return setItem(self, place(self, key), value);
    }
    Slices.Range range = range(self, key);
    byte[] content = value == 0 ? new byte[0] : content(value);
    if (range.step() == 1) {
      long to = Math.max(range.start(), range.stop());
      arrays.splice(self, range.start(), to, content);
    } else if (content.length == 0) {
      delete(self, range);
    } else {
      spread(self, range, content);
    }
    return 0;
  }

  private byte[] content(long value) {
    if (arrays.is(value)) {
      return arrays.content(value);
    }
    if (py.numbers.isIndex(value) || py.strs.is(value)) {
      throw Raise.typeError(
          "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
    }
    long made = py.calls.call(arrays.type(), value);
    try {
      return arrays.content(made);
    } finally {
      py.decref(made);
    }
  }

  private void spread(long self, Slices.Range range, byte[] content) {
    if (content.length != range.count()) {
      throw Raise.valueError(
          "attempt to assign bytes of size %d to extended slice of size %d"
              .formatted(content.length, range.count()));
    }
    for (int index = 0; index < content.length; index++) {
      long at = range.start() + index * range.step();
      py.memory.store8(arrays.start(self) + at, content[index]);
    }
  }

  private void delete(long self, Slices.Range range) {
    arrays.requireResizable(self);
    if (range.count() == 0) {
      return;
    }
    long step = Math.abs(range.step());
    long last = range.start() + (range.count() - 1) * range.step();
    long first = Math.min(range.start(), last);
    StringBuilder left = new StringBuilder();
    String text = strings.text(self);
    for (int at = 0; at < text.length(); at++) {
      boolean gone = at >= first && (at - first) % step == 0 && (at - first) / step < range.count();
      left.append(gone ? "" : text.charAt(at));
    }
    py.memory.load(arrays.start(self), ByteStrings.content(left.toString()));
    arrays.resize(self, left.length());
  }
}
