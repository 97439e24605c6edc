package gradus.wire;

import java.util.List;

/** A sealed interface of the contract whose cases are records and enums. */
record OneOf(Class<?> raw, List<NamedType> cases) implements ValueType {
  @Override
  public void write(Output out, @Nullable Object value) {
    cases.stream()
        .filter(each -> each.raw().isInstance(value))
        .findFirst()
        .orElseThrow(
            () -> new ProtocolViolation.Mismatch(raw.getSimpleName(), ValueType.nameOf(value)))
        .write(out, value);
  }

  @Override
  public @Nullable Object read(Input in) {
    int mark = in.mark();
    Tag tag = in.tag();
    int index = tag == Tag.RECORD || tag == Tag.ENUM ? in.u2() : -1;
    for (NamedType each : cases) {
      if (each.index() == index) {
        in.rewind(mark);
        return each.read(in);
      }
    }
    throw new ProtocolViolation.Mismatch(raw.getSimpleName(), tag.words);
  }
}
