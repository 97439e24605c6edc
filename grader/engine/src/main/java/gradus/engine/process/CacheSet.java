package gradus.engine.process;

/** The lines of one set of a cache, the most recently used first. */
final class CacheSet {

  private final long[] lines;
  private int filled;

  CacheSet(int ways) {
    lines = new long[ways];
  }

  /** Uses a line, in place of the least recently used one if it is not there. */
  boolean use(long line) {
    int place = 0;
    while (place < filled && lines[place] != line) {
      place++;
    }
    boolean found = place < filled;
    if (!found && filled < lines.length) {
      filled++;
    }
    int moved = Math.min(place, lines.length - 1);
    System.arraycopy(lines, 0, lines, 1, moved);
    lines[0] = line;
    return found;
  }
}
