package gradus.engine;

import gradus.engine.layout.GrowthPolicy;
import gradus.engine.layout.HexDump;
import gradus.engine.layout.ListGrowth;
import gradus.engine.layout.ObjectLayout;
import gradus.engine.memory.AllocationListener;
import gradus.engine.object.ItemSource;
import gradus.engine.object.ObjectSpace;
import gradus.engine.object.Raise;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * CPython 3.6 on a simulated memory.
 *
 * <pre>{@code
 * Engine engine = Engine.create();
 * PyList list = engine.newList(1, 2, 3);
 * list.append(4);
 * list.allocated();             // 7
 * System.out.println(list.struct());
 * }</pre>
 *
 * <p>An engine belongs to one thread at a time. It is deterministic: the same calls give the same
 * addresses and bytes.
 */
public final class Engine {

  private final ObjectSpace space;
  private final ListCounters counters = new ListCounters();

  private Engine(Builder builder) {
    space = new ObjectSpace(builder.layout, builder.growth, builder.memoryLimit);
    space.lists().listen(counters);
  }

  /** An engine as CPython 3.6 was published, with 1 GiB of memory to use. */
  public static Engine create() {
    return builder().build();
  }

  /** An engine to be configured. */
  public static Builder builder() {
    return new Builder();
  }

  /** Chooses what varies from engine to engine. */
  public static final class Builder {

    private ObjectLayout layout = ObjectLayout.VANILLA;
    private GrowthPolicy growth = ListGrowth.CPYTHON_36;
    private long memoryLimit = 1L << 30;

    private Builder() {}

    /** How objects are laid out; vanilla unless said otherwise. */
    public Builder layout(ObjectLayout newLayout) {
      layout = newLayout;
      return this;
    }

    /** How lists grow; as in CPython 3.6 unless said otherwise. */
    public Builder growth(GrowthPolicy policy) {
      growth = policy;
      return this;
    }

    /** The most bytes that may be mapped; what does not fit raises MemoryError. */
    public Builder memoryLimit(long bytes) {
      memoryLimit = bytes;
      return this;
    }

    /** Starts the engine. */
    public Engine build() {
      return new Engine(this);
    }
  }

  /** An int. */
  public PyInt newInt(long value) {
    return python(() -> new PyInt(this, space.ints().of(value)));
  }

  /** An int. */
  public PyInt newInt(BigInteger value) {
    return python(() -> new PyInt(this, space.ints().of(value)));
  }

  /** {@code True} or {@code False}. */
  public PyObject bool(boolean value) {
    return borrowed(space.singletons().bool(value));
  }

  /** {@code None}. */
  public PyObject none() {
    return borrowed(space.singletons().none());
  }

  /**
   * A built-in type, by its name: {@code type}, {@code object}, {@code int}, {@code bool}, {@code
   * list} or {@code NoneType}.
   *
   * @throws IllegalArgumentException if there is no such type
   */
  public PyObject type(String name) {
    return borrowed(space.types().named(name));
  }

  /** A list display such as {@code [1, 2, 3]}: room for exactly these items. */
  public PyList newList(long... values) {
    return python(() -> new PyList(this, literal(values)));
  }

  /**
   * What {@code list(iterable)} makes of an iterable that knows its length, such as a tuple, range
   * or list.
   */
  public PyList listOf(long... values) {
    return python(
        () -> {
          PyList list = new PyList(this, space.lists().createByCall());
          ItemSource items = new IntSource(space, values);
          space.listOperations().fill(list.address(), items, values.length);
          return list;
        });
  }

  /**
   * What {@code list(iterator)} makes of an iterator that does not know its length, such as a
   * generator.
   */
  public PyList listOf(Iterator<Long> values) {
    return python(
        () -> {
          PyList list = new PyList(this, space.lists().createByCall());
          list.extend(values);
          return list;
        });
  }

  /**
   * What the comprehension {@code [x for x in values]} makes: the items are appended one by one.
   */
  public PyList comprehension(long... values) {
    PyList list = newList();
    for (long value : values) {
      list.append(value);
    }
    return list;
  }

  /**
   * The object at an address, as a new reference to it; a wrong address gives nonsense, as it would
   * in C.
   */
  public PyObject at(long address) {
    return borrowed(address);
  }

  /** The bytes of a range of memory. */
  public byte[] bytes(long address, long size) {
    return space.memory().bytes(address, size);
  }

  /** The bytes of a range of memory as text, sixteen a line after their address. */
  public String hexdump(long address, long size) {
    return HexDump.of(space.memory(), address, size);
  }

  /** Blocks handed out and not given back, of any size ({@code sys.getallocatedblocks()}). */
  public long allocatedBlocks() {
    return space.allocator().allocatedBlocks();
  }

  /** Arenas of 256 KiB mapped for small blocks. */
  public long arenas() {
    return space.allocator().arenas();
  }

  /** Bytes mapped in all segments. */
  public long footprint() {
    return space.memory().footprint();
  }

  /** Lets a listener hear of each block from now on; it replaces the one before. */
  public void watchAllocations(Consumer<AllocationEvent> listener) {
    space.allocator().listen(new Watch(listener));
  }

  private record Watch(Consumer<AllocationEvent> listener) implements AllocationListener {

    @Override
    public void allocated(long address, long size) {
      listener.accept(new AllocationEvent.Allocated(address, size));
    }

    @Override
    public void reallocated(long from, long to, long size) {
      listener.accept(new AllocationEvent.Reallocated(from, to, size));
    }

    @Override
    public void freed(long address) {
      listener.accept(new AllocationEvent.Freed(address));
    }
  }

  ObjectSpace space() {
    return space;
  }

  ListCounters counters() {
    return counters;
  }

  /** A new list of new ints. */
  long literal(long... values) {
    long list = space.lists().create(values.length);
    for (int index = 0; index < values.length; index++) {
      space.listOperations().initialise(list, index, space.ints().of(values[index]));
    }
    return list;
  }

  private PyObject borrowed(long address) {
    space.references().incref(address);
    return handle(address);
  }

  /** Wraps a reference that the handle takes over. */
  PyObject handle(long address) {
    long type = space.references().typeOf(address);
    if (type == space.lists().type()) {
      return new PyList(this, address);
    }
    return type == space.ints().type() ? new PyInt(this, address) : new PyObject(this, address);
  }

  /** Runs something that may raise, and lets what it raises out as the API's exception. */
  static <T> T python(Supplier<T> action) {
    try {
      return action.get();
    } catch (Raise raise) {
      throw new PythonException(raise);
    }
  }
}
