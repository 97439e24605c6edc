package gradus.harness.suite;

import gradus.kit.PyError;
import gradus.kit.StudentClass;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A small contract to test with, right and wrong: a list with a capacity that doubles. */
@StudentClass("lessons.shelves.Shelf")
public interface Shelf {
  void append(long value);

  long pop();

  long get(int index);

  void extend(List<Long> values);

  int size();

  int capacity();

  List<Long> contents();

  /** A student whose class is this one. */
  static Student student(Supplier<Shelf> studentClass) {
    return new Student() {
      @Override
      public <T> T make(Class<T> contract, Object... arguments) {
        return contract.cast(studentClass.get());
      }
    };
  }

  /** Behaves as is right. */
  class Right implements Shelf {
    protected final List<Long> values = new ArrayList<>();
    protected int capacity;

    @Override
    public void append(long value) {
      values.add(value);
      while (capacity < values.size()) {
        capacity = grown(capacity);
      }
    }

    protected int grown(int from) {
      return Math.max(4, 2 * from);
    }

    @Override
    public long pop() {
      if (values.isEmpty()) {
        throw new PyError("IndexError", "pop from empty list");
      }
      return values.remove(values.size() - 1);
    }

    @Override
    public long get(int index) {
      int at = index < 0 ? index + values.size() : index;
      if (at < 0 || at >= values.size()) {
        throw new PyError("IndexError", "list index out of range");
      }
      return values.get(at);
    }

    @Override
    public void extend(List<Long> more) {
      more.forEach(this::append);
    }

    @Override
    public int size() {
      return values.size();
    }

    @Override
    public int capacity() {
      return capacity;
    }

    @Override
    public List<Long> contents() {
      return List.copyOf(values);
    }
  }
}
