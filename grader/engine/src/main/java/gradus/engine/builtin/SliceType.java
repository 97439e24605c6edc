package gradus.engine.builtin;

import gradus.engine.memory.Memory;
import gradus.engine.object.MemberKind;
import gradus.engine.object.Raise;
import gradus.engine.object.Slices;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.Unary;
import java.math.BigInteger;
import java.util.function.UnaryOperator;

/** The type {@code slice} (Objects/sliceobject.c). */
final class SliceType {

  private static final int[] FIELDS = {Slices.START, Slices.STOP, Slices.STEP};

  private final Space py;
  private final Memory memory;

  SliceType(Space py) {
    this.py = py;
    memory = py.memory;
  }

  void define() {
    TypeBuilder.of(py, py.types.slice)
        .container(
            (object, visitor) -> {
              for (int field : FIELDS) {
                visitor.accept(memory.load64(object + field));
              }
            })
        .dealloc(this::dealloc)
        .unhashable()
        .slot("tp_new", (Ternary) this::create)
        .slot("tp_repr", (Unary) this::repr)
        .slot("tp_richcompare", (Ternary) this::compare)
        .member("start", Slices.START, MemberKind.OBJECT)
        .member("stop", Slices.STOP, MemberKind.OBJECT)
        .member("step", Slices.STEP, MemberKind.OBJECT)
        .method1("indices", this::indices);
  }

  private void dealloc(long slice) {
    py.untrack(slice);
    for (int field : FIELDS) {
      py.decref(memory.load64(slice + field));
    }
    py.free(slice);
  }

  private long create(long type, long tuple, long keywords) {
    py.arguments.noKeywordDict("slice()", keywords);
    int count = py.tuples.size(tuple);
    py.arguments.unpack("slice", count, 1, 3);
    long first = py.tuples.get(tuple, 0);
    if (count == 1) {
      return py.slices.of(py.none, first, py.none);
    }
    return py.slices.of(
        first, py.tuples.get(tuple, 1), count == 3 ? py.tuples.get(tuple, 2) : py.none);
  }

  private long asTuple(long slice) {
    return py.tuples.of(
        memory.load64(slice + Slices.START),
        memory.load64(slice + Slices.STOP),
        memory.load64(slice + Slices.STEP));
  }

  private long repr(long self) {
    long tuple = asTuple(self);
    String text = py.texts.reprText(tuple);
    py.decref(tuple);
    return py.strs.of("slice" + text);
  }

  private long compare(long self, long other, long op) {
    if (!py.slices.is(other)) {
      return py.newNotImplemented();
    }
    long left = asTuple(self);
    long right = asTuple(other);
    try {
      return py.comparisons.compare(left, right, (int) op);
    } finally {
      py.decref(left);
      py.decref(right);
    }
  }

  /** Counted in Python's numbers, so that no length is too long. */
  private long indices(long self, long length) {
    BigInteger size = index(length);
    if (size.signum() < 0) {
      throw Raise.valueError("length should not be negative");
    }
    BigInteger step = bound(self + Slices.STEP, BigInteger.ONE, given -> given);
    if (step.signum() == 0) {
      throw Raise.valueError("slice step cannot be zero");
    }
    boolean down = step.signum() < 0;
    BigInteger lowest = down ? BigInteger.ONE.negate() : BigInteger.ZERO;
    BigInteger highest = lowest.add(size);
    UnaryOperator<BigInteger> clip =
        at -> (at.signum() < 0 ? at.add(size) : at).max(lowest).min(highest);
    BigInteger start = bound(self + Slices.START, down ? highest : lowest, clip);
    BigInteger stop = bound(self + Slices.STOP, down ? lowest : highest, clip);
    long tuple = py.tuples.create(3);
    py.tuples.set(tuple, 0, py.ints.of(start));
    py.tuples.set(tuple, 1, py.ints.of(stop));
    py.tuples.set(tuple, 2, py.ints.of(step));
    return tuple;
  }

  private BigInteger bound(long field, BigInteger otherwise, UnaryOperator<BigInteger> given) {
    long object = memory.load64(field);
    if (object == py.none) {
      return otherwise;
    }
    if (!py.numbers.isIndex(object)) {
      throw Raise.typeError("slice indices must be integers or None or have an __index__ method");
    }
    return given.apply(index(object));
  }

  private BigInteger index(long object) {
    long number = py.numbers.index(object);
    BigInteger value = py.numbers.big(number);
    py.decref(number);
    return value;
  }
}
