package gradus.engine.layout;

/**
 * A C type as a 64-bit compiler sees it.
 *
 * @param name how C writes it
 * @param size bytes, which is also its alignment
 * @param kind how to read the bytes
 */
public record CType(String name, int size, Kind kind) {

  /** How bytes are to be read. */
  public enum Kind {
    SIGNED,
    UNSIGNED,
    POINTER,
    FLOATING
  }

  static CType signed(String name, int size) {
    return new CType(name, size, Kind.SIGNED);
  }

  static CType unsigned(String name, int size) {
    return new CType(name, size, Kind.UNSIGNED);
  }

  static CType floating(String name) {
    return new CType(name, 8, Kind.FLOATING);
  }

  static CType pointer(String name) {
    return new CType(name, 8, Kind.POINTER);
  }
}
