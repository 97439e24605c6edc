package gradus.engine.object;

/** A native function of two values: {@code nb_add}, {@code tp_getattro}, {@code sq_item} … */
@FunctionalInterface
public interface Binary {

  /** The result: a new reference, or a plain number where the slot returns one. */
  long call(long self, long other);
}
