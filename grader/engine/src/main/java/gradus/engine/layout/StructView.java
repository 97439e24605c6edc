package gradus.engine.layout;

import gradus.engine.memory.Memory;
import java.util.ArrayList;
import java.util.List;

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

    /** The value as the table shows it: pointers in hexadecimal, NULL by name. */
    public String value() {
      return switch (field.type().kind()) {
        case SIGNED -> Long.toString(bits);
        case UNSIGNED -> Long.toUnsignedString(bits);
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

  private static Row row(Memory memory, long address, Field field) {
    long place = address + field.offset();
    boolean signed = field.type().kind() == CType.Kind.SIGNED;
    long bits =
        switch (field.type().size()) {
          case 1 -> signed ? (byte) memory.load8(place) : memory.load8(place);
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
    StringBuilder table = new StringBuilder();
    table.append("%s at 0x%x, %d bytes\n".formatted(name, address, size));
    table.append(LINE.formatted("OFF", "SZ", "TYPE", "FIELD", "VALUE"));
    for (Row row : rows) {
      Field field = row.field();
      table.append(
          LINE.formatted(
              field.offset(), field.type().size(), field.type().name(), field.name(), row.value()));
    }
    return table.toString();
  }
}
