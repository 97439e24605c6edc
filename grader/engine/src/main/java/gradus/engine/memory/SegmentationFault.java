package gradus.engine.memory;

/**
 * An access to memory that is not mapped, a write to memory that is read only, or a jump to where
 * no code is (SIGSEGV).
 */
public final class SegmentationFault extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final long address;

  SegmentationFault(String access, long size, long address) {
    super("segmentation fault: %s of %d bytes at 0x%x".formatted(access, size, address));
    this.address = address;
  }

  private SegmentationFault(long address) {
    super("segmentation fault: jump to 0x%x".formatted(address));
    this.address = address;
  }

  /** A call through a pointer to what is not the start of a function. */
  public static SegmentationFault jump(long address) {
    return new SegmentationFault(address);
  }

  /** The first address of the access that failed. */
  public long address() {
    return address;
  }
}
