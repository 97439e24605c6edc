package gradus.engine.memory;

/** An access to memory that is not mapped, or a write to memory that is read only (SIGSEGV). */
public final class SegmentationFault extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final long address;

  SegmentationFault(String access, long size, long address) {
    super("segmentation fault: %s of %d bytes at 0x%x".formatted(access, size, address));
    this.address = address;
  }

  /** The first address of the access that failed. */
  public long address() {
    return address;
  }
}
