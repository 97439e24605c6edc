package gradus.engine.process;

import java.util.List;

/** What a function needs on the stack: parameters, eight bytes each, and local variables. */
public record StackFunction(String name, List<String> parameters, List<StackVariable> locals) {

  /** The lists are given as unmodifiable ones. */
  public StackFunction {
    parameters = List.copyOf(parameters);
    locals = List.copyOf(locals);
  }

  /** A function without parameters or local variables. */
  public static StackFunction of(String name) {
    return new StackFunction(name, List.of(), List.of());
  }

  /** The same function with these parameters. */
  public StackFunction taking(String... names) {
    return new StackFunction(name, List.of(names), locals);
  }

  /** The same function with these local variables. */
  public StackFunction with(StackVariable... variables) {
    return new StackFunction(name, parameters, List.of(variables));
  }
}
