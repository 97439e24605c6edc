package gradus.engine.lib.ctypes;

import gradus.engine.memory.Memory;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.TypeBuilder;

/** Arrays of characters seen as text: their attributes {@code value} and {@code raw}. */
final class CharacterArrays {

  private final Ctypes ctypes;
  private final Space py;
  private final Memory memory;

  CharacterArrays(Ctypes ctypes) {
    this.ctypes = ctypes;
    py = ctypes.py;
    memory = py.memory;
  }

  /** Adds the attributes to a type if its items are characters. */
  void install(long array) {
    py.typeObjects.changed();
    char code = ctypes.info(ctypes.info(array).proto).code;
    if (code == 'c') {
      TypeBuilder.of(py, array)
          .property("value", this::value, this::setValue)
          .property("raw", this::raw, this::setRaw);
    } else if (code == 'u') {
      TypeBuilder.of(py, array).property("value", this::wide, this::setWide);
    }
  }

  private long size(long self) {
    return memory.load64(self + Ctypes.SIZE);
  }

  private long value(long self) {
    return ctypes.codes.texts().bytes(ctypes.address(self), size(self));
  }

  private long raw(long self) {
    return py.bytes.of(memory.bytes(ctypes.address(self), size(self)));
  }

  private void requireValue(long value) {
    if (value == 0) {
      throw Raise.typeError("can't delete attribute");
    }
  }

  private long setValue(long self, long value) {
    requireValue(value);
    if (!py.bytes.is(value)) {
      throw Raise.typeError("bytes expected instead of %s instance".formatted(py.typeName(value)));
    }
    byte[] content = fitting(self, py.bytes.content(value));
    ctypes.codes.texts().setCharacters(ctypes.address(self), size(self), content);
    return 0;
  }

  private byte[] fitting(long self, byte[] content) {
    if (content.length > size(self)) {
      throw Raise.valueError("byte string too long");
    }
    return content;
  }

  private long setRaw(long self, long value) {
    if (value == 0) {
      throw Raise.attributeError("cannot delete attribute");
    }
    memory.store(ctypes.address(self), fitting(self, py.buffers.content(value)));
    return 0;
  }

  private long wide(long self) {
    return ctypes.codes.texts().wide(ctypes.address(self), size(self) / 4);
  }

  private long setWide(long self, long value) {
    requireValue(value);
    if (!py.strs.is(value)) {
      throw Raise.typeError(
          "unicode string expected instead of %s instance".formatted(py.typeName(value)));
    }
    if (py.strs.length(value) > size(self) / 4) {
      throw Raise.valueError("string too long");
    }
    ctypes.codes.texts().setWideCharacters(ctypes.address(self), size(self) / 4, value);
    return 0;
  }
}
