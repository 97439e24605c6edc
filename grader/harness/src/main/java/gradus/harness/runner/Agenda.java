package gradus.harness.runner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is due next of a lesson's tasks, for several threads at once. Each task is one thread's at a
 * time, and begins when it is known what the tasks that it needs have earned. What tasks have put
 * off comes when every task has begun that can.
 */
final class Agenda {
  private final Map<String, TaskRun> tasks = new LinkedHashMap<>();
  private final Set<TaskRun> taken = new HashSet<>();

  Agenda(List<TaskRun> inOrder) {
    inOrder.forEach(task -> tasks.put(task.task().id(), task));
  }

  List<TaskRun> tasks() {
    return new ArrayList<>(tasks.values());
  }

  /** The tasks that must have earned something before this one is worth running. */
  Stream<TaskRun> needsOf(TaskRun task) {
    return task.task().needs().stream().flatMap(need -> Stream.ofNullable(tasks.get(need)));
  }

  /**
   * The task to go on with, to be given back with {@link #release}; waits while another thread may
   * yet make one due. Empty when all tasks have ended.
   */
  synchronized Optional<TaskRun> take() throws InterruptedException {
    Optional<TaskRun> next = due();
    while (next.isEmpty() && !taken.isEmpty()) {
      wait();
      next = due();
    }
    next.ifPresent(taken::add);
    return next;
  }

  /** Gives a task back, ended or not. */
  synchronized void release(TaskRun task) {
    taken.remove(task);
    notifyAll();
  }

  private Optional<TaskRun> due() {
    Optional<TaskRun> fresh = free().filter(task -> !task.hasBegun() && isReady(task)).findFirst();
    return fresh.isPresent() || !taken.isEmpty() ? fresh : putOff();
  }

  /** What has begun comes first: the others may need it. */
  private Optional<TaskRun> putOff() {
    return free().min(Comparator.comparing(task -> !task.hasBegun()));
  }

  private Stream<TaskRun> free() {
    return tasks.values().stream().filter(task -> !task.hasEnded() && !taken.contains(task));
  }

  private boolean isReady(TaskRun task) {
    return needsOf(task).noneMatch(need -> taken.contains(need) || need.isOpen());
  }
}
