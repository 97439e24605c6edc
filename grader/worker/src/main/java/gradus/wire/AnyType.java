package gradus.wire;

import java.util.List;

/**
 * A value whose declared type is not known where it is written or read: a constructor's argument, a
 * type variable. Each value of the wire says itself what it is; an integer is read as a long.
 */
record AnyType(Types types) implements ValueType {
  @Override
  public void write(Output out, @Nullable Object value) {
    if (value == null) {
      out.tag(Tag.NULL);
    } else {
      typeOf(value).write(out, value);
    }
  }

  private ValueType typeOf(Object value) {
    for (Scalar scalar : Scalar.values()) {
      if (scalar.holds(value)) {
        return scalar;
      }
    }
    if (value instanceof List<?>) {
      return new ListType(this);
    }
    // The most specific, should an object be of an interface and of one it extends.
    return types.table().stream()
        .filter(type -> type.raw().isInstance(value))
        .reduce((one, other) -> one.raw().isAssignableFrom(other.raw()) ? other : one)
        .orElseThrow(() -> new ProtocolViolation.Mismatch("the contract", ValueType.nameOf(value)));
  }

  @Override
  public @Nullable Object read(Input in) {
    int mark = in.mark();
    Tag tag = in.tag();
    ValueType type = typeOf(tag, in);
    in.rewind(mark);
    return type.read(in);
  }

  private ValueType typeOf(Tag tag, Input in) {
    return switch (tag) {
      case NULL -> new VoidType();
      case FALSE, TRUE -> Scalar.BOOLEAN;
      case INTEGER -> Scalar.LONG;
      case DOUBLE -> Scalar.DOUBLE;
      case STRING -> Scalar.STRING;
      case BYTES -> Scalar.BYTES;
      case LONGS -> Scalar.LONGS;
      case INTS -> Scalar.INTS;
      case DOUBLES -> Scalar.DOUBLES;
      case LIST -> new ListType(this);
      case RECORD, ENUM, SENDERS -> types.at(in.u2());
      case RECEIVERS -> OWN;
      case ERROR -> throw new ProtocolViolation.Mismatch("a value", tag.words);
    };
  }

  private static final ValueType OWN = new OwnType();

  /** An object that comes home, whatever its interface. */
  private record OwnType() implements ValueType {
    @Override
    public void write(Output out, @Nullable Object value) {
      throw new ProtocolViolation.Mismatch("nothing", ValueType.nameOf(value));
    }

    @Override
    public Object read(Input in) {
      in.expect(Tag.RECEIVERS, "an object");
      return in.handles().exported(in.u4()).target();
    }
  }
}
