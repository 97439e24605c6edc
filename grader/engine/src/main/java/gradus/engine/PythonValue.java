package gradus.engine;

import gradus.engine.layout.HexDump;
import gradus.engine.layout.StructView;
import gradus.engine.object.Space;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * A reference to an object of a {@link PythonProcess}.
 *
 * <p>As long as it is not closed, the object's reference count includes it. Two values are equal if
 * they are the same object ({@code is}). Whatever a method returns as a value is a reference of its
 * own, to be closed in its turn where counts matter.
 */
public final class PythonValue implements AutoCloseable {

  private final PythonProcess process;
  private final long address;
  private boolean closed;

  /** Takes over a reference. */
  PythonValue(PythonProcess process, long address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Where the object lies: {@code id(x)}.
   *
   * @throws IllegalStateException if this reference was given back
   */
  public long address() {
    if (closed) {
      throw new IllegalStateException(
          "this reference to 0x%x was closed; hold the object again".formatted(address));
    }
    return address;
  }

  boolean belongsTo(PythonProcess other) {
    return process == other;
  }

  private Space space() {
    return process.python().py;
  }

  private PythonValue made(LongSupplier action) {
    return process.inside(() -> new PythonValue(process, action.getAsLong()));
  }

  /** The name of the object's type, such as {@code int}. */
  public String typeName() {
    return space().typeName(address());
  }

  /** The object's type. */
  public PythonValue type() {
    return new PythonValue(process, space().own(space().typeOf(address())));
  }

  /** The object's reference count, this reference included. */
  public long referenceCount() {
    return space().refs.count(address());
  }

  /** {@code repr(x)}. */
  public String repr() {
    return process.inside(() -> space().texts.reprText(address()));
  }

  /** {@code str(x)}. */
  public String str() {
    return process.inside(() -> space().texts.strText(address()));
  }

  /** Whether both are one object: {@code x is y}. */
  public boolean isSame(PythonValue other) {
    return process == other.process && address() == other.address();
  }

  /** {@code x == y}. */
  public boolean isEqualTo(PythonValue other) {
    return process.inside(() -> space().comparisons.equal(address(), other.address()));
  }

  /** Whether this is {@code None}. */
  public boolean isNone() {
    return address() == space().none;
  }

  /** Whether the object is a type. */
  public boolean isType() {
    return space().types.isType(address());
  }

  /** {@code x.name}; AttributeError if there is none. */
  public PythonValue attribute(String name) {
    return made(() -> space().attributes.get(address(), name));
  }

  /** {@code x[key]}, for a key converted as by {@link PythonProcess#value}. */
  public PythonValue item(Object key) {
    try (PythonValue converted = process.value(key)) {
      return made(() -> space().items.get(address(), converted.address()));
    }
  }

  /** {@code len(x)}. */
  public long length() {
    try (PythonValue size = method("__len__")) {
      return size.asLong();
    }
  }

  /** Calls the object with Java values, converted as by {@link PythonProcess#value}. */
  public PythonValue call(Object... arguments) {
    return made(() -> process.conversion().call(address(), arguments));
  }

  /** Calls a method of the object with Java values. */
  public PythonValue method(String name, Object... arguments) {
    try (PythonValue method = attribute(name)) {
      return method.call(arguments);
    }
  }

  /**
   * The value of an int.
   *
   * @throws ArithmeticException if it is no int
   */
  public BigInteger asInteger() {
    return process.conversion().integer(address());
  }

  /**
   * The value of an int.
   *
   * @throws ArithmeticException if it is no int or does not fit into a long
   */
  public long asLong() {
    return asInteger().longValueExact();
  }

  /**
   * The value of a float.
   *
   * @throws ArithmeticException if it is no float
   */
  public double asDouble() {
    return process.conversion().floating(address());
  }

  /** {@code bool(x)}. */
  public boolean asBoolean() {
    return process.inside(() -> space().comparisons.truth(address()));
  }

  /** The items of anything that can be iterated over. */
  public List<PythonValue> asList() {
    try (PythonValue tuple = made(() -> space().items.tupleOf(address()))) {
      List<PythonValue> items = new ArrayList<>();
      for (int index = 0; index < space().tuples.size(tuple.address()); index++) {
        long item = space().tuples.get(tuple.address(), index);
        items.add(new PythonValue(process, space().own(item)));
      }
      return List.copyOf(items);
    }
  }

  /** {@code sys.getsizeof(x)}: bytes, the collector's header included. */
  public long sizeof() {
    return process.inside(() -> process.python().sizeOf(address()));
  }

  /** The object's struct, field by field, with what lies right behind it; prints as a table. */
  public StructView struct() {
    return space().shapes.own(address());
  }

  /**
   * The struct, then the other blocks of memory that belong to the object alone: a list's array, a
   * dict's table.
   */
  public List<StructView> blocks() {
    return space().shapes.of(address());
  }

  /** The objects the fields of {@link #blocks} point to, in their order, each once. */
  public List<PythonValue> pointsTo() {
    return blocks().stream()
        .flatMap(block -> block.rows().stream())
        .filter(row -> row.pointsToObject() && row.bits() != 0)
        .map(StructView.Row::bits)
        .distinct()
        .map(target -> new PythonValue(process, space().own(target)))
        .toList();
  }

  /** The bytes of the object's struct. */
  public byte[] bytes() {
    return process.bytes(address(), struct().size());
  }

  /** The bytes of the object's struct as text. */
  public String hexdump() {
    return HexDump.of(space().memory, address(), struct().size());
  }

  /** Gives the reference back, once; the object ends if it was the last one. */
  @Override
  public void close() {
    if (!closed) {
      process.inside(
          () -> {
            space().decref(address);
            return true;
          });
      closed = true;
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PythonValue value
        && value.process == process
        && value.address == address;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(address);
  }

  @Override
  public String toString() {
    return repr();
  }
}
