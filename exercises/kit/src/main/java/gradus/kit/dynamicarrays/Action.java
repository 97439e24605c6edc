package gradus.kit.dynamicarrays;

/** What a {@link Step} of a workload does. */
public enum Action {
  /** Appends one item, {@code count} times. */
  APPEND,
  /** Extends by {@code count} items at once: one operation, at most one new block. */
  EXTEND,
  /** Pops the last item, {@code count} times. */
  POP,
  /** Clears the array; the count does not matter. */
  CLEAR
}
