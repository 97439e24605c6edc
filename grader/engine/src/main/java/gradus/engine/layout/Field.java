package gradus.engine.layout;

/**
 * A field of a struct.
 *
 * @param offset bytes from the struct's start
 */
public record Field(int offset, CType type, String name) {

  /** The first offset behind the field. */
  public int end() {
    return offset + type.size();
  }
}
