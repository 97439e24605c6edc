package gradus.kit.dynamicarrays;

/** The five ways of choosing a capacity that this lesson compares. */
public enum Policy {
  /** The list of CPython 3.6: about an eighth to spare, given back below half. */
  CPYTHON_36,
  /** The list of CPython 3.9: the same idea, rounded to multiples of four. */
  CPYTHON_39,
  /** {@code java.util.ArrayList}: 10 at first, then half as much again; never gives back. */
  ARRAY_LIST,
  /** Twice as much each time, from 1; never gives back. */
  DOUBLING,
  /** Sixteen more each time; never gives back. */
  BY_SIXTEEN
}
