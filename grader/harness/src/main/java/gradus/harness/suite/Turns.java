package gradus.harness.suite;

import java.lang.reflect.Method;

/** Decides which check runs next, and holds what it runs in. */
public interface Turns {
  /**
   * Whether a check may begin. Asked right before it would, and on the thread that runs it.
   *
   * @param check the method that checks it
   */
  boolean begin(Method check);

  /** What the check that has begun runs in. */
  CheckSession session();
}
