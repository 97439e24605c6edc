package gradus.engine.object;

/**
 * A native function that takes its arguments from an array in memory, usually the caller's value
 * stack (METH_FASTCALL): no tuple is made.
 */
@FunctionalInterface
public interface Fast {

  /**
   * Calls the function.
   *
   * @param self the object it is bound to, or the callable itself
   * @param arguments the address of the positional arguments; values of keywords follow them
   * @param count the number of positional arguments
   * @param names a tuple of keywords, or 0
   * @return a new reference
   */
  long call(long self, long arguments, int count, long names);
}
