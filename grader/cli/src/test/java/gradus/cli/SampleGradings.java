package gradus.cli;

import gradus.harness.result.CheckResult;
import gradus.harness.result.Counterexample;
import gradus.harness.result.Counterexample.Difference;
import gradus.harness.result.GradingResult;
import gradus.harness.result.LessonResult;
import gradus.harness.result.Outcome;
import gradus.harness.result.TaskResult;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Gradings to write reports of. */
public final class SampleGradings {
  public static final long SEED = 41;

  private SampleGradings() {}

  /** A believable half-right submission: every kind of row and block appears once. */
  public static GradingResult firstAttempt() {
    return grading(
        "first-attempt",
        task("growth", "The capacity rule", passed("follows the 3.6 rule", 15)),
        task(
            "array",
            "The array",
            passed("starts empty", 10),
            wrong("keeps the capacity CPython keeps", 15, nineAppends())),
        task(
            "insert-and-pop",
            "Insert and pop",
            failed("inserts anywhere", Outcome.COMPILE_ERROR, "Slots.java:12: ';' expected", 10),
            failed("pops anywhere", Outcome.COMPILE_ERROR, "Slots.java:12: ';' expected", 5)),
        task(
            "shrink",
            "When to give back",
            failed("never thrashes", Outcome.TIMEOUT, "no answer within 2 s", 10),
            failed("reads no files", Outcome.EXCEPTION, "IllegalStateException: no", 5)),
        task(
            "ledger",
            "The ledger",
            failed("charges exactly", Outcome.NOT_IMPLEMENTED, "The stub is still there.", 15)),
        task("duel", "Policy duel", failed("reports exactly", Outcome.NOT_RUN, "", 15)));
  }

  public static GradingResult perfect() {
    return grading("solutions", task("growth", "The capacity rule", passed("follows it", 15)));
  }

  public static GradingResult withFault() {
    return grading(
        "unlucky",
        task("growth", "Growth", failed("follows it", Outcome.INFRASTRUCTURE, "no worker", 15)));
  }

  /** One wrong check with the given words everywhere a submission's text can appear. */
  public static GradingResult saying(String words) {
    Counterexample example =
        new Counterexample(
            List.of("a.append(" + words + ")"),
            1,
            List.of(new Difference("get(0)", "1", words)),
            "[1]",
            words);
    return grading(
        words,
        task(
            "array",
            "The array",
            wrong("keeps what it is given", 10, example),
            failed("throws nothing", Outcome.EXCEPTION, words, 5)));
  }

  public static Counterexample nineAppends() {
    return new Counterexample(
        List.of("a = new DynamicArray(CPYTHON_36)", "a.append(0) … a.append(8)"),
        9,
        List.of(new Difference("size", "9", "9"), new Difference("allocated", "16", "17")),
        "[0 1 2 3 4 5 6 7 8 · · · · · · ·]",
        "[0 1 2 3 4 5 6 7 8 · · · · · · · ·]");
  }

  public static GradingResult grading(String submission, TaskResult... tasks) {
    int score = Arrays.stream(tasks).mapToInt(TaskResult::points).sum();
    int maxScore = Arrays.stream(tasks).mapToInt(TaskResult::maxPoints).sum();
    Outcome outcome = gravest(Arrays.stream(tasks).map(TaskResult::outcome).toList());
    LessonResult lesson =
        new LessonResult(
            "dynamic-arrays", "Dynamic arrays", score, maxScore, outcome, List.of(tasks));
    return new GradingResult(
        GradingResult.VERSION,
        submission,
        SEED,
        "process",
        score,
        maxScore,
        List.of(lesson),
        List.of());
  }

  public static TaskResult task(String id, String title, CheckResult... checks) {
    return new TaskResult(
        id,
        title,
        Arrays.stream(checks).mapToInt(CheckResult::points).sum(),
        Arrays.stream(checks).mapToInt(CheckResult::maxPoints).sum(),
        gravest(Arrays.stream(checks).map(CheckResult::outcome).toList()),
        List.of(checks));
  }

  public static CheckResult passed(String name, int points) {
    return new CheckResult(name, Outcome.PASSED, "", Optional.empty(), points, points, SEED, 3);
  }

  public static CheckResult failed(String name, Outcome outcome, String message, int maxPoints) {
    return new CheckResult(name, outcome, message, Optional.empty(), 0, maxPoints, SEED, 12);
  }

  public static CheckResult wrong(String name, int maxPoints, Counterexample example) {
    return new CheckResult(
        name,
        Outcome.WRONG_ANSWER,
        "An observation differs.",
        Optional.of(example),
        0,
        maxPoints,
        SEED,
        1_234);
  }

  private static Outcome gravest(List<Outcome> outcomes) {
    return outcomes.stream().max(Comparator.naturalOrder()).orElse(Outcome.PASSED);
  }
}
