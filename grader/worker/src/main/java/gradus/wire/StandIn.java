package gradus.wire;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;

/**
 * Stands here for an object of the other end. Equality, hashing and printing are answered here: the
 * other end's code is never asked.
 */
final class StandIn implements InvocationHandler {
  private static final Object[] NO_ARGUMENTS = {};

  private final Handles handles;
  private final HandleType type;
  private final int id;
  private final int check;

  StandIn(Handles handles, HandleType type, int id, int check) {
    this.handles = handles;
    this.type = type;
    this.id = id;
    this.check = check;
  }

  boolean belongsTo(Handles others) {
    return handles == others;
  }

  /** The contract's method that a Java method stands for. */
  ContractMethod contractMethod(Method method) {
    ContractMethod known = type.method(method);
    if (known == null) {
      throw new IllegalArgumentException(method + " is no method of the contract");
    }
    return known;
  }

  /** The number, good for the check the object was handed over in. */
  int id(int currentCheck) {
    if (check != currentCheck) {
      throw new IllegalStateException(
          "this " + type.raw().getSimpleName() + " belongs to a check that is over");
    }
    return id;
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    Object[] given = arguments == null ? NO_ARGUMENTS : arguments;
    ContractMethod remote = type.method(method);
    if (remote != null) {
      return handles.call(this, remote, given);
    }
    return method.getDeclaringClass() == Object.class
        ? answer(proxy, method.getName(), given)
        : InvocationHandler.invokeDefault(proxy, method, given);
  }

  private Object answer(Object proxy, String method, Object[] arguments) {
    return switch (method) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> type.raw().getSimpleName() + "#" + id;
    };
  }
}
