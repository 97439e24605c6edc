package gradus.engine.memory;

/**
 * The free chunks of the general heap, by size: a bin for each size below 1,024 bytes, then one for
 * each power of two, sorted. A bin is a circular list whose head lies in static data, and a bit in
 * two words says whether it is empty.
 */
final class Bins {

  private static final int EXACT_BINS = 64;
  private static final int BINS = 2 * EXACT_BINS;
  private static final int BITS = 64;
  private static final int LARGE_SHIFT = 10;

  private final Memory memory;
  private final Chunks chunks;
  private final long occupied;
  private final long heads;

  Bins(Memory memory, Chunks chunks, StaticData data) {
    this.memory = memory;
    this.chunks = chunks;
    occupied = data.reserve(Segment.DATA, 16, 8);
    heads = data.reserve(Segment.DATA, 16L * BINS, 16);
    for (int bin = 0; bin < BINS; bin++) {
      chunks.link(head(bin), head(bin));
    }
  }

  /** A bin's head, addressed as if it were a chunk: of a chunk it has only the two links. */
  private long head(int bin) {
    return heads + 16L * bin - Chunks.HEADER;
  }

  private static int binOf(long size) {
    return size < EXACT_BINS * Chunks.ALIGNMENT
        ? (int) (size / Chunks.ALIGNMENT)
        : EXACT_BINS + (63 - Long.numberOfLeadingZeros(size)) - LARGE_SHIFT;
  }

  void insert(long chunk) {
    long size = chunks.size(chunk);
    int bin = binOf(size);
    long place = chunks.next(head(bin));
    while (place != head(bin) && chunks.size(place) < size) {
      place = chunks.next(place);
    }
    chunks.linkBefore(chunk, place);
    mark(bin, true);
  }

  void remove(long chunk) {
    int bin = binOf(chunks.size(chunk));
    chunks.unlink(chunk);
    if (chunks.next(head(bin)) == head(bin)) {
      mark(bin, false);
    }
  }

  /** Takes out the best fit: the smallest free chunk of at least this size; 0 if there is none. */
  long take(long size) {
    int bin = binOf(size);
    long chunk = firstOfAtLeast(size, bin);
    if (chunk == 0) {
      int larger = nextOccupied(bin + 1);
      chunk = larger < BINS ? chunks.next(head(larger)) : 0;
    }
    if (chunk != 0) {
      remove(chunk);
    }
    return chunk;
  }

  private long firstOfAtLeast(long size, int bin) {
    for (long chunk = chunks.next(head(bin)); chunk != head(bin); chunk = chunks.next(chunk)) {
      if (chunks.size(chunk) >= size) {
        return chunk;
      }
    }
    return 0;
  }

  private int nextOccupied(int from) {
    for (int word = from / BITS, first = from % BITS; word < BINS / BITS; word++, first = 0) {
      long bits = memory.load64(occupied + 8L * word) & (-1L << first);
      if (bits != 0) {
        return word * BITS + Long.numberOfTrailingZeros(bits);
      }
    }
    return BINS;
  }

  private void mark(int bin, boolean on) {
    long word = occupied + 8L * (bin / BITS);
    long bit = 1L << (bin % BITS);
    memory.store64(word, on ? memory.load64(word) | bit : memory.load64(word) & ~bit);
  }
}
