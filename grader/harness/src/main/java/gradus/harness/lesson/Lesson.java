package gradus.harness.lesson;

import java.time.Duration;
import java.util.List;

/**
 * A lesson as its {@code lesson.yaml} describes it.
 *
 * @param id the lesson's folder name: {@code dynamic-arrays}
 * @param title the lesson's title
 * @param studentPackage the package students write in: {@code lessons.dynamicarrays}
 * @param tasks the tasks, each after those it needs; their points add up to 100
 * @param forbidden APIs student code must not use: {@code java.util.ArrayList}, {@code
 *     java.util.stream.*}, {@code java.util.Arrays#copyOf}
 * @param limits what a check and the whole lesson may use
 */
public record Lesson(
    String id,
    String title,
    String studentPackage,
    List<Task> tasks,
    List<String> forbidden,
    Limits limits) {
  /** What the tasks of a lesson are worth together. */
  public static final int POINTS = 100;

  public Lesson {
    tasks = List.copyOf(tasks);
    forbidden = List.copyOf(forbidden);
  }

  /** The task with this identifier. */
  public Task task(String taskId) {
    return tasks.stream()
        .filter(task -> task.id().equals(taskId))
        .findFirst()
        .orElseThrow(
            () -> new LessonException("The lesson " + id + " has no task named " + taskId + "."));
  }

  /** The package of the contracts: {@code gradus.kit.dynamicarrays}. */
  public String contractPackage() {
    return "gradus.kit" + studentPackage.substring(studentPackage.lastIndexOf('.'));
  }

  /**
   * A task.
   *
   * @param points what the task's checks are worth together
   * @param needs the tasks without which this one is not run
   * @param files the source files it needs, relative to the lesson's package
   */
  public record Task(String id, String title, int points, List<String> needs, List<String> files) {
    public Task {
      needs = List.copyOf(needs);
      files = List.copyOf(files);
    }
  }

  /**
   * What student code may use.
   *
   * @param check CPU time of one check; a wait without CPU time may last three times as long
   * @param lesson time of all checks together
   * @param heapMegabytes the worker's heap
   */
  public record Limits(Duration check, Duration lesson, int heapMegabytes) {
    /** What holds where {@code lesson.yaml} is silent. */
    public static final Limits DEFAULT =
        new Limits(Duration.ofSeconds(2), Duration.ofSeconds(30), 256);
  }
}
