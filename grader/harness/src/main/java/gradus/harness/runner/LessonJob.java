package gradus.harness.runner;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is needed to run the checks of a lesson on one submission.
 *
 * @param plan the lesson and its expected checks
 * @param blocked the tasks that cannot be run, and why: a file that does not compile
 * @param workers starts processes that run the student's code
 * @param judge words the verdicts
 * @param seed the grading's seed
 * @param limits how long each check may take
 * @param output is told what student code printed; for instructors, as it may repeat hidden inputs
 */
public record LessonJob(
    SuitePlan plan,
    Map<String, Verdict> blocked,
    Worker.Factory workers,
    Judge judge,
    long seed,
    Limits limits,
    Optional<Consumer<String>> output) {}
