package gradus.engine.builtin;

import gradus.engine.object.ByteArrays;
import gradus.engine.object.ByteMaking;
import gradus.engine.object.ByteStrings;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.TypeBuilder;

/** Methods that change a bytearray in place. */
final class ByteArrayMethods {

  private final Space py;
  private final ByteArrays arrays;
  private final ByteStrings strings;
  private final ByteMaking making;

  ByteArrayMethods(Space py, ByteStrings strings) {
    this.py = py;
    this.strings = strings;
    arrays = py.byteArrays;
    making = new ByteMaking(py);
  }

  void install(TypeBuilder type) {
    type.method1("append", this::append)
        .method1("extend", this::extend)
        .methods("insert", 2, 2, this::insert)
        .methods("pop", 0, 1, this::pop)
        .method1("remove", this::remove)
        .method("reverse", this::reverse)
        .method("clear", this::clear)
        .method("copy", self -> arrays.of(arrays.content(self)));
  }

  private long append(long self, long item) {
    int value = strings.byteValue(item);
    arrays.append(self, value);
    return py.newNone();
  }

  private long extend(long self, long items) {
    byte[] content =
        py.buffers.supports(items)
            ? py.buffers.content(items)
            : making.ofIterable(items, strings::byteValue);
    long size = arrays.size(self);
    arrays.splice(self, size, size, content);
    return py.newNone();
  }

  private long insert(long self, long args, int count, long names) {
    long index = py.numbers.sizeArgument(py.arguments.get(args, 0));
    int value = strings.byteValue(py.arguments.get(args, 1));
    int size = arrays.size(self);
    index = index < 0 ? Math.max(0, index + size) : Math.min(index, size);
    arrays.splice(self, index, index, new byte[] {(byte) value});
    return py.newNone();
  }

  private long pop(long self, long args, int count, long names) {
    long index = count == 0 ? -1 : py.numbers.sizeArgument(py.arguments.get(args, 0));
    int size = arrays.size(self);
    if (size == 0) {
      throw Raise.indexError("pop from empty bytearray");
    }
    index = index < 0 ? index + size : index;
    if (index < 0 || index >= size) {
      throw Raise.indexError("pop index out of range");
    }
    arrays.requireResizable(self);
    int value = py.memory.load8(arrays.start(self) + index);
    removeAt(self, index);
    return py.ints.of(value);
  }

  /** Moves what follows one place down; unlike a deleted slice this never moves the start. */
  private void removeAt(long self, long index) {
    arrays.requireResizable(self);
    int size = arrays.size(self);
    py.memory.copy(arrays.start(self) + index, arrays.start(self) + index + 1, size - index - 1);
    arrays.resize(self, size - 1L);
  }

  private long remove(long self, long item) {
    int value = strings.byteValue(item);
    int at = strings.text(self).indexOf(value);
    if (at < 0) {
      throw Raise.valueError("value not found in bytearray");
    }
    removeAt(self, at);
    return py.newNone();
  }

  private long reverse(long self) {
    byte[] content = arrays.content(self);
    for (int index = 0; index < content.length; index++) {
      py.memory.store8(arrays.start(self) + content.length - 1 - index, content[index]);
    }
    return py.newNone();
  }

  private long clear(long self) {
    arrays.resize(self, 0);
    return py.newNone();
  }
}
