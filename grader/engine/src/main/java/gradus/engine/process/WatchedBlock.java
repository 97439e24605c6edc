package gradus.engine.process;

/**
 * A block of a watched heap, in use or freed.
 *
 * @param size bytes asked for
 * @param allocatedAt where the program asked for it
 * @param freedAt where the program gave it back; empty while it is in use
 */
public record WatchedBlock(long address, long size, String allocatedAt, String freedAt) {

  boolean isFreed() {
    return !freedAt.isEmpty();
  }

  boolean holds(long place, long bytes) {
    return place >= address && bytes <= size && place - address <= size - bytes;
  }

  WatchedBlock freed(String site) {
    return new WatchedBlock(address, size, allocatedAt, site);
  }
}
