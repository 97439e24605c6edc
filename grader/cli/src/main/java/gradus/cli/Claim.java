package gradus.cli;

import java.io.IOException;

/**
 * One claim about a lesson, to be tried.
 *
 * @param subject what it is about
 * @param trial tries it
 */
record Claim(String subject, Trial trial) {
  /** How a claim is tried; may run beside others. */
  @FunctionalInterface
  interface Trial {
    Proof run(Gradings gradings) throws IOException;
  }
}
