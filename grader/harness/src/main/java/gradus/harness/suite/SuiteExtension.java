package gradus.harness.suite;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a check its student and its runs. */
public final class SuiteExtension implements ParameterResolver {
  /** Where the launcher's session keeps the running check. */
  public static final String NAMESPACE = "gradus.check";

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Student.class || type == Runs.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    CheckSession session = runningCheck(context);
    return parameter.getParameter().getType() == Student.class ? session.student() : session.runs();
  }

  private static CheckSession runningCheck(ExtensionContext context) {
    CheckSession session =
        context
            .getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(NAMESPACE))
            .get(CheckSession.class, CheckSession.class);
    if (session == null) {
      throw new IllegalStateException("A hidden check is run by the grader alone.");
    }
    return session;
  }
}
