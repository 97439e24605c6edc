package gradus.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code List<…>}: arrives as an unmodifiable copy. */
record ListType(ValueType element) implements ValueType {
  @Override
  public void write(Output out, @Nullable Object value) {
    if (!(value instanceof List<?> list)) {
      throw new ProtocolViolation.Mismatch("List", ValueType.nameOf(value));
    }
    out.enter();
    out.tag(Tag.LIST);
    int reserved = out.reserveCount();
    out.patch(reserved, writeElements(out, list));
    out.leave();
  }

  /** Counts as it goes: a student's list may lie about its size, or never end. */
  private int writeElements(Output out, List<?> list) {
    int count = 0;
    for (Object each : list) {
      out.spend(1);
      element.write(out, each);
      count++;
    }
    return count;
  }

  @Override
  public List<?> read(Input in) {
    in.expect(Tag.LIST, "List");
    in.enter();
    int count = in.count(1);
    List<@Nullable Object> list = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      list.add(element.read(in));
    }
    in.leave();
    return Collections.unmodifiableList(list);
  }
}
