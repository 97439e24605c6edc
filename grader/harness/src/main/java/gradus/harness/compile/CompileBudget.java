package gradus.harness.compile;

import java.time.Duration;

/** How long javac may take over one lesson, of the processor's time and of anybody's. */
record CompileBudget(Duration cpu, Duration wall) {
  static final CompileBudget DEFAULT =
      new CompileBudget(Duration.ofSeconds(20), Duration.ofSeconds(60));
}
