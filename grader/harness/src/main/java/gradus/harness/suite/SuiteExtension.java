package gradus.harness.suite;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Lets a check run when it is its turn, and gives it its student and its runs. */
public final class SuiteExtension implements ExecutionCondition, ParameterResolver {
  /** Where the launcher's session keeps the {@link Turns}. */
  public static final String NAMESPACE = "gradus.check";

  private static final ConditionEvaluationResult ITS_TURN = ConditionEvaluationResult.enabled("");
  private static final ConditionEvaluationResult NOT_NOW = ConditionEvaluationResult.disabled("");

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return turns(context).begin(context.getRequiredTestMethod()) ? ITS_TURN : NOT_NOW;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Student.class || type == Runs.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    CheckSession session = turns(context).session();
    return parameter.getParameter().getType() == Student.class ? session.student() : session.runs();
  }

  private static Turns turns(ExtensionContext context) {
    Turns turns =
        context
            .getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(NAMESPACE))
            .get(Turns.class, Turns.class);
    if (turns == null) {
      throw new IllegalStateException("A hidden check is run by the grader alone.");
    }
    return turns;
  }
}
