package gradus.harness.suite;

import gradus.harness.suite.Sequence.Step;
import java.util.Arrays;
import java.util.List;

/** Turns the calls of a script into steps on one object. */
record ScriptSteps<T>(List<Operation<T>> operations, List<Step<T>> steps)
    implements Comparison.Script {
  @Override
  public Comparison.Script call(String name, Object... arguments) {
    List<Drawn<T, Object>> constants =
        Arrays.stream(arguments).map(Drawn::<T, Object>constant).toList();
    steps.add(new Step<>(0, operation(name, arguments.length), constants));
    return this;
  }

  private Operation<T> operation(String name, int arguments) {
    return operations.stream()
        .filter(it -> it.name().equals(name) && it.arguments().size() == arguments)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No call named " + name + " with " + arguments + " arguments was added."));
  }
}
