package gradus.engine.builtin;

import gradus.engine.layout.ObjectStructs;
import gradus.engine.memory.Memory;
import gradus.engine.object.Binary;
import gradus.engine.object.Comparisons;
import gradus.engine.object.Raise;
import gradus.engine.object.Slices;
import gradus.engine.object.Space;
import gradus.engine.object.StrJoining;
import gradus.engine.object.StrRepr;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.TypeFlags;
import gradus.engine.object.TypeObjects;
import gradus.engine.object.Unary;
import java.util.Arrays;

/**
 * The type {@code str}: its slots (Objects/unicodeobject.c). Its methods are in {@link StrMethods}.
 */
final class StrType {

  private final Space py;
  private final Memory memory;
  private final StrJoining joining;

  StrType(Space py) {
    this.py = py;
    memory = py.memory;
    joining = new StrJoining(py);
  }

  void define() {
    TypeBuilder type =
        TypeBuilder.of(py, py.types.str)
            .derivable()
            .flags(TypeFlags.STR)
            .dealloc(py.strs::dealloc)
            .slot("tp_new", (Ternary) this::create)
            .slot("tp_repr", (Unary) self -> py.strs.of(StrRepr.of(py.strs.codePoints(self))))
            .slot("tp_str", (Unary) this::exact)
            .slot("tp_hash", (Unary) py.strs::hash)
            .slot("tp_richcompare", (Ternary) this::compare)
            .slot("tp_iter", (Unary) self -> py.iterators.over(self))
            .slot("sq_length", (Unary) py.strs::length)
            .slot("sq_concat", (Binary) this::concatenate)
            .slot("sq_repeat", (Binary) this::repeat)
            .slot("sq_item", (Binary) this::item)
            .slot("sq_contains", (Binary) this::contains)
            .slot("mp_length", (Unary) py.strs::length)
            .slot("mp_subscript", (Binary) this::subscript)
            .slot("nb_remainder", (Binary) (self, values) -> py.formats.percent(self, values))
            .method("__sizeof__", self -> py.ints.of(size(self)))
            .method("__getnewargs__", this::newArguments)
            .method1("__format__", (self, spec) -> py.formats.str(self, spec));
    memory.store64(py.types.str + TypeObjects.BASIC_SIZE, ObjectStructs.UNICODE.size() + 8);
    new StrMethods(py).install(type);
  }

  private long newArguments(long self) {
    long value = exactCopy(self);
    long tuple = py.tuples.of(value);
    py.decref(value);
    return tuple;
  }

  private long exactCopy(long self) {
    return py.strs.of(py.strs.codePoints(self));
  }

  private long exact(long self) {
    return py.typeOf(self) == py.types.str ? py.own(self) : exactCopy(self);
  }

  private long size(long self) {
    return py.strs.data(self) - self + (py.strs.length(self) + 1L) * py.strs.kind(self);
  }

  private long create(long type, long tuple, long keywords) {
    if (type == py.types.str && keywords == 0 && py.tuples.size(tuple) == 1) {
      return py.texts.str(py.tuples.get(tuple, 0));
    }
    long[] values =
        py.arguments.parseTuple("str", tuple, keywords, 0, "object", "encoding", "errors");
    long text = values[0] == 0 ? py.strs.empty() : convert(values);
    if (type == py.types.str) {
      return text;
    }
    long instance = py.allocate(type, memory.load64(type + TypeObjects.BASIC_SIZE));
    long result = py.strs.derive(instance, text);
    py.decref(text);
    if ((py.types.flags(type) & TypeFlags.HAVE_GC) != 0) {
      py.track(result);
    }
    return result;
  }

  private long convert(long[] values) {
    if (values[1] == 0 && values[2] == 0) {
      return py.texts.str(values[0]);
    }
    if (py.strs.is(values[0])) {
      throw Raise.typeError("decoding str is not supported");
    }
    return py.codecs.decode(values[0], values[1], values[2]);
  }

  private long compare(long self, long other, long op) {
    if (!py.strs.is(self) || !py.strs.is(other)) {
      return py.newNotImplemented();
    }
    if (op == Comparisons.EQ || op == Comparisons.NE) {
      return py.bool(py.strs.equal(self, other) == (op == Comparisons.EQ));
    }
    int order = self == other ? 0 : py.strs.compare(self, other);
    return py.bool(Comparisons.holds(order, (int) op));
  }

  private long concatenate(long self, long other) {
    if (!py.strs.is(other)) {
      throw Raise.typeError("must be str, not " + py.typeName(other));
    }
    return joining.concatenate(self, other);
  }

  private long repeat(long self, long times) {
    int length = py.strs.length(self);
    if (times == 1 || length == 0) {
      return exact(self);
    }
    if (times > Integer.MAX_VALUE / length) {
      throw Raise.memoryError();
    }
    int[] points = py.strs.codePoints(self);
    int[] all = new int[length * (int) Math.max(0, times)];
    for (int at = 0; at < all.length; at += length) {
      System.arraycopy(points, 0, all, at, length);
    }
    return py.strs.of(all);
  }

  private long item(long self, long index) {
    if (index < 0 || index >= py.strs.length(self)) {
      throw Raise.indexError("string index out of range");
    }
    return py.strs.ofPoint(py.strs.at(self, (int) index));
  }

  private long contains(long self, long part) {
    if (!py.strs.is(part)) {
      throw Raise.typeError(
          "'in <string>' requires string as left operand, not " + py.typeName(part));
    }
    return py.strs.text(self).contains(py.strs.text(part)) ? 1 : 0;
  }

  private long subscript(long self, long key) {
    if (py.numbers.isIndex(key)) {
      long index =
          py.numbers.size(key, "IndexError", "cannot fit '%s' into an index-sized integer");
      return item(self, index < 0 ? index + py.strs.length(self) : index);
    }
    if (!py.slices.is(key)) {
      throw Raise.typeError("string indices must be integers");
    }
    Slices.Range range = py.slices.range(key, py.strs.length(self));
    int[] points = py.strs.codePoints(self);
    if (range.step() == 1) {
      int from = (int) range.start();
      return range.count() == points.length
          ? exact(self)
          : py.strs.of(Arrays.copyOfRange(points, from, from + (int) range.count()));
    }
    int[] picked = new int[(int) range.count()];
    for (int index = 0; index < picked.length; index++) {
      picked[index] = points[(int) (range.start() + index * range.step())];
    }
    return py.strs.of(picked);
  }
}
