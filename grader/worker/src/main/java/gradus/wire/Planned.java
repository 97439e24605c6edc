package gradus.wire;

import java.lang.reflect.Method;

/**
 * A call to be made together with others: they cross the wire in one frame and so do the answers.
 */
public final class Planned {
  private final Object object;
  private final Method method;
  private final Object[] arguments;

  /**
   * Plans a call.
   *
   * @param object a stand-in
   * @param method a method of its contract
   */
  public Planned(Object object, Method method, Object... arguments) {
    this.object = object;
    this.method = method;
    this.arguments = arguments.clone();
  }

  /** The stand-in. */
  public Object object() {
    return object;
  }

  /** The method of its contract. */
  public Method method() {
    return method;
  }

  /** The arguments, in a new array. */
  public Object[] arguments() {
    return arguments.clone();
  }
}
