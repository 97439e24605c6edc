package gradus.engine.process;

import java.util.HashSet;
import java.util.Set;

/**
 * A processor's cache that counts: sets of lines, in each set the least recently used line is
 * replaced.
 *
 * <pre>{@code
 * CacheCounter cache = new CacheCounter(64, 64, 8);    // 32 KiB
 * array.walk(cache);
 * cache.linesTouched();
 * }</pre>
 *
 * <p>An access that straddles a boundary looks up each line it touches.
 */
public final class CacheCounter implements AccessListener {

  private final int lineShift;
  private final CacheSet[] sets;
  private final Set<Long> touched = new HashSet<>();
  private long accesses;
  private long hits;
  private long misses;

  /**
   * An empty cache.
   *
   * @param lineSize bytes of a line, a power of two
   * @param sets a power of two; 1 makes the cache fully associative
   * @param ways lines in each set
   */
  public CacheCounter(int lineSize, int sets, int ways) {
    requirePowerOfTwo("line size", lineSize);
    requirePowerOfTwo("number of sets", sets);
    if (ways < 1) {
      throw new IllegalArgumentException("a set has one way or more, not " + ways);
    }
    lineShift = Integer.numberOfTrailingZeros(lineSize);
    this.sets = new CacheSet[sets];
    for (int index = 0; index < sets; index++) {
      this.sets[index] = new CacheSet(ways);
    }
  }

  private static void requirePowerOfTwo(String what, int number) {
    if (Integer.bitCount(number) != 1 || number < 1) {
      throw new IllegalArgumentException(
          "the %s is a power of two, not %d".formatted(what, number));
    }
  }

  @Override
  public void accessed(long address, int size) {
    accesses++;
    long last = (address + Math.max(1, size) - 1) >>> lineShift;
    for (long line = address >>> lineShift; line != last; line++) {
      lookUp(line);
    }
    lookUp(last);
  }

  private void lookUp(long line) {
    touched.add(line);
    if (sets[(int) (line & (sets.length - 1))].use(line)) {
      hits++;
    } else {
      misses++;
    }
  }

  /** How many accesses there were. */
  public long accesses() {
    return accesses;
  }

  /** Look-ups that found their line. */
  public long hits() {
    return hits;
  }

  /** Look-ups that had to fetch their line. */
  public long misses() {
    return misses;
  }

  /** How many different lines were touched: the misses of a cache that never forgets. */
  public int linesTouched() {
    return touched.size();
  }
}
