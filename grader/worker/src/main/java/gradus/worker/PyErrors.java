package gradus.worker;

import gradus.wire.Fault;

/**
 * The kit's contract exception, by reflection: the worker is compiled against nothing, and knows
 * the kit only as one more thing on its class path.
 */
final class PyErrors {
  private final ClassLoader loader;

  PyErrors(ClassLoader loader) {
    this.loader = loader;
  }

  /** The Python type of a contract exception; empty for any other. */
  String typeOf(Throwable thrown) throws ReflectiveOperationException {
    Class<?> type = thrown.getClass();
    return type.getName().equals(Fault.PY_ERROR)
        ? String.valueOf(type.getMethod("type").invoke(thrown))
        : "";
  }

  /**
   * What a call-back's failure is to the student: a contract exception, or nothing they may know.
   */
  RuntimeException rebuilt(Fault fault) {
    try {
      if (fault.isPyError()) {
        return Class.forName(Fault.PY_ERROR, true, loader)
            .asSubclass(RuntimeException.class)
            .getConstructor(String.class, String.class)
            .newInstance(fault.pyType(), fault.message());
      }
    } catch (ReflectiveOperationException e) {
      return new IllegalStateException("the kit has no PyError", e);
    }
    return new IllegalStateException("the call-back failed");
  }
}
