package gradus.engine.process;

/** Hears of each access to memory. */
@FunctionalInterface
public interface AccessListener {

  /** Bytes from an address on are read or written. */
  void accessed(long address, int size);
}
