package gradus.engine.lib.ctypes;

import gradus.engine.layout.CtypesStructs;
import gradus.engine.memory.Memory;
import gradus.engine.memory.Segment;
import gradus.engine.object.Binary;
import gradus.engine.object.Buffers;
import gradus.engine.object.MemberKind;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.Unary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/** The type all C data descend from, and its part in the buffer protocol. */
final class DataType {

  private final Ctypes ctypes;
  private final Space py;
  private final Memory memory;
  private final Map<String, Long> formats = new HashMap<>();
  private long type;

  DataType(Ctypes ctypes) {
    this.ctypes = ctypes;
    py = ctypes.py;
    memory = py.memory;
  }

  long type() {
    return type;
  }

  void define() {
    type =
        TypeBuilder.define(py, "_ctypes._CData", CtypesStructs.DATA)
            .derivable()
            .traverse(this::traverse)
            .dealloc(ctypes.data::dealloc)
            .slot("tp_hash", (Unary) this::refuseHash)
            .slot("bf_getbuffer", (Ternary) this::getBuffer)
            .member("_b_base_", Ctypes.BASE, MemberKind.OBJECT)
            .member("_b_needsfree_", Ctypes.NEEDS_FREE, MemberKind.INT)
            .member("_objects", Ctypes.OBJECTS, MemberKind.OBJECT)
            .method("__ctypes_from_outparam__", py::own)
            .method("__reduce__", this::reduce)
            .ready();
  }

  /** A base type of a kind of C data, whose class is made by a metaclass. */
  TypeBuilder base(String name) {
    return TypeBuilder.define(py, name, CtypesStructs.DATA).base(type).derivable();
  }

  private void traverse(long object, LongConsumer visitor) {
    for (int field : new int[] {Ctypes.OBJECTS, Ctypes.BASE}) {
      if (memory.load64(object + field) != 0) {
        visitor.accept(memory.load64(object + field));
      }
    }
  }

  private long refuseHash(long object) {
    throw Raise.typeError("unhashable type");
  }

  private long reduce(long object) {
    throw Raise.valueError("ctypes objects containing pointers cannot be pickled");
  }

  /** Shows the data with the format and shape of its innermost items. */
  private long getBuffer(long object, long view, long flags) {
    long size = memory.load64(object + Ctypes.SIZE);
    py.buffers.describe(view, object, ctypes.address(object), size, false, 0);
    List<Long> shape = new ArrayList<>();
    CtypeInfo item = ctypes.infoOf(object);
    while (item.kind == CtypeInfo.Kind.ARRAY) {
      shape.add(item.length);
      item = ctypes.info(item.proto);
    }
    memory.store64(view + Buffers.ITEM_SIZE, item.size);
    memory.store64(view + Buffers.FORMAT, formatAddress(item.format));
    memory.store32(view + Buffers.DIMENSIONS, shape.size());
    memory.store64(view + Buffers.SHAPE, shape.isEmpty() ? 0 : shapeAddress(shape));
    return 0;
  }

  private long formatAddress(String format) {
    return formats.computeIfAbsent(format, py.data::string);
  }

  private long shapeAddress(List<Long> shape) {
    return formats.computeIfAbsent(
        shape.toString(),
        key -> {
          long array = py.data.reserve(Segment.DATA, 8L * shape.size(), 8);
          for (int index = 0; index < shape.size(); index++) {
            memory.store64(array + 8L * index, shape.get(index));
          }
          return array;
        });
  }

  /** Starts a metaclass: what all C types can do. */
  TypeBuilder meta(String name, Ternary create) {
    return TypeBuilder.define(py, name, gradus.engine.layout.TypeStructs.HEAP_TYPE)
        .base(py.types.type)
        .derivable()
        .dealloc(ctypes::dealloc)
        .slot("tp_new", create)
        .slot("sq_repeat", (Binary) ctypes.arrays::times)
        .methods("from_address", 1, 1, this::fromAddress)
        .methods("from_buffer", 1, 2, this::fromBuffer)
        .methods("from_buffer_copy", 1, 2, this::fromBufferCopy)
        .methods("in_dll", 2, 2, this::inLibrary)
        .methods("from_param", 1, 1, this::fromParameter);
  }

  private long fromAddress(long meta, long args, int count, long names) {
    long value = py.arguments.get(args, 0);
    if (!py.typeObjects.isInstance(value, py.types.integer)) {
      throw Raise.typeError("integer expected");
    }
    return ctypes.data.at(meta, py.ints.value(value).longValue());
  }

  private long offset(long args, int count) {
    long offset = count > 1 ? py.numbers.size(py.arguments.get(args, 1)) : 0;
    if (offset < 0) {
      throw Raise.valueError("offset cannot be negative");
    }
    return offset;
  }

  private void requireRoom(CtypeInfo info, long length, long offset) {
    if (info.size > length - offset) {
      throw Raise.valueError(
          "Buffer size too small (%d instead of at least %d bytes)"
              .formatted(length, info.size + offset));
    }
  }

  private long fromBuffer(long meta, long args, int count, long names) {
    CtypeInfo info = ctypes.info(meta);
    long source = py.arguments.get(args, 0);
    long holder = py.memoryViews.of(source);
    try {
      long view = py.memoryViews.view(holder);
      if (memory.load32(view + Buffers.READ_ONLY) != 0) {
        throw Raise.typeError("underlying buffer is not writable");
      }
      if (!py.memoryViews.isContiguous(holder)) {
        throw Raise.typeError("underlying buffer is not C contiguous");
      }
      long offset = offset(args, count);
      requireRoom(info, memory.load64(view + Buffers.LENGTH), offset);
      long object = ctypes.data.at(meta, memory.load64(view + Buffers.BUF) + offset);
      ctypes.data.keep(object, -1, py.own(holder));
      return object;
    } finally {
      py.decref(holder);
    }
  }

  private long fromBufferCopy(long meta, long args, int count, long names) {
    CtypeInfo info = ctypes.info(meta);
    long source = py.arguments.get(args, 0);
    long offset = offset(args, count);
    byte[] content = py.buffers.content(source);
    requireRoom(info, content.length, offset);
    long object = ctypes.data.create(meta);
    int from = (int) offset;
    byte[] part = java.util.Arrays.copyOfRange(content, from, from + (int) info.size);
    memory.store(ctypes.address(object), part);
    return object;
  }

  private long inLibrary(long meta, long args, int count, long names) {
    throw Raise.typeError("the _handle attribute of the second argument must be an integer");
  }

  private long fromParameter(long meta, long args, int count, long names) {
    return ctypes.arguments.convert(meta, py.arguments.get(args, 0));
  }
}
