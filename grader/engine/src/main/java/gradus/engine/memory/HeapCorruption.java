package gradus.engine.memory;

/**
 * The general heap found its own headers damaged or misused, where a C program would be aborted
 * (SIGABRT).
 */
public final class HeapCorruption extends RuntimeException {

  private static final long serialVersionUID = 1;

  HeapCorruption(String message, long address) {
    super("%s: 0x%x".formatted(message, address));
  }
}
