package gradus.wire;

/** No value, which travels as null. */
record VoidType() implements ValueType {
  @Override
  public void write(Output out, @Nullable Object value) {
    out.tag(Tag.NULL);
  }

  @Override
  public @Nullable Object read(Input in) {
    in.expect(Tag.NULL, "void");
    return null;
  }
}
