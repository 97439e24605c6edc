package gradus.engine;

/** A block of memory that was handed out, resized or given back. */
public sealed interface AllocationEvent extends Event {

  /** A new block of {@code size} requested bytes. */
  record Allocated(long address, long size) implements AllocationEvent {}

  /** A block that now has {@code size} bytes, at the same address or at another. */
  record Reallocated(long from, long to, long size) implements AllocationEvent {}

  /** A block that was given back. */
  record Freed(long address) implements AllocationEvent {}
}
