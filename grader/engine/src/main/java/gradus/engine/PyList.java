package gradus.engine;

import gradus.engine.object.ItemSource;
import gradus.engine.object.ListOperations;
import gradus.engine.object.ObjectSpace;
import java.util.Iterator;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * A reference to a list, with the operations of Python's list.
 *
 * <p>Numbers handed in become ints of the list; a method that returns a long reads an int back and
 * throws {@link ArithmeticException} if the item is no int or does not fit. A failing operation
 * throws {@link PythonException} with CPython's type and message and leaves the list as it was.
 */
public final class PyList extends PyObject {

  private final ListOperations operations;
  private final ListCounters.Counter counter;

  PyList(Engine engine, long address) {
    super(engine, address);
    operations = engine.space().listOperations();
    counter = engine.counters().of(address);
  }

  /** {@code list.append(value)}. */
  public void append(long value) {
    withInt(value, item -> operations.append(address(), item));
  }

  /** {@code list.append(item)}. */
  public void append(PyObject item) {
    run(() -> operations.append(address(), item.address()));
  }

  /** {@code list.extend([values…])}. */
  public void extend(long... values) {
    run(
        () -> {
          long source = engine().literal(values);
          operations.extend(address(), source);
          engine().space().references().decref(source);
        });
  }

  /** {@code list.extend(other)}, which may be this list. */
  public void extend(PyList other) {
    run(() -> operations.extend(address(), other.address()));
  }

  /** {@code list.extend(iterator)} for an iterator that does not know its length. */
  public void extend(Iterator<Long> values) {
    IntSource items = new IntSource(engine().space(), values);
    run(() -> operations.extend(address(), items, ItemSource.UNKNOWN_LENGTH));
  }

  /** {@code list.insert(index, value)}; an index out of range stands for the nearer end. */
  public void insert(long index, long value) {
    withInt(value, item -> operations.insert(address(), index, item));
  }

  /** {@code list.pop()}; IndexError if the list is empty. */
  public long pop() {
    return pop(-1);
  }

  /** {@code list.pop(index)}; IndexError if there is no such item. */
  public long pop(long index) {
    return Engine.python(
        () -> {
          long item = operations.pop(address(), index);
          try {
            return number(item);
          } finally {
            engine().space().references().decref(item);
          }
        });
  }

  /** {@code list[index]}; IndexError if there is no such item. */
  public long get(long index) {
    return Engine.python(() -> number(operations.get(address(), index)));
  }

  /** {@code list[index]} as a new reference to the item; IndexError if there is no such item. */
  public PyObject item(long index) {
    return Engine.python(() -> engine().at(operations.get(address(), index)));
  }

  /** {@code list[index] = value}; IndexError if there is no such item. */
  public void set(long index, long value) {
    withInt(value, item -> operations.set(address(), index, item));
  }

  /** {@code list[index] = item}; IndexError if there is no such item. */
  public void set(long index, PyObject item) {
    run(() -> operations.set(address(), index, item.address()));
  }

  /** {@code del list[index]}; IndexError if there is no such item. */
  public void delete(long index) {
    run(() -> operations.delete(address(), index));
  }

  /** {@code list.clear()}. */
  public void clear() {
    engine().space().lists().clear(address());
  }

  /** {@code list.copy()}. */
  public PyList copy() {
    return made(() -> operations.copy(address()));
  }

  /** {@code list * times}. */
  public PyList repeat(long times) {
    return made(() -> operations.repeat(address(), times));
  }

  /** {@code list + other}. */
  public PyList concatenate(PyList other) {
    return made(() -> operations.concatenate(address(), other.address()));
  }

  /** {@code len(list)}. */
  public long size() {
    return operations.size(address());
  }

  /** The items that there is room for. */
  public long allocated() {
    return operations.allocated(address());
  }

  /** The values of all items. */
  public long[] items() {
    long[] values = new long[(int) size()];
    for (int index = 0; index < values.length; index++) {
      values[index] = get(index);
    }
    return values;
  }

  /** The address of the array of pointers to the items ({@code ob_item}), 0 if there is none. */
  public long arrayAddress() {
    return operations.items(address());
  }

  /**
   * Items copied so far from an old array into a new one: all there was room for, at each of {@link
   * #reallocs()}, wherever the new array came to lie.
   */
  public long copies() {
    return counter.copies();
  }

  /**
   * How often the list has asked for an array of another size; giving it up altogether is not
   * asking.
   */
  public long reallocs() {
    return counter.reallocs();
  }

  private long number(long item) {
    ObjectSpace space = engine().space();
    long type = space.references().typeOf(item);
    if (type != space.ints().type()) {
      throw new ArithmeticException(
          "an item of type " + space.types().name(type) + " is not a number");
    }
    return space.ints().longValue(item);
  }

  private void withInt(long value, LongConsumer action) {
    run(
        () -> {
          long item = engine().space().ints().of(value);
          try {
            action.accept(item);
          } finally {
            engine().space().references().decref(item);
          }
        });
  }

  private PyList made(LongSupplier operation) {
    return Engine.python(() -> new PyList(engine(), operation.getAsLong()));
  }

  private static void run(Runnable action) {
    Engine.python(
        () -> {
          action.run();
          return true;
        });
  }
}
