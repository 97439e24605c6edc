package gradus.harness.result;

import java.util.Optional;

/**
 * One check of a task.
 *
 * @param name the property in words, unique in its task
 * @param outcome how it ended
 * @param message one sentence for the student; empty when the check passed
 * @param counterexample the shortest failing sequence, where there is one
 * @param points points earned, from 0 to {@code maxPoints}
 * @param maxPoints points to be had
 * @param seed the seed of the grading, which replays this check
 * @param millis wall time in milliseconds
 */
public record CheckResult(
    String name,
    Outcome outcome,
    String message,
    Optional<Counterexample> counterexample,
    int points,
    int maxPoints,
    long seed,
    long millis) {}
