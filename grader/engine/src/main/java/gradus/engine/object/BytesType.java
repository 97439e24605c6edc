package gradus.engine.object;

import java.util.Arrays;

/** The type {@code bytes} (Objects/bytesobject.c). */
final class BytesType {

  private final Space py;

  BytesType(Space py) {
    this.py = py;
  }

  void define() {
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
        .slot("sq_length", (Unary) py.bytes::size)
        .slot("sq_concat", (Binary) this::concatenate)
        .slot("sq_repeat", (Binary) this::repeat)
        .slot("sq_item", (Binary) this::item)
        .slot("sq_contains", (Binary) this::contains)
        .slot("mp_length", (Unary) py.bytes::size)
        .slot("mp_subscript", (Binary) this::subscript)
        .method("__sizeof__", self -> py.ints.of(BytesObjects.DATA + 1L + py.bytes.size(self)))
        .method(
            "hex", self -> py.strs.of(java.util.HexFormat.of().formatHex(py.bytes.content(self))))
        .methods("decode", this::decode);
  }

  /** Bytes as the characters of the same numbers. */
  static String latin1(byte[] content) {
    return new String(content, java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  /** The literal that writes these bytes. */
  static String repr(byte[] content) {
    String text = latin1(content);
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    StringBuilder out = new StringBuilder("b").append(quote);
    for (int index = 0; index < text.length(); index++) {
      char c = text.charAt(index);
      if (c == quote || c == '\\') {
        out.append('\\').append(c);
      } else if (c == '\t' || c == '\n' || c == '\r') {
        out.append(c == '\t' ? "\\t" : c == '\n' ? "\\n" : "\\r");
      } else {
        out.append(c >= ' ' && c < 0x7f ? String.valueOf(c) : "\\x%02x".formatted((int) c));
      }
    }
    return out.append(quote).toString();
  }

  private long decode(long self, long args, int count, long names) {
    long[] values = py.arguments.parse("decode", args, count, names, 0, "encoding", "errors");
    return py.codecs.decode(self, values[0], values[1]);
  }

  private long create(long type, long tuple, long keywords) {
    long[] values =
        py.arguments.parseTuple("bytes", tuple, keywords, 0, "source", "encoding", "errors");
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
    if (source == 0) {
      return py.bytes.of(new byte[0]);
    }
    if (py.strs.is(source)) {
      if (values[1] == 0) {
        throw Raise.typeError("string argument without an encoding");
      }
      return py.codecs.encode(source, values[1]);
    }
    if (py.typeOf(source) == py.types.bytes) {
      return py.own(source);
    }
    long special = py.calls.special(source, "__bytes__");
    if (special != 0) {
      return special;
    }
    if (py.numbers.isIndex(source)) {
      long count = py.numbers.size(source);
      if (count < 0) {
        throw Raise.valueError("negative count");
      }
      return py.bytes.of(new byte[(int) count]);
    }
    return ofIterable(source);
  }

  private long ofIterable(long source) {
    long tuple = py.items.tupleOf(source);
    try {
      byte[] content = new byte[py.tuples.size(tuple)];
      for (int index = 0; index < content.length; index++) {
        long value = py.numbers.size(py.tuples.get(tuple, index));
        if (value < 0 || value > 255) {
          throw Raise.valueError("bytes must be in range(0, 256)");
        }
        content[index] = (byte) value;
      }
      return py.bytes.of(content);
    } finally {
      py.decref(tuple);
    }
  }

  private long compare(long self, long other, long op) {
    if (!py.bytes.is(self) || !py.bytes.is(other)) {
      return py.newNotImplemented();
    }
    int order = Arrays.compareUnsigned(py.bytes.content(self), py.bytes.content(other));
    return py.bool(Comparisons.holds(order, (int) op));
  }

  private long concatenate(long self, long other) {
    if (!py.bytes.is(other)) {
      throw Raise.typeError("can't concat %s to bytes".formatted(py.typeName(other)));
    }
    byte[] left = py.bytes.content(self);
    byte[] right = py.bytes.content(other);
    byte[] all = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, all, left.length, right.length);
    return py.bytes.of(all);
  }

  private long repeat(long self, long times) {
    byte[] content = py.bytes.content(self);
    if (content.length > 0 && times > Integer.MAX_VALUE / content.length) {
      throw Raise.memoryError();
    }
    byte[] all = new byte[content.length * (int) Math.max(0, times)];
    for (int at = 0; at < all.length; at += content.length) {
      System.arraycopy(content, 0, all, at, content.length);
    }
    return py.bytes.of(all);
  }

  private long item(long self, long index) {
    if (index < 0 || index >= py.bytes.size(self)) {
      throw Raise.indexError("index out of range");
    }
    return py.ints.of(py.bytes.at(self, (int) index));
  }

  private long contains(long self, long part) {
    String text = latin1(py.bytes.content(self));
    if (py.bytes.is(part)) {
      return text.contains(latin1(py.bytes.content(part))) ? 1 : 0;
    }
    if (!py.numbers.isIndex(part)) {
      throw Raise.typeError(
          "a bytes-like object is required, not '%s'".formatted(py.typeName(part)));
    }
    long value = py.numbers.size(part);
    if (value < 0 || value > 255) {
      throw Raise.valueError("byte must be in range(0, 256)");
    }
    return text.indexOf((int) value) >= 0 ? 1 : 0;
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
    Slices.Range range = py.slices.range(key, py.bytes.size(self));
    byte[] content = py.bytes.content(self);
    byte[] picked = new byte[(int) range.count()];
    for (int index = 0; index < picked.length; index++) {
      picked[index] = content[(int) (range.start() + index * range.step())];
    }
    return py.bytes.of(picked);
  }
}
