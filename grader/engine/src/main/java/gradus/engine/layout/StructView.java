package gradus.engine.layout;

import gradus.engine.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A struct as it lies in memory: its fields with the values they had when the view was made.
 *
 * <p>It prints as a table:
 *
 * <pre>
 * PyListObject at 0x500001030, 40 bytes
 * OFF  SZ  TYPE            FIELD      VALUE
 *   0   8  Py_ssize_t      ob_refcnt  1
 *   8   8  PyTypeObject *  ob_type    0x200000a40
 *  16   8  Py_ssize_t      ob_size    3
 *  24   8  PyObject **     ob_item    0x500002030
 *  32   8  Py_ssize_t      allocated  4
 * </pre>
 *
 * @param name the struct's name
 * @param address where it starts
 * @param size bytes, items included
 * @param rows one for each field and item, in the order of their offsets
 */
public record StructView(String name, long address, long size, List<Row> rows) {

  /**
   * A field and its value.
   *
   * @param bits the value, sign-extended if the type is signed
   */
  public record Row(Field field, long bits) {

    /** Whether the field is a pointer to an object, rather than to a block of other memory. */
    public boolean pointsToObject() {
      String type = field.type().name();
      return field.type().kind() == CType.Kind.POINTER
          && type.startsWith("Py")
          && type.endsWith("Object *")
          && !type.startsWith("PyDictKeys");
    }

    /** The value as the table shows it: pointers in hexadecimal, NULL by name. */
    public String value() {
      return switch (field.type().kind()) {
        case SIGNED -> Long.toString(bits);
        case UNSIGNED -> Long.toUnsignedString(bits);
        case FLOATING -> Double.toString(Double.longBitsToDouble(bits));
        case POINTER -> bits == 0 ? "NULL" : "0x" + Long.toHexString(bits);
      };
    }
  }

  private static final String LINE = "%3s %3s  %-16s %-17s %s\n";

  /** Rows are given as an unmodifiable list. */
  public StructView {
    rows = List.copyOf(rows);
  }

  /** Reads a struct with so many items behind it. */
  public static StructView read(Memory memory, Struct struct, long address, long items) {
    List<Row> rows = new ArrayList<>();
    struct.fields().forEach(field -> rows.add(row(memory, address, field)));
    struct
        .item()
        .ifPresent(
            item -> {
              for (int index = 0; index < items; index++) {
                int offset = item.offset() + index * item.type().size();
                String name = "%s[%d]".formatted(item.name(), index);
                rows.add(row(memory, address, new Field(offset, item.type(), name)));
              }
            });
    return new StructView(struct.name(), address, struct.size(items), rows);
  }

  /**
   * Reads an array that is a block of memory by itself.
   *
   * @param name what its items are called
   * @param items how many are in use
   * @param room how many there is room for
   */
  public static StructView array(
      Memory memory, String name, CType type, long address, long items, long room) {
    List<Row> rows = new ArrayList<>();
    for (int index = 0; index < items; index++) {
      Field item = new Field(index * type.size(), type, "%s[%d]".formatted(name, index));
      rows.add(row(memory, address, item));
    }
    String title = "%s[%d]".formatted(type.name().replace(" ", ""), room);
    return new StructView(title, address, room * type.size(), rows);
  }

  /** Reads one field of a struct at an address. */
  public static Row row(Memory memory, long address, Field field) {
    long place = address + field.offset();
    boolean signed = field.type().kind() == CType.Kind.SIGNED;
    long bits =
        switch (field.type().size()) {
          case 1 -> signed ? (byte) memory.load8(place) : memory.load8(place);
          case 2 -> signed ? (short) memory.load16(place) : memory.load16(place);
          case 4 -> signed ? memory.load32(place) : memory.load32(place) & 0xffff_ffffL;
          default -> memory.load64(place);
        };
    return new Row(field, bits);
  }

  /**
   * The value of a field.
   *
   * @throws IllegalArgumentException if the struct has no such field
   */
  public long get(String field) {
    return rows.stream()
        .filter(row -> row.field().name().equals(field))
        .mapToLong(Row::bits)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " has no field " + field));
  }

  @Override
  public String toString() {
    return table(row -> "");
  }

  /** The same table with a remark behind each value. */
  public String table(Function<Row, String> remark) {
    StringBuilder table = new StringBuilder();
    table.append("%s at 0x%x, %d bytes\n".formatted(name, address, size));
    table.append(LINE.formatted("OFF", "SZ", "TYPE", "FIELD", "VALUE"));
    for (Row row : rows) {
      Field field = row.field();
      String value = (row.value() + "  " + remark.apply(row)).stripTrailing();
      table.append(
          LINE.formatted(
              field.offset(), field.type().size(), field.type().name(), field.name(), value));
    }
    return table.toString();
  }
}
