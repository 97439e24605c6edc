package gradus.engine.process;

import java.util.Locale;

/**
 * A request to a watched heap.
 *
 * @param address of the block: what malloc returned, or what free was given
 * @param size bytes asked for; of a block that is freed, those it had
 * @param site where in the program the request stands
 */
public record HeapEvent(Kind kind, long address, long size, String site) {

  /** What was asked for. A block that moves is allocated and freed. */
  public enum Kind {
    MALLOC,
    FREE,
    /** A block got another size where it was. */
    RESIZE
  }

  @Override
  public String toString() {
    return "%-6s 0x%x %6d  %s".formatted(kind.name().toLowerCase(Locale.ROOT), address, size, site);
  }
}
