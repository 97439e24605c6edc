package gradus.wire;

/** A reference type: what it refers to, or null. */
record OrNull(ValueType type) implements ValueType {
  @Override
  public void write(Output out, @Nullable Object value) {
    if (value == null) {
      out.tag(Tag.NULL);
    } else {
      type.write(out, value);
    }
  }

  @Override
  public @Nullable Object read(Input in) {
    return in.skipNull() ? null : type.read(in);
  }
}
