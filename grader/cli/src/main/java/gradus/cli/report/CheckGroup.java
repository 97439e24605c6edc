package gradus.cli.report;

import gradus.harness.result.CheckResult;
import gradus.harness.result.LessonResult;
import gradus.harness.result.Outcome;
import gradus.harness.result.TaskResult;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks of one task that went wrong for one reason, told once: a file that does not compile fails
 * every check of its task with the same words.
 *
 * @param task the task they belong to
 * @param checks at least one check; all have the outcome and the message of the first
 */
record CheckGroup(TaskResult task, List<CheckResult> checks) {

  /** The groups of a lesson which deserve an explanation, in the order of its checks. */
  static List<CheckGroup> explained(LessonResult lesson) {
    List<CheckGroup> groups = new ArrayList<>();
    for (TaskResult task : lesson.tasks()) {
      task.checks().stream()
          .filter(check -> wantsExplaining(check.outcome()))
          .forEach(check -> add(groups, task, check));
    }
    return groups;
  }

  /** The task's row already says all there is to say about a stub and a check that was not run. */
  private static boolean wantsExplaining(Outcome outcome) {
    return switch (outcome) {
      case PASSED, NOT_RUN, NOT_IMPLEMENTED -> false;
      default -> true;
    };
  }

  private static void add(List<CheckGroup> groups, TaskResult task, CheckResult check) {
    for (CheckGroup group : groups) {
      if (group.task().equals(task) && group.tellsAlready(check)) {
        group.checks().add(check);
        return;
      }
    }
    groups.add(new CheckGroup(task, new ArrayList<>(List.of(check))));
  }

  private boolean tellsAlready(CheckResult check) {
    return check.counterexample().isEmpty()
        && first().counterexample().isEmpty()
        && check.outcome() == first().outcome()
        && check.message().equals(first().message());
  }

  CheckResult first() {
    return checks.get(0);
  }

  /** What the group is about: the property of its one check, or how many there are. */
  String subject() {
    return checks.size() == 1
        ? first().name()
        : first().name() + " (and " + (checks.size() - 1) + " more)";
  }
}
