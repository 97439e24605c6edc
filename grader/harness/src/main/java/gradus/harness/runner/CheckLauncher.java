package gradus.harness.runner;

import gradus.harness.suite.CheckSession;
import gradus.harness.suite.SuiteExtension;
import gradus.harness.suite.Turns;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs checks by the JUnit platform; several in one launch, as a launch costs more than most. */
final class CheckLauncher implements AutoCloseable {
  private final LauncherSession session =
      LauncherFactory.openSession(
          LauncherConfig.builder()
              .enableLauncherDiscoveryListenerAutoRegistration(false)
              .enableLauncherSessionListenerAutoRegistration(false)
              .enablePostDiscoveryFilterAutoRegistration(false)
              .enableTestExecutionListenerAutoRegistration(false)
              .build());

  /** Looks after each check of a launch, on the thread that launches. */
  interface Attendant {
    /**
     * Prepares for a check that is about to begin.
     *
     * @return what it runs in; empty if this launch is to run no more checks
     */
    Optional<CheckSession> begin(ExpectedCheck check);

    /**
     * Sees to a check that has ended.
     *
     * @param thrown what it threw; empty if it returned
     * @return whether this launch may run the next check
     */
    boolean end(ExpectedCheck check, Optional<Throwable> thrown);
  }

  /**
   * Runs checks in this order, each once, until the attendant wants no more.
   *
   * @return what went amiss; if anything did, no check of this launch counts as run
   */
  Optional<String> run(List<ExpectedCheck> checks, Attendant attendant) {
    Launch launch = new Launch(checks, attendant);
    session.getStore().put(Namespace.create(SuiteExtension.NAMESPACE), Turns.class, launch);
    session.getLauncher().execute(request(checks), launch);
    return launch.amiss();
  }

  @Override
  public void close() {
    session.close();
  }

  private static LauncherDiscoveryRequest request(List<ExpectedCheck> checks) {
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(checks.stream().map(CheckLauncher::selector).toList())
        .filters(EngineFilter.includeEngines("junit-jupiter"))
        .enableImplicitConfigurationParameters(false)
        .build();
  }

  private static MethodSelector selector(ExpectedCheck check) {
    return DiscoverySelectors.selectMethod(check.method().getDeclaringClass(), check.method());
  }
}
