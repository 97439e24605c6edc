package gradus.wire;

import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.Map;

/** An enum of the contract. */
record EnumType(int index, Class<?> raw) implements NamedType {
  @Override
  // Both ends hold the same class file.
  @SuppressWarnings("EnumOrdinal")
  public void write(Output out, @Nullable Object value) {
    if (!raw.isInstance(value)) {
      throw new ProtocolViolation.Mismatch(raw.getSimpleName(), ValueType.nameOf(value));
    }
    out.tag(Tag.ENUM);
    out.u2(index);
    out.u2(((Enum<?>) value).ordinal());
  }

  @Override
  public Object read(Input in) {
    in.expect(Tag.ENUM, raw.getSimpleName());
    if (in.u2() != index) {
      throw new ProtocolViolation.Mismatch(raw.getSimpleName(), "another enum");
    }
    return constant(in.u2());
  }

  private Object constant(int ordinal) {
    Object[] constants = raw.getEnumConstants();
    if (ordinal >= constants.length) {
      throw new ProtocolViolation(raw.getSimpleName() + " has no constant " + ordinal);
    }
    return constants[ordinal];
  }

  @Override
  public void resolve() {}

  @Override
  public EnumType bound(Map<TypeVariable<?>, ValueType> bindings) {
    return this;
  }

  @Override
  public String description() {
    return raw.getName() + Arrays.toString(raw.getEnumConstants());
  }
}
