package gradus.harness.runner;

import gradus.harness.runner.CheckLauncher.Attendant;
import gradus.harness.suite.CheckSession;
import gradus.harness.suite.Turns;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * One launch of the JUnit platform. Each of its checks has one turn, in their order; whatever else
 * happens is amiss.
 */
final class Launch implements Turns, TestExecutionListener {
  private final Queue<ExpectedCheck> due;
  private final Attendant attendant;
  private final List<String> amiss = new ArrayList<>();
  private @Nullable CheckSession running;
  private boolean over;

  Launch(List<ExpectedCheck> checks, Attendant attendant) {
    this.due = new ArrayDeque<>(checks);
    this.attendant = attendant;
  }

  @Override
  public boolean begin(Method method) {
    if (due.stream().noneMatch(check -> check.method().equals(method))) {
      amiss.add("The check ran more than once");
    } else if (!over && !isNext(method)) {
      amiss.add("The check did not run");
    }
    over |= !amiss.isEmpty();
    return !over && prepare(due.element());
  }

  private boolean isNext(Method method) {
    return running == null && due.element().method().equals(method);
  }

  private boolean prepare(ExpectedCheck check) {
    running = attendant.begin(check).orElse(null);
    over = running == null;
    return !over;
  }

  @Override
  public CheckSession session() {
    if (running == null) {
      throw new IllegalStateException("No check has begun.");
    }
    return running;
  }

  @Override
  public void executionSkipped(TestIdentifier identifier, String reason) {
    if (!over) {
      amiss.add("The check was skipped");
    }
  }

  @Override
  public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
    if (identifier.isTest()) {
      testFinished(identifier, result);
    } else if (result.getStatus() != Status.SUCCESSFUL) {
      amiss.add("The suite could not be set up");
    }
  }

  private void testFinished(TestIdentifier identifier, TestExecutionResult result) {
    if (running == null || !isMethod(identifier, due.element().method())) {
      amiss.add("Another test ran in its place");
      return;
    }
    if (result.getStatus() == Status.ABORTED) {
      amiss.add("The check gave up");
    }
    over |= !attendant.end(due.remove(), result.getThrowable());
    // Stays if the attendant threw something, which JUnit keeps to itself.
    running = null;
  }

  private static boolean isMethod(TestIdentifier identifier, Method method) {
    return identifier
        .getSource()
        .filter(source -> source instanceof MethodSource)
        .map(source -> ((MethodSource) source).getJavaMethod().equals(method))
        .orElse(false);
  }

  /** What went amiss first; to be asked when the launch is done. */
  Optional<String> amiss() {
    if (running != null) {
      amiss.add("The check did not end");
    }
    if (!over && !due.isEmpty()) {
      amiss.add("The check did not run");
    }
    return amiss.stream().findFirst();
  }
}
