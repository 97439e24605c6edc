package gradus.suites.dynamicarrays;

import gradus.engine.Engine;
import gradus.engine.PyList;
import gradus.engine.PythonException;
import gradus.engine.layout.GrowthPolicy;
import gradus.kit.PyError;
import gradus.kit.dynamicarrays.DynamicArray;
import gradus.kit.dynamicarrays.IndexedArray;
import gradus.kit.dynamicarrays.Policy;
import java.util.function.Supplier;

/** A list of the engine, which grows by one of the lesson's policies, behind both contracts. */
final class EngineList implements DynamicArray, IndexedArray {
  private static final long MEMORY = 16 << 20;

  private final GrowthPolicy growth;
  private final PyList list;

  private EngineList(Policy policy) {
    growth = Growth.of(policy);
    list = Engine.builder().growth(growth).memoryLimit(MEMORY).build().newList();
  }

  /** An empty list in a process of its own. */
  static EngineList of(Policy policy) {
    return new EngineList(policy);
  }

  @Override
  public void append(long value) {
    list.append(value);
  }

  @Override
  public void extend(long[] values) {
    list.extend(values);
  }

  /** Python frees the block; an array that never gives back forgets its items one by one. */
  @Override
  public void clear() {
    if (!growth.keeps(list.allocated(), 0)) {
      list.clear();
    }
    while (list.size() > 0) {
      list.pop();
    }
  }

  @Override
  public long get(int index) {
    return python(() -> list.get(index));
  }

  @Override
  public void set(int index, long value) {
    python(
        () -> {
          list.set(index, value);
          return true;
        });
  }

  @Override
  public void insert(int index, long value) {
    list.insert(index, value);
  }

  @Override
  public long pop() {
    return python(list::pop);
  }

  @Override
  public long popAt(int index) {
    return python(() -> list.pop(index));
  }

  @Override
  public int size() {
    return Math.toIntExact(list.size());
  }

  @Override
  public int allocated() {
    return Math.toIntExact(list.allocated());
  }

  @Override
  public long copies() {
    return list.copies();
  }

  @Override
  public long reallocs() {
    return list.reallocs();
  }

  @Override
  public long[] items() {
    return list.items();
  }

  /** What Python raises, as the contract raises it. */
  private static <V> V python(Supplier<V> operation) {
    try {
      return operation.get();
    } catch (PythonException e) {
      throw new PyError(e.type(), e.message());
    }
  }
}
