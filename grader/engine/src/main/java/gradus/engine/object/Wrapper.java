package gradus.engine.object;

/** How a slot is called as the method of its name: {@code (1).__add__(2)} calls {@code nb_add}. */
@FunctionalInterface
public interface Wrapper {

  /** Calls the slot's function with arguments as {@link Fast} takes them. */
  long call(long function, long self, long arguments, int count, long names);
}
