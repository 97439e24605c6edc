package gradus.harness.suite;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A hidden check: a JUnit test that is worth points.
 *
 * <p>It passes when it returns. An {@link AssertionError} is a wrong answer; what student code
 * throws is told by itself; any other exception is the suite's own fault and costs no points.
 * Parameters may be {@link Student} and {@link Runs}, and whatever a JUnit {@code
 * ParameterResolver} of the suites' own resolves. Every check gets a student of its own.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Test
@ExtendWith(SuiteExtension.class)
public @interface Check {
  /**
   * The property in words, as the student reads it: {@code keeps the capacity CPython keeps}.
   * Unique in its task.
   */
  String value();

  /** Points for this check. The points of a task's checks add up to the task's. */
  int points();
}
