package gradus.engine.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A C struct: its fields at the offsets a C compiler gives them, and perhaps an array of items
 * without a fixed length behind them.
 *
 * @param name the typedef's name in CPython
 * @param fields in the order of their offsets
 * @param size bytes of the struct without items, rounded up to its alignment unless items follow
 * @param item one item of the trailing array, at the offset of the first
 */
public record Struct(String name, List<Field> fields, int size, Optional<Field> item) {

  /** Fields are given as an unmodifiable list. */
  public Struct {
    fields = List.copyOf(fields);
  }

  /**
   * The offset of a field.
   *
   * @throws IllegalArgumentException if the struct has no such field
   */
  public int offset(String field) {
    return fields.stream()
        .filter(candidate -> candidate.name().equals(field))
        .mapToInt(Field::offset)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " has no field " + field));
  }

  /** The size in bytes with so many items. */
  public long size(long items) {
    return size + items * item.map(field -> field.type().size()).orElse(0);
  }

  static Builder named(String name) {
    return new Builder(name, List.of(), 0);
  }

  /** A struct that starts with this one's fields, as every object starts with PyObject's. */
  Builder extendedAs(String newName) {
    return new Builder(newName, fields, fields.get(fields.size() - 1).end());
  }

  /** Places fields one after the other by C's rule: each at the next multiple of its own size. */
  static final class Builder {

    private final String name;
    private final List<Field> fields;
    private int end;
    private int alignment = 1;

    private Builder(String name, List<Field> first, int end) {
      this.name = name;
      fields = new ArrayList<>(first);
      first.forEach(field -> alignment = Math.max(alignment, field.type().size()));
      this.end = end;
    }

    /** Asks for more alignment than the fields need. */
    Builder alignedTo(int bytes) {
      alignment = Math.max(alignment, bytes);
      return this;
    }

    Builder field(CType type, String field) {
      Field next = next(type, field);
      fields.add(next);
      end = next.end();
      return this;
    }

    /** Fields of the same type. */
    Builder fields(CType type, String... names) {
      for (String each : names) {
        field(type, each);
      }
      return this;
    }

    private Field next(CType type, String field) {
      alignment = Math.max(alignment, type.size());
      return new Field(roundUp(end, type.size()), type, field);
    }

    Struct build() {
      return new Struct(name, fields, roundUp(end, alignment), Optional.empty());
    }

    Struct withItems(CType type, String field) {
      Field item = next(type, field);
      return new Struct(name, fields, item.offset(), Optional.of(item));
    }

    private static int roundUp(int value, int multiple) {
      return (value + multiple - 1) / multiple * multiple;
    }
  }
}
