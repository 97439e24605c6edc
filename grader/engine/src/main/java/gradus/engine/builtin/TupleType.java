package gradus.engine.builtin;

import gradus.engine.memory.Memory;
import gradus.engine.object.Binary;
import gradus.engine.object.Comparisons;
import gradus.engine.object.Raise;
import gradus.engine.object.Slices;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.Tuples;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.TypeFlags;
import gradus.engine.object.Unary;

/** The type {@code tuple} (Objects/tupleobject.c). */
final class TupleType {

  private final Space py;
  private final Memory memory;
  private final Tuples tuples;

  TupleType(Space py) {
    this.py = py;
    memory = py.memory;
    tuples = py.tuples;
  }

  void define() {
    TypeBuilder.of(py, py.types.tuple)
        .derivable()
        .flags(TypeFlags.TUPLE)
        .container(
            (tuple, visitor) -> {
              for (int index = tuples.size(tuple) - 1; index >= 0; index--) {
                if (tuples.get(tuple, index) != 0) {
                  visitor.accept(tuples.get(tuple, index));
                }
              }
            })
        .dealloc(tuples::dealloc)
        .slot("tp_new", (Ternary) this::create)
        .slot("tp_repr", (Unary) this::repr)
        .slot("tp_hash", (Unary) this::hash)
        .slot("tp_richcompare", (Ternary) this::compare)
        .slot("tp_iter", (Unary) self -> py.iterators.over(self))
        .slot("sq_length", (Unary) tuples::size)
        .slot("sq_concat", (Binary) this::concatenate)
        .slot("sq_repeat", (Binary) this::repeat)
        .slot("sq_item", (Binary) this::item)
        .slot("sq_contains", (Binary) this::contains)
        .slot("mp_length", (Unary) tuples::size)
        .slot("mp_subscript", (Binary) this::subscript)
        .methods("index", 1, 3, this::index)
        .method1("count", this::count)
        .method("__getnewargs__", self -> tuples.of(self));
  }

  private long create(long type, long tuple, long keywords) {
    long[] values = py.arguments.parseTuple("tuple", tuple, keywords, 0, "sequence");
    long made = values[0] == 0 ? tuples.empty() : py.items.tupleOf(values[0]);
    if (type == py.types.tuple) {
      return made;
    }
    int size = tuples.size(made);
    long object = py.allocate(type, py.typeObjects.sizeWithItems(type, size));
    memory.store64(object + Tuples.SIZE, size);
    for (int index = 0; index < size; index++) {
      tuples.set(object, index, py.own(tuples.get(made, index)));
    }
    py.decref(made);
    py.track(object);
    return object;
  }

  private long repr(long self) {
    if (tuples.size(self) == 0) {
      return py.strs.of("()");
    }
    if (!py.texts.enter(self)) {
      return py.strs.of("(...)");
    }
    try {
      StringBuilder out = new StringBuilder("(");
      for (int index = 0; index < tuples.size(self); index++) {
        out.append(index == 0 ? "" : ", ").append(py.texts.reprText(tuples.get(self, index)));
      }
      return py.strs.of(out.append(tuples.size(self) == 1 ? ",)" : ")").toString());
    } finally {
      py.texts.leave();
    }
  }

  /** The hash of 3.6: each item's mixed in, with a multiplier that changes on the way. */
  private long hash(long self) {
    long hash = 0x345678L;
    long multiplier = 1000003L;
    int size = tuples.size(self);
    for (int index = 0; index < size; index++) {
      hash = (hash ^ py.comparisons.hash(tuples.get(self, index))) * multiplier;
      multiplier += 82520L + 2L * (size - 1 - index);
    }
    hash += 97531L;
    return hash == -1 ? -2 : hash;
  }

  private long compare(long self, long other, long op) {
    if (!tuples.is(other)) {
      return py.newNotImplemented();
    }
    int left = tuples.size(self);
    int right = tuples.size(other);
    int index = 0;
    while (index < left
        && index < right
        && py.comparisons.equal(tuples.get(self, index), tuples.get(other, index))) {
      index++;
    }
    if (index >= left || index >= right) {
      return py.bool(Comparisons.holds(Integer.compare(left, right), (int) op));
    }
    if (op == Comparisons.EQ || op == Comparisons.NE) {
      return py.bool(op == Comparisons.NE);
    }
    return py.comparisons.compare(tuples.get(self, index), tuples.get(other, index), (int) op);
  }

  private long concatenate(long self, long other) {
    if (!tuples.is(other)) {
      throw Raise.typeError(
          "can only concatenate tuple (not \"%s\") to tuple".formatted(py.typeName(other)));
    }
    int first = tuples.size(self);
    long result = tuples.create(first + tuples.size(other));
    for (int index = 0; index < tuples.size(result); index++) {
      long item = index < first ? tuples.get(self, index) : tuples.get(other, index - first);
      tuples.set(result, index, py.own(item));
    }
    return result;
  }

  private long repeat(long self, long times) {
    int size = tuples.size(self);
    if (size == 0 || (times == 1 && py.typeOf(self) == py.types.tuple)) {
      return py.typeOf(self) == py.types.tuple ? py.own(self) : tuples.empty();
    }
    if (times > Integer.MAX_VALUE / size) {
      throw Raise.memoryError();
    }
    long result = tuples.create(size * (int) Math.max(0, times));
    for (int index = 0; index < tuples.size(result); index++) {
      tuples.set(result, index, py.own(tuples.get(self, index % size)));
    }
    return result;
  }

  private long item(long self, long index) {
    if (index < 0 || index >= tuples.size(self)) {
      throw Raise.indexError("tuple index out of range");
    }
    return py.own(tuples.get(self, (int) index));
  }

  private long contains(long self, long item) {
    for (int index = 0; index < tuples.size(self); index++) {
      if (py.comparisons.equal(item, tuples.get(self, index))) {
        return 1;
      }
    }
    return 0;
  }

  private long subscript(long self, long key) {
    if (py.numbers.isIndex(key)) {
      long index =
          py.numbers.size(key, "IndexError", "cannot fit '%s' into an index-sized integer");
      return item(self, index < 0 ? index + tuples.size(self) : index);
    }
    if (!py.slices.is(key)) {
      throw Raise.typeError("tuple indices must be integers or slices, not " + py.typeName(key));
    }
    Slices.Range range = py.slices.range(key, tuples.size(self));
    if (range.step() == 1) {
      return tuples.slice(self, (int) range.start(), (int) (range.start() + range.count()));
    }
    long result = tuples.create((int) range.count());
    for (int index = 0; index < range.count(); index++) {
      long item = tuples.get(self, (int) (range.start() + index * range.step()));
      tuples.set(result, index, py.own(item));
    }
    return result;
  }

  private long index(long self, long args, int count, long names) {
    long size = tuples.size(self);
    long start = count > 1 ? py.slices.bound(py.arguments.get(args, 1), 0) : 0;
    long stop = count > 2 ? py.slices.bound(py.arguments.get(args, 2), size) : size;
    start = Math.max(0, start < 0 ? start + size : start);
    stop = Math.min(size, stop < 0 ? stop + size : stop);
    for (long index = start; index < stop; index++) {
      if (py.comparisons.equal(tuples.get(self, (int) index), py.arguments.get(args, 0))) {
        return py.ints.of(index);
      }
    }
    throw Raise.valueError("tuple.index(x): x not in tuple");
  }

  private long count(long self, long item) {
    long times = 0;
    for (int index = 0; index < tuples.size(self); index++) {
      times += py.comparisons.equal(tuples.get(self, index), item) ? 1 : 0;
    }
    return py.ints.of(times);
  }
}
