package gradus.engine.object;

/** A native function of one object: {@code tp_repr}, {@code tp_iternext}, {@code nb_negative} … */
@FunctionalInterface
public interface Unary {

  /** The result: a new reference, or a plain number where the slot returns one. */
  long call(long self);
}
