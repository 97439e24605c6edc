package gradus.engine.builtin;

import gradus.engine.layout.ObjectStructs;
import gradus.engine.memory.Memory;
import gradus.engine.object.Binary;
import gradus.engine.object.Comparisons;
import gradus.engine.object.Ints;
import gradus.engine.object.MemberKind;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.Unary;
import java.math.BigInteger;

/** The type {@code range} and its iterators (Objects/rangeobject.c). */
final class RangeType {

  private static final int START = ObjectStructs.RANGE.offset("start");
  private static final int STOP = ObjectStructs.RANGE.offset("stop");
  private static final int STEP = ObjectStructs.RANGE.offset("step");
  private static final int LENGTH = ObjectStructs.RANGE.offset("length");
  private static final int[] FIELDS = {START, STOP, STEP, LENGTH};
  private static final int AT = ObjectStructs.RANGE_ITERATOR.offset("index");
  private static final int FROM = ObjectStructs.RANGE_ITERATOR.offset("start");
  private static final int BY = ObjectStructs.RANGE_ITERATOR.offset("step");
  private static final int COUNT = ObjectStructs.RANGE_ITERATOR.offset("len");

  private final Space py;
  private final Memory memory;
  private long iteratorType;
  private long longIteratorType;

  RangeType(Space py) {
    this.py = py;
    memory = py.memory;
  }

  void define() {
    TypeBuilder.of(py, py.types.range)
        .dealloc(object -> dealloc(object, FIELDS))
        .slot("tp_new", (Ternary) this::create)
        .slot("tp_repr", (Unary) this::repr)
        .slot("tp_hash", (Unary) this::hash)
        .slot("tp_richcompare", (Ternary) this::compare)
        .slot("tp_iter", (Unary) this::iterator)
        .slot("nb_bool", (Unary) self -> length(self).signum() != 0 ? 1 : 0)
        .slot("sq_length", (Unary) this::size)
        .slot("sq_item", (Binary) this::item)
        .slot("sq_contains", (Binary) this::contains)
        .slot("mp_length", (Unary) this::size)
        .slot("mp_subscript", (Binary) this::subscript)
        .member("start", START, MemberKind.OBJECT_OR_ERROR)
        .member("stop", STOP, MemberKind.OBJECT_OR_ERROR)
        .member("step", STEP, MemberKind.OBJECT_OR_ERROR)
        .method("__reversed__", this::reversed)
        .method1("count", this::count)
        .method1("index", this::index);
  }

  void defineIterators() {
    iteratorType =
        TypeBuilder.define(py, "range_iterator", ObjectStructs.RANGE_ITERATOR)
            .dealloc(py::free)
            .slot("tp_new", (Ternary) this::newIterator)
            .slot("tp_iter", (Unary) py::own)
            .slot("tp_iternext", (Unary) this::next)
            .method(
                "__length_hint__",
                self -> py.ints.of(memory.load64(self + COUNT) - memory.load64(self + AT)))
            .ready();
    py.items.rangesGoBy(iteratorType, this::next);
    longIteratorType =
        TypeBuilder.define(py, "longrange_iterator", ObjectStructs.LONG_RANGE_ITERATOR)
            .dealloc(object -> dealloc(object, AT, FROM, BY, COUNT))
            .slot("tp_iter", (Unary) py::own)
            .slot("tp_iternext", (Unary) this::nextLong)
            .method("__length_hint__", this::longHint)
            .ready();
  }

  /** An iterator over a range whose bounds fit into a long, by its start, stop and step. */
  private long newIterator(long type, long tuple, long keywords) {
    if (keywords != 0 && py.dicts.size(keywords) > 0) {
      throw Raise.typeError("range_iterator() does not take keyword arguments");
    }
    if (py.tuples.size(tuple) != 3) {
      throw Raise.typeError("range_iterator() requires 3 int arguments");
    }
    for (int index = 0; index < 3; index++) {
      py.numbers.longArgument(py.tuples.get(tuple, index));
    }
    if (py.ints.digits(py.tuples.get(tuple, 2)) == 0) {
      throw Raise.valueError("range_iterator() arg 3 must not be zero");
    }
    long range = py.calls.call(py.types.range, tuple, 0L);
    try {
      return py.items.iter(range);
    } finally {
      py.decref(range);
    }
  }

  private void dealloc(long object, int... fields) {
    for (int field : fields) {
      py.xdecref(memory.load64(object + field));
    }
    py.free(object);
  }

  private BigInteger value(long place) {
    return py.ints.value(memory.load64(place));
  }

  private BigInteger start(long range) {
    return value(range + START);
  }

  private BigInteger step(long range) {
    return value(range + STEP);
  }

  private BigInteger length(long range) {
    return value(range + LENGTH);
  }

  private long create(long type, long tuple, long keywords) {
    py.arguments.noKeywordDict("range()", keywords);
    int count = py.tuples.size(tuple);
    py.arguments.unpack("range", count, 1, count <= 1 ? 1 : 3);
    long start = count == 1 ? py.ints.of(0) : py.numbers.index(py.tuples.get(tuple, 0));
    long stop = py.numbers.index(py.tuples.get(tuple, count == 1 ? 0 : 1));
    long step = count == 3 ? py.numbers.index(py.tuples.get(tuple, 2)) : py.ints.of(1);
    if (py.ints.digits(step) == 0) {
      throw Raise.valueError("range() arg 3 must not be zero");
    }
    return make(start, stop, step);
  }

  private long make(BigInteger start, BigInteger stop, BigInteger step) {
    return make(py.ints.of(start), py.ints.of(stop), py.ints.of(step));
  }

  private long make(long start, long stop, long step) {
    long range = py.create(py.types.range);
    memory.store64(range + START, start);
    memory.store64(range + STOP, stop);
    memory.store64(range + STEP, step);
    memory.store64(range + LENGTH, lengthOf(range, start, stop, step));
    return range;
  }

  private long lengthOf(long range, long start, long stop, long step) {
    long from = py.ints.shortValue(start);
    long to = py.ints.shortValue(stop);
    long by = py.ints.shortValue(step);
    if (from == Ints.OTHER || to == Ints.OTHER || by == Ints.OTHER) {
      return py.ints.of(lengthOf(range));
    }
    long distance = by < 0 ? from - to : to - from;
    return py.ints.of(distance <= 0 ? 0 : (distance - 1) / Math.abs(by) + 1);
  }

  private BigInteger lengthOf(long range) {
    BigInteger step = step(range);
    BigInteger distance = value(range + STOP).subtract(start(range));
    if (distance.signum() != step.signum()) {
      return BigInteger.ZERO;
    }
    BigInteger width = step.abs();
    return distance.abs().add(width).subtract(BigInteger.ONE).divide(width);
  }

  private long repr(long self) {
    String text =
        "range(%s, %s"
            .formatted(
                py.texts.reprText(memory.load64(self + START)),
                py.texts.reprText(memory.load64(self + STOP)));
    return py.strs.of(
        step(self).equals(BigInteger.ONE) ? text + ")" : text + ", " + step(self) + ")");
  }

  private long key(long range) {
    BigInteger length = length(range);
    long first = length.signum() == 0 ? py.none : memory.load64(range + START);
    long step = length.compareTo(BigInteger.ONE) <= 0 ? py.none : memory.load64(range + STEP);
    return py.tuples.of(memory.load64(range + LENGTH), first, step);
  }

  private long hash(long self) {
    long key = key(self);
    long hash = py.comparisons.hash(key);
    py.decref(key);
    return hash;
  }

  private long compare(long self, long other, long op) {
    if (py.typeOf(other) != py.types.range || (op != Comparisons.EQ && op != Comparisons.NE)) {
      return py.newNotImplemented();
    }
    long left = key(self);
    long right = key(other);
    boolean same = py.comparisons.equal(left, right);
    py.decref(left);
    py.decref(right);
    return py.bool(same == (op == Comparisons.EQ));
  }

  private long size(long self) {
    return py.numbers.size(
        memory.load64(self + LENGTH),
        "OverflowError",
        "Python int too large to convert to C ssize_t");
  }

  private long at(long self, BigInteger index) {
    BigInteger length = length(self);
    BigInteger place = index.signum() < 0 ? index.add(length) : index;
    if (place.signum() < 0 || place.compareTo(length) >= 0) {
      throw Raise.indexError("range object index out of range");
    }
    return py.ints.of(start(self).add(place.multiply(step(self))));
  }

  private long item(long self, long index) {
    return at(self, BigInteger.valueOf(index));
  }

  private long subscript(long self, long key) {
    if (py.numbers.isIndex(key)) {
      return at(self, py.numbers.big(key));
    }
    if (!py.slices.is(key)) {
      throw Raise.typeError("range indices must be integers or slices, not " + py.typeName(key));
    }
    long length = py.ints.of(length(self));
    long indices = 0;
    try {
      indices = py.calls.method(key, "indices", length);
      return slice(self, indices);
    } finally {
      py.decref(length);
      py.xdecref(indices);
    }
  }

  /** The part of a range that start, stop and step as indices name. */
  private long slice(long self, long indices) {
    BigInteger step = step(self);
    return make(
        start(self).add(step.multiply(py.ints.value(py.tuples.get(indices, 0)))),
        start(self).add(step.multiply(py.ints.value(py.tuples.get(indices, 1)))),
        step.multiply(py.ints.value(py.tuples.get(indices, 2))));
  }

  private boolean has(long self, BigInteger value) {
    BigInteger offset = value.subtract(start(self));
    BigInteger[] parts = offset.divideAndRemainder(step(self));
    return parts[1].signum() == 0 && parts[0].signum() >= 0 && parts[0].compareTo(length(self)) < 0;
  }

  private boolean plainInt(long item) {
    return py.typeOf(item) == py.types.integer || py.typeOf(item) == py.types.bool;
  }

  private long contains(long self, long item) {
    if (plainInt(item)) {
      return has(self, py.ints.value(item)) ? 1 : 0;
    }
    return py.items.searchByIteration(self, item) ? 1 : 0;
  }

  private long count(long self, long item) {
    if (plainInt(item)) {
      return py.ints.of(has(self, py.ints.value(item)) ? 1 : 0);
    }
    long list = py.items.listOf(self);
    long times = py.calls.method(list, "count", item);
    py.decref(list);
    return times;
  }

  private long searched(long self, long item) {
    long iterator = py.items.iter(self);
    long position = 0;
    try {
      for (long number = py.items.next(iterator); number != 0; number = py.items.next(iterator)) {
        boolean same;
        try {
          same = py.comparisons.equal(number, item);
        } finally {
          py.decref(number);
        }
        if (same) {
          return py.ints.of(position);
        }
        position++;
      }
    } finally {
      py.decref(iterator);
    }
    throw Raise.valueError("sequence.index(x): x not in sequence");
  }

  private long index(long self, long item) {
    if (plainInt(item) && has(self, py.ints.value(item))) {
      return py.ints.of(py.ints.value(item).subtract(start(self)).divide(step(self)));
    }
    if (!plainInt(item)) {
      return searched(self, item);
    }
    throw Raise.valueError(py.texts.reprText(item) + " is not in range");
  }

  private long reversed(long self) {
    BigInteger last = start(self).add(step(self).multiply(length(self).subtract(BigInteger.ONE)));
    return iterate(self, last, step(self).negate());
  }

  private long iterator(long range) {
    long start = py.ints.shortValue(memory.load64(range + START));
    long step = py.ints.shortValue(memory.load64(range + STEP));
    long length = py.ints.shortValue(memory.load64(range + LENGTH));
    return start == Ints.OTHER || step == Ints.OTHER || length == Ints.OTHER
        ? iterate(range, start(range), step(range))
        : iterator(start, step, length);
  }

  private long iterator(long start, long step, long length) {
    long iterator = py.create(iteratorType);
    memory.store64(iterator + FROM, start);
    memory.store64(iterator + BY, step);
    memory.store64(iterator + COUNT, length);
    return iterator;
  }

  private long iterate(long range, BigInteger start, BigInteger step) {
    BigInteger end = start.add(step.multiply(length(range)));
    if (start.bitLength() < 63 && end.bitLength() < 63 && step.bitLength() < 63) {
      return iterator(start.longValue(), step.longValue(), length(range).longValue());
    }
    long iterator = py.create(longIteratorType);
    memory.store64(iterator + AT, py.ints.of(0));
    memory.store64(iterator + FROM, py.ints.of(start));
    memory.store64(iterator + BY, py.ints.of(step));
    memory.store64(iterator + COUNT, py.own(memory.load64(range + LENGTH)));
    return iterator;
  }

  private long next(long iterator) {
    long[] near = memory.segmentOf(iterator);
    long index = Memory.get64(near, iterator + AT);
    if (index >= Memory.get64(near, iterator + COUNT)) {
      return 0;
    }
    Memory.put64(near, iterator + AT, index + 1);
    long step = Memory.get64(near, iterator + BY);
    return py.ints.of(Memory.get64(near, iterator + FROM) + index * step);
  }

  private long nextLong(long iterator) {
    BigInteger index = value(iterator + AT);
    if (index.compareTo(value(iterator + COUNT)) >= 0) {
      return 0;
    }
    py.replace(iterator + AT, py.ints.of(index.add(BigInteger.ONE)));
    return py.ints.of(value(iterator + FROM).add(index.multiply(value(iterator + BY))));
  }

  private long longHint(long iterator) {
    return py.ints.of(value(iterator + COUNT).subtract(value(iterator + AT)));
  }
}
