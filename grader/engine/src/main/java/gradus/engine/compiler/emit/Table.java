package gradus.engine.compiler.emit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers values in the order they are first asked for. */
final class Table<T> {
  private final Map<T, Integer> numbers = new LinkedHashMap<>();
  private final int first;

  Table() {
    this(0);
  }

  /** A table that counts from a number on. */
  Table(int first) {
    this.first = first;
  }

  int number(T value) {
    Integer known = numbers.get(value);
    if (known == null) {
      known = first + numbers.size();
      numbers.put(value, known);
    }
    return known;
  }

  void addAll(Collection<T> values) {
    values.forEach(this::number);
  }

  int size() {
    return numbers.size();
  }

  List<T> inOrder() {
    return new ArrayList<>(numbers.keySet());
  }
}
