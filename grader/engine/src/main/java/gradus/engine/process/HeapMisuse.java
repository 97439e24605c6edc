package gradus.engine.process;

/** A program used its heap wrongly; the message names the block, and where it came and went. */
public final class HeapMisuse extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** What was done wrong. */
  public enum Kind {
    DOUBLE_FREE,
    INVALID_FREE,
    USE_AFTER_FREE,
    OUT_OF_BOUNDS
  }

  private final Kind kind;
  private final long address;

  HeapMisuse(Kind kind, long address, String message) {
    super(message);
    this.kind = kind;
    this.address = address;
  }

  public Kind kind() {
    return kind;
  }

  /** The address that was freed or accessed. */
  public long address() {
    return address;
  }
}
