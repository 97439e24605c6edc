package gradus.engine.object;

/**
 * A native function of three values: {@code tp_new}, {@code tp_setattro}, {@code mp_ass_subscript}
 * …
 */
@FunctionalInterface
public interface Ternary {

  /** The result: a new reference, or 0 where the slot returns only success. */
  long call(long self, long second, long third);
}
