package gradus.harness.suite;

/** The submission under test: makes objects of the classes the student wrote. */
public interface Student {
  /**
   * Makes an object of the student's class for a contract.
   *
   * <p>The object is a proxy: a call crosses to the worker and blocks until its answer is back.
   *
   * <pre>{@code
   * DynamicArray array = student.make(DynamicArray.class, CPYTHON_36);
   * }</pre>
   *
   * @param contract a contract interface annotated {@code @StudentClass}
   * @param arguments what the constructor takes; objects made before may be passed on
   * @throws gradus.kit.PyError if the student's constructor throws it
   */
  <T> T make(Class<T> contract, Object... arguments);
}
