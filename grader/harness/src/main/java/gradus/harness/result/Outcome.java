package gradus.harness.result;

import java.util.Comparator;
import java.util.stream.Stream;

/**
 * How a check ended. The list is closed; a task or lesson takes the gravest outcome among its
 * checks, in the order of declaration (a later constant is graver).
 */
public enum Outcome {
  /** The check held. The only outcome that earns points. */
  PASSED("passed"),
  /** The check was not run because a task it needs earned no points. */
  NOT_RUN("not run"),
  /** The stub is still there: student code threw {@code Todo}. */
  NOT_IMPLEMENTED("not implemented"),
  /** An answer differed from the expected one; the result carries the shortest failing sequence. */
  WRONG_ANSWER("wrong answer"),
  /** Student code threw an exception the contract does not allow. */
  EXCEPTION("exception"),
  /** A source file the check needs does not compile. */
  COMPILE_ERROR("compile error"),
  /** The check used up its CPU or wall time. */
  TIMEOUT("timeout"),
  /** The worker ran out of memory. */
  OUT_OF_MEMORY("out of memory"),
  /** The worker's JVM ended: exit, halt, or a fatal error. */
  CRASHED("crashed"),
  /** Student code uses an API that the lesson forbids. */
  FORBIDDEN_API("forbidden API"),
  /** The sandbox stopped the worker. */
  SANDBOX_VIOLATION("sandbox violation"),
  /** The worker sent something the wire does not allow; it is condemned at once. */
  PROTOCOL_VIOLATION("protocol violation"),
  /** A fault of the grader. Retried once; never costs a point; the command exits with 3. */
  INFRASTRUCTURE("grader fault");

  private final String words;

  Outcome(String words) {
    this.words = words;
  }

  /** Whether student code took its worker down with it. */
  public boolean isWorkersEnd() {
    return switch (this) {
      case TIMEOUT, OUT_OF_MEMORY, CRASHED, SANDBOX_VIOLATION, PROTOCOL_VIOLATION -> true;
      default -> false;
    };
  }

  /** The gravest of several outcomes; of none, {@code INFRASTRUCTURE}: nothing run is no pass. */
  public static Outcome gravest(Stream<Outcome> outcomes) {
    return outcomes.max(Comparator.naturalOrder()).orElse(INFRASTRUCTURE);
  }

  /** The outcome in lower-case words, as tables and pages print it. */
  public String words() {
    return words;
  }
}
