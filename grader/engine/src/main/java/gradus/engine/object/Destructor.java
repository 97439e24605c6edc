package gradus.engine.object;

/** The function in a type's {@code tp_dealloc}: ends an object whose reference count is 0. */
@FunctionalInterface
public interface Destructor {

  /** Gives back what the object holds, then its memory. */
  void dealloc(long object);
}
