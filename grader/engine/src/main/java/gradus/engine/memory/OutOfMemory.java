package gradus.engine.memory;

/** The memory limit is so small that the simulated process cannot even start. */
public final class OutOfMemory extends RuntimeException {

  private static final long serialVersionUID = 1;

  OutOfMemory(String message) {
    super(message);
  }
}
