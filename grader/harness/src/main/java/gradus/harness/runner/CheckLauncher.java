package gradus.harness.runner;

import gradus.harness.suite.CheckSession;
import gradus.harness.suite.SuiteExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs single checks by the JUnit platform. A check counts as run only if exactly one test was
 * executed, and that test is the check.
 */
final class CheckLauncher implements AutoCloseable {
  private final LauncherSession session =
      LauncherFactory.openSession(
          LauncherConfig.builder()
              .enableLauncherDiscoveryListenerAutoRegistration(false)
              .enableLauncherSessionListenerAutoRegistration(false)
              .enablePostDiscoveryFilterAutoRegistration(false)
              .enableTestExecutionListenerAutoRegistration(false)
              .build());

  /** How a launch went. */
  sealed interface Launch {
    /** The check ran. */
    record Ran(Optional<Throwable> thrown) implements Launch {}

    /** Something else happened, which is never a pass. */
    record Amiss(String what) implements Launch {}
  }

  Launch run(ExpectedCheck check, CheckSession running) {
    session.getStore().put(Namespace.create(SuiteExtension.NAMESPACE), CheckSession.class, running);
    Listener listener = new Listener(check);
    session.getLauncher().execute(request(check), listener);
    return listener.launch();
  }

  @Override
  public void close() {
    session.close();
  }

  private static LauncherDiscoveryRequest request(ExpectedCheck check) {
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(
            DiscoverySelectors.selectMethod(check.method().getDeclaringClass(), check.method()))
        .filters(EngineFilter.includeEngines("junit-jupiter"))
        .enableImplicitConfigurationParameters(false)
        .build();
  }

  /** Counts what is executed; expects one test, the check. */
  private static final class Listener implements TestExecutionListener {
    private final ExpectedCheck check;
    private final List<TestExecutionResult> results = new ArrayList<>();
    private final List<String> amiss = new ArrayList<>();

    Listener(ExpectedCheck check) {
      this.check = check;
    }

    @Override
    public void executionSkipped(TestIdentifier identifier, String reason) {
      amiss.add("The check was skipped");
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
      if (identifier.isTest()) {
        results.add(result);
        if (!isTheCheck(identifier)) {
          amiss.add("Another test ran in its place");
        }
      } else if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
        amiss.add("The suite could not be set up");
      }
    }

    private boolean isTheCheck(TestIdentifier identifier) {
      return identifier
          .getSource()
          .filter(source -> source instanceof MethodSource)
          .map(source -> ((MethodSource) source).getJavaMethod().equals(check.method()))
          .orElse(false);
    }

    Launch launch() {
      if (amiss.isEmpty() && results.size() != 1) {
        amiss.add(results.isEmpty() ? "The check did not run" : "The check ran more than once");
      }
      if (amiss.isEmpty() && results.get(0).getStatus() == TestExecutionResult.Status.ABORTED) {
        amiss.add("The check gave up");
      }
      return amiss.isEmpty()
          ? new Launch.Ran(results.get(0).getThrowable())
          : new Launch.Amiss(amiss.get(0));
    }
  }
}
