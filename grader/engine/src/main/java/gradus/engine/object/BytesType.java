package gradus.engine.object;

import java.util.Arrays;

/** The type {@code bytes} (Objects/bytesobject.c). */
public final class BytesType {

  private final Space py;
  private final ByteStrings strings;
  private final ByteMaking making;

  public BytesType(Space py) {
    this.py = py;
    strings = new ByteStrings(py);
    making = new ByteMaking(py);
  }

  public void define() {
    TypeBuilder type =
        TypeBuilder.of(py, py.types.bytes)
            .derivable()
            .flags(TypeFlags.BYTES)
            .dealloc(py::free)
            .slot("tp_new", (Ternary) this::create)
            .slot("tp_repr", (Unary) self -> py.strs.of(repr(py.bytes.content(self))))
            .slot("tp_str", (Unary) self -> py.strs.of(repr(py.bytes.content(self))))
            .slot("tp_hash", (Unary) py.bytes::hash)
            .slot("tp_richcompare", (Ternary) this::compare)
            .slot("tp_iter", (Unary) self -> py.iterators.over(self))
            .slot("nb_remainder", (Binary) this::format)
            .slot("sq_length", (Unary) py.bytes::size)
            .slot("sq_concat", (Binary) this::concatenate)
            .slot("sq_repeat", (Binary) this::repeat)
            .slot("sq_item", (Binary) this::item)
            .slot("mp_length", (Unary) py.bytes::size)
            .slot("mp_subscript", (Binary) this::subscript)
            .slot("bf_getbuffer", (Ternary) this::getBuffer)
            .method("__sizeof__", self -> py.ints.of(BytesObjects.DATA + 1L + py.bytes.size(self)))
            .method("__getnewargs__", this::newArguments)
            .classMethods("fromhex", this::fromHex);
    install(py, type);
    // The zero behind the content is part of the struct.
    py.memory.store64(py.types.bytes + TypeObjects.BASIC_SIZE, BytesObjects.DATA + 1L);
  }

  /** Adds the methods bytes and bytearray have in common. */
  public static void install(Space py, TypeBuilder type) {
    ByteStrings strings = new ByteStrings(py);
    new ByteSearchMethods(py, strings).install(type);
    new ByteSplitMethods(py, strings).install(type);
    new ByteCaseMethods(py, strings).install(type);
    new ByteEditMethods(py, strings).install(type);
  }

  /** Bytes as the characters of the same numbers. */
  public static String latin1(byte[] content) {
    return ByteStrings.latin1(content);
  }

  /** The literal that writes these bytes. */
  static String repr(byte[] content) {
    String text = latin1(content);
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    return "b" + quote + escaped(text, quote) + quote;
  }

  /** Characters as a literal writes them, with a backslash before such a quote. */
  public static String escaped(String text, char quote) {
    StringBuilder out = new StringBuilder();
    for (int index = 0; index < text.length(); index++) {
      char c = text.charAt(index);
      switch (c) {
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        default -> {
          if (c == quote || c == '\\') {
            out.append('\\').append(c);
          } else {
            out.append(c >= ' ' && c < 0x7f ? String.valueOf(c) : "\\x%02x".formatted((int) c));
          }
        }
      }
    }
    return out.toString();
  }

  private long getBuffer(long self, long view, long flags) {
    long address = self + BytesObjects.DATA;
    py.buffers.describe(view, self, address, py.bytes.size(self), true, (int) flags);
    return 0;
  }

  private long newArguments(long self) {
    long copy = py.bytes.of(py.bytes.content(self));
    long tuple = py.tuples.of(copy);
    py.decref(copy);
    return tuple;
  }

  private long fromHex(long type, long args, int count, long names) {
    py.arguments.noKeywords("fromhex", names);
    py.arguments.one("fromhex", count);
    long bytes = py.bytes.of(making.ofHex(py.arguments.get(args, 0)));
    return type == py.types.bytes ? bytes : called(type, bytes);
  }

  private long called(long type, long bytes) {
    try {
      return py.calls.call(type, bytes);
    } finally {
      py.decref(bytes);
    }
  }

  private long format(long self, long values) {
    if (!py.bytes.is(self)) {
      return py.newNotImplemented();
    }
    String text = new PercentFormat(py, new BytesPercent(py)).format(strings.text(self), values);
    return py.bytes.of(ByteStrings.content(text));
  }

  private long create(long type, long tuple, long keywords) {
    long[] values =
        py.arguments.parseTuple("bytes", tuple, keywords, 0, "source", "encoding", "errors");
    making.requireText("bytes", 2, values[1]);
    making.requireText("bytes", 3, values[2]);
    long bytes = convert(values);
    if (type == py.types.bytes) {
      return bytes;
    }
    int size = py.bytes.size(bytes);
    long object = py.allocate(type, py.typeObjects.sizeWithItems(type, size + 1L));
    py.memory.copy(object + 16, bytes + 16, BytesObjects.DATA - 16L + size);
    py.decref(bytes);
    if ((py.types.flags(type) & TypeFlags.HAVE_GC) != 0) {
      py.track(object);
    }
    return object;
  }

  private long convert(long[] values) {
    long source = values[0];
    boolean encoded = values[1] != 0 || values[2] != 0;
    if (source == 0) {
      if (encoded) {
        throw Raise.typeError("encoding or errors without sequence argument");
      }
      return py.bytes.of(new byte[0]);
    }
    if (encoded) {
      if (!py.strs.is(source)) {
        throw Raise.typeError(
            values[1] != 0
                ? "encoding without a string argument"
                : "errors without a string argument");
      }
      if (values[1] == 0) {
        throw Raise.typeError("string argument without an encoding");
      }
      return py.codecs.encode(source, values[1], values[2]);
    }
    long special = py.calls.special(source, "__bytes__");
    if (special != 0) {
      return requireBytes(special);
    }
    if (py.strs.is(source)) {
      throw Raise.typeError("string argument without an encoding");
    }
    return py.numbers.isIndex(source)
        ? py.bytes.of(new byte[making.count(source)])
        : fromObject(source);
  }

  private long requireBytes(long result) {
    if (!py.bytes.is(result)) {
      String name = py.typeName(result);
      py.decref(result);
      throw Raise.typeError("__bytes__ returned non-bytes (type %s)".formatted(name));
    }
    return result;
  }

  /** Bytes of any object that has a buffer or items (PyBytes_FromObject). */
  private long fromObject(long source) {
    if (py.typeOf(source) == py.types.bytes) {
      return py.own(source);
    }
    if (py.buffers.supports(source)) {
      return py.bytes.of(py.buffers.content(source));
    }
    if (!py.calls.hasSpecial(source, "__iter__") && !py.items.isSequence(source)) {
      throw Raise.typeError("cannot convert '%s' object to bytes".formatted(py.typeName(source)));
    }
    return py.bytes.of(making.ofIterable(source, this::byteValue));
  }

  private int byteValue(long item) {
    String message = "bytes must be in range(0, 256)";
    long value = py.numbers.size(item, "ValueError", message);
    if (value < 0 || value > 255) {
      throw Raise.valueError(message);
    }
    return (int) value;
  }

  private long compare(long self, long other, long op) {
    if (!py.bytes.is(self) || !py.bytes.is(other)) {
      return py.newNotImplemented();
    }
    int order = Arrays.compareUnsigned(py.bytes.content(self), py.bytes.content(other));
    return py.bool(Comparisons.holds(order, (int) op));
  }

  private long concatenate(long self, long other) {
    if (!py.buffers.supports(self) || !py.buffers.supports(other)) {
      throw Raise.typeError(
          "can't concat %s to %s".formatted(py.typeName(other), py.typeName(self)));
    }
    String left = strings.text(self);
    String right = strings.text(other);
    if (left.isEmpty() && py.typeOf(other) == py.types.bytes) {
      return py.own(other);
    }
    return strings.changed(self, left, left + right);
  }

  private long repeat(long self, long times) {
    int size = py.bytes.size(self);
    if (size > 0 && times > Integer.MAX_VALUE / size) {
      throw Raise.memoryError();
    }
    String text = strings.text(self);
    return strings.changed(self, text, text.repeat((int) Math.max(0, times)));
  }

  private long item(long self, long index) {
    if (index < 0 || index >= py.bytes.size(self)) {
      throw Raise.indexError("index out of range");
    }
    return py.ints.of(py.bytes.at(self, (int) index));
  }

  private long subscript(long self, long key) {
    if (py.numbers.isIndex(key)) {
      long index =
          py.numbers.size(key, "IndexError", "cannot fit '%s' into an index-sized integer");
      return item(self, index < 0 ? index + py.bytes.size(self) : index);
    }
    if (!py.slices.is(key)) {
      throw Raise.typeError("byte indices must be integers or slices, not " + py.typeName(key));
    }
    String text = strings.text(self);
    Slices.Range range = py.slices.range(key, text.length());
    return strings.changed(self, text, range.pick(text));
  }
}
