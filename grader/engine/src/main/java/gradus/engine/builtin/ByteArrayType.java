package gradus.engine.builtin;

import gradus.engine.object.Binary;
import gradus.engine.object.ByteArrays;
import gradus.engine.object.ByteMaking;
import gradus.engine.object.ByteStrings;
import gradus.engine.object.BytesPercent;
import gradus.engine.object.BytesType;
import gradus.engine.object.Comparisons;
import gradus.engine.object.PercentFormat;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.TypeObjects;
import gradus.engine.object.Unary;

/** The type {@code bytearray} (Objects/bytearrayobject.c). */
final class ByteArrayType {

  private final Space py;
  private final ByteArrays arrays;
  private final ByteStrings strings;
  private final ByteMaking making;

  ByteArrayType(Space py) {
    this.py = py;
    arrays = py.byteArrays;
    strings = new ByteStrings(py);
    making = new ByteMaking(py);
  }

  void define() {
    ByteArraySlices slices = new ByteArraySlices(py, strings);
    TypeBuilder type =
        TypeBuilder.of(py, arrays.type())
            .derivable()
            .dealloc(arrays::dealloc)
            .slot("tp_new", (Ternary) (kind, tuple, keywords) -> py.create(kind))
            .slot("tp_init", (Ternary) this::init)
            .slot("tp_repr", (Unary) this::repr)
            .slot("tp_str", (Unary) this::repr)
            .slot("tp_richcompare", (Ternary) this::compare)
            .slot("tp_iter", (Unary) py.iterators::over)
            .slot("nb_remainder", (Binary) this::format)
            .slot("sq_length", (Unary) arrays::size)
            .slot("sq_concat", (Binary) this::concatenate)
            .slot("sq_repeat", (Binary) this::repeat)
            .slot("sq_item", (Binary) slices::item)
            .slot("sq_ass_item", (Ternary) slices::setItem)
            .slot("sq_inplace_concat", (Binary) this::inPlaceConcat)
            .slot("sq_inplace_repeat", (Binary) this::inPlaceRepeat)
            .slot("mp_length", (Unary) arrays::size)
            .slot("mp_subscript", (Binary) slices::subscript)
            .slot("mp_ass_subscript", (Ternary) slices::setSubscript)
            .slot("bf_getbuffer", (Ternary) this::getBuffer)
            .slot("bf_releasebuffer", (Binary) this::releaseBuffer)
            .method("__sizeof__", this::sizeOf)
            .method("__alloc__", self -> py.ints.of(arrays.allocated(self)))
            .method("__reduce__", self -> reduce(self, 2))
            .methods("__reduce_ex__", 0, 1, this::reduceEx)
            .classMethods("fromhex", this::fromHex);
    BytesType.install(py, type);
    new ByteArrayMethods(py, strings).install(type);
    type.unhashable().ready();
  }

  private long init(long self, long tuple, long keywords) {
    long[] values =
        py.arguments.parseTuple("bytearray", tuple, keywords, 0, "source", "encoding", "errors");
    making.requireText("bytearray", 2, values[1]);
    making.requireText("bytearray", 3, values[2]);
    arrays.resize(self, 0);
    boolean encoded = values[1] != 0 || values[2] != 0;
    if (values[0] == 0) {
      if (encoded) {
        throw Raise.typeError("encoding or errors without sequence argument");
      }
    } else if (py.strs.is(values[0])) {
      initByText(self, values);
    } else if (encoded) {
      throw Raise.typeError("encoding or errors without a string argument");
    } else {
      initByObject(self, values[0]);
    }
    return 0;
  }

  private void initByText(long self, long[] values) {
    if (values[1] == 0) {
      throw Raise.typeError("string argument without an encoding");
    }
    long encoded = py.codecs.encode(values[0], values[1], values[2]);
    arrays.splice(self, 0, 0, py.bytes.content(encoded));
    py.decref(encoded);
  }

  private void initByObject(long self, long source) {
    if (py.numbers.isIndex(source)) {
      int count = making.count(source);
      if (count > 0) {
        arrays.resize(self, count);
        py.memory.fill(arrays.start(self), count, 0);
      }
    } else if (py.buffers.supports(source)) {
      arrays.splice(self, 0, 0, py.buffers.content(source));
    } else {
      appendAll(self, source);
    }
  }

  private void appendAll(long self, long source) {
    long iterator = py.items.iter(source);
    try {
      for (long item = py.items.next(iterator); item != 0; item = py.items.next(iterator)) {
        try {
          arrays.appendNext(self, strings.byteValue(item));
        } finally {
          py.decref(item);
        }
      }
    } finally {
      py.decref(iterator);
    }
  }

  private long repr(long self) {
    String text = strings.text(self);
    String quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? "\"" : "'";
    // A single quote has a backslash even between double ones.
    return py.strs.of("bytearray(b" + quote + BytesType.escaped(text, '\'') + quote + ")");
  }

  private long compare(long self, long other, long op) {
    if (!py.buffers.supports(self) || !py.buffers.supports(other)) {
      return py.newNotImplemented();
    }
    int order =
        java.util.Arrays.compareUnsigned(py.buffers.content(self), py.buffers.content(other));
    return py.bool(Comparisons.holds(order, (int) op));
  }

  private long format(long self, long values) {
    if (!arrays.is(self)) {
      return py.newNotImplemented();
    }
    String text = new PercentFormat(py, new BytesPercent(py)).format(strings.text(self), values);
    return strings.like(self, text);
  }

  private long concatenate(long self, long other) {
    requireBuffer(self, other);
    return strings.like(self, strings.text(self) + strings.text(other));
  }

  private void requireBuffer(long self, long other) {
    if (!py.buffers.supports(other)) {
      throw Raise.typeError(
          "can't concat %s to %s".formatted(py.typeName(other), py.typeName(self)));
    }
  }

  private long repeat(long self, long times) {
    return strings.like(self, repeated(self, times));
  }

  private String repeated(long self, long times) {
    String text = strings.text(self);
    if (!text.isEmpty() && times > Integer.MAX_VALUE / text.length()) {
      throw Raise.memoryError();
    }
    return text.repeat((int) Math.max(0, times));
  }

  private long inPlaceConcat(long self, long other) {
    requireBuffer(self, other);
    byte[] content = py.buffers.content(other);
    long size = arrays.size(self);
    arrays.splice(self, size, size, content);
    return py.own(self);
  }

  private long inPlaceRepeat(long self, long times) {
    String text = repeated(self, times);
    arrays.resize(self, text.length());
    if (!text.isEmpty()) {
      py.memory.load(arrays.start(self), ByteStrings.content(text));
    }
    return py.own(self);
  }

  private long getBuffer(long self, long view, long flags) {
    long size = arrays.size(self);
    py.buffers.describe(view, self, arrays.start(self), size, false, (int) flags);
    arrays.export(self, 1);
    return 0;
  }

  private long releaseBuffer(long self, long view) {
    arrays.export(self, -1);
    return 0;
  }

  private long sizeOf(long self) {
    long size = py.memory.load64(py.typeOf(self) + TypeObjects.BASIC_SIZE);
    return py.ints.of(size + arrays.allocated(self));
  }

  private long reduceEx(long self, long args, int count, long names) {
    return reduce(self, count == 0 ? 0 : py.numbers.longArgument(py.arguments.get(args, 0)));
  }

  /** What rebuilds the object: since protocol 3 from bytes, before that from Latin-1 text. */
  private long reduce(long self, long protocol) {
    String text = strings.text(self);
    long arguments = py.tuples.create(protocol < 3 ? 2 : text.isEmpty() ? 0 : 1);
    if (protocol < 3) {
      py.tuples.set(arguments, 0, py.strs.of(text));
      py.tuples.set(arguments, 1, py.strs.of("latin-1"));
    } else if (!text.isEmpty()) {
      py.tuples.set(arguments, 0, py.bytes.of(ByteStrings.content(text)));
    }
    long dict = py.attributes.find(self, "__dict__");
    long result = py.tuples.of(py.typeOf(self), arguments, dict == 0 ? py.none : dict);
    py.decref(arguments);
    py.xdecref(dict);
    return result;
  }

  private long fromHex(long type, long args, int count, long names) {
    py.arguments.noKeywords("fromhex", names);
    py.arguments.one("fromhex", count);
    long array = arrays.of(making.ofHex(py.arguments.get(args, 0)));
    if (type == arrays.type()) {
      return array;
    }
    try {
      return py.calls.call(type, array);
    } finally {
      py.decref(array);
    }
  }
}
