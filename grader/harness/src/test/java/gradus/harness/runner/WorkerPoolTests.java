package gradus.harness.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gradus.harness.remote.StudentException;
import gradus.harness.runner.WorkerPool.Reservation;
import gradus.harness.sandbox.JvmSpec;
import gradus.harness.sandbox.Samples;
import gradus.harness.sandbox.Sandbox;
import gradus.harness.sandbox.SandboxMode;
import gradus.harness.sandbox.SandboxedProcess;
import gradus.harness.sandbox.Sandboxes;
import gradus.kit.dynamicarrays.CapacityRule;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerPoolTests {
  private static final Sandbox SANDBOX = Sandboxes.choose(SandboxMode.AUTO, line -> {});

  private final Queue<SandboxedProcess> started = new ConcurrentLinkedQueue<>();
  private WorkerPool pool = pool(1);

  private WorkerPool pool(int processors) {
    return new WorkerPool(
        new Watched(), spec(), List.of(CapacityRule.class), new Processors(processors));
  }

  private static JvmSpec spec() {
    return JvmSpec.of(Samples.workerImage(), gradus.worker.Worker.class.getName());
  }

  /** Remembers what it started. */
  private final class Watched implements Sandbox {
    @Override
    public String name() {
      return SANDBOX.name();
    }

    @Override
    public SandboxedProcess start(JvmSpec spec) {
      SandboxedProcess process = SANDBOX.start(spec);
      started.add(process);
      return process;
    }
  }

  @AfterEach
  void nothing_runs_on() {
    pool.close();
    for (SandboxedProcess process : started) {
      process.close();
    }
  }

  /** The student has no class at all, and the worker can tell. */
  private static void use(Worker worker) {
    worker.beginCheck();
    assertThatExceptionOfType(StudentException.class)
        .isThrownBy(() -> worker.student().make(CapacityRule.class))
        .withMessageContaining("lessons.dynamicarrays.Growth");
    assertThat(worker.endCheck()).isZero();
    assertThat(worker.condemned()).isEmpty();
  }

  @Test
  void a_worker_is_on_its_way_before_there_are_classes() {
    try (Reservation reservation = pool.reserve()) {
      Worker.Factory workers = reservation.holding(Map.of());
      Worker worker = workers.start();
      assertThat(started).hasSize(1);
      use(worker);
      worker.close();
    }
  }

  @Test
  void a_worker_that_has_to_be_replaced_is_replaced_by_another() {
    try (Reservation reservation = pool.reserve()) {
      Worker.Factory workers = reservation.holding(Map.of());
      workers.start().close();
      Worker second = workers.start();
      assertThat(started).hasSize(2);
      use(second);
      second.close();
    }
  }

  @Test
  void a_worker_serves_one_submission() {
    try (Reservation first = pool.reserve();
        Reservation second = pool.reserve()) {
      Worker one = first.holding(Map.of()).start();
      Worker other = second.holding(Map.of()).start();
      one.close();
      use(other);
      other.close();
    }
  }

  /** Its worker starts before the pool thinks of another, so that it is the first one started. */
  private void reserveInVain() {
    pool.reserve().close();
    awaitStarted(1);
  }

  @Test
  void a_worker_that_was_not_needed_is_the_next_submissions() {
    reserveInVain();
    try (Reservation next = pool.reserve()) {
      next.holding(Map.of()).start().close();
      assertThat(started.peek().alive()).isFalse();
    }
  }

  @Test
  void a_worker_that_died_while_it_waited_is_not_used() {
    reserveInVain();
    try (Reservation next = pool.reserve()) {
      started.peek().close();
      Worker worker = next.holding(Map.of()).start();
      use(worker);
      worker.close();
    }
  }

  private void awaitStarted(int count) {
    while (started.size() < count) {
      Thread.onSpinWait();
    }
  }

  @Test
  void two_workers_are_on_their_way_where_two_processors_are_free() {
    pool = pool(2);
    try (Reservation reservation = pool.reserve()) {
      assertThat(reservation.count()).isEqualTo(2);
      Worker.Factory workers = reservation.holding(Map.of());
      Worker one = workers.start();
      Worker other = workers.start();
      assertThat(started).hasSize(2);
      use(one);
      use(other);
      one.close();
      other.close();
    }
  }

  @Test
  void one_worker_is_enough_for_checks_one_after_the_other() {
    pool = pool(2);
    try (Reservation reservation = pool.reserveOne()) {
      assertThat(reservation.count()).isEqualTo(1);
    }
    awaitStarted(1);
    pool.close();
    assertThat(started).hasSize(1);
  }

  @Test
  void who_comes_while_processors_are_busy_has_one_worker() {
    pool = pool(3);
    try (Reservation first = pool.reserve();
        Reservation second = pool.reserve();
        Reservation third = pool.reserve()) {
      assertThat(first.count()).isEqualTo(2);
      assertThat(second.count()).isEqualTo(1);
      assertThat(third.count()).isEqualTo(1);
    }
    try (Reservation afterwards = pool.reserve()) {
      assertThat(afterwards.count()).isEqualTo(2);
    }
  }

  @Test
  void the_next_workers_come_up_when_the_second_submission_is_done() {
    pool = pool(2);
    try (Reservation first = pool.reserve()) {
      first.holding(Map.of()).start().close();
      first.holding(Map.of()).start().close();
    }
    assertThat(started).hasSize(2);
    try (Reservation second = pool.reserve()) {
      second.holding(Map.of()).start().close();
      second.holding(Map.of()).start().close();
    }
    awaitStarted(6);
    assertThat(started).hasSize(6);
  }
}
