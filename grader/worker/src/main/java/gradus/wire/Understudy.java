package gradus.wire;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Stands in for a student's object, or for one that it calls back, before there is a student. */
final class Understudy implements InvocationHandler {
  private static final int FAILS_EVERY = 7;

  private final Samples samples;
  private final boolean callsBack;
  private int calls;

  private Understudy(Samples samples, boolean callsBack) {
    this.samples = samples;
    this.callsBack = callsBack;
  }

  /** One that calls back what it is handed, or one that is called back and leaves it at that. */
  static Object that(Class<?> contract, Samples samples, boolean callsBack) {
    ClassLoader own = contract.getClassLoader();
    return Proxy.newProxyInstance(
        own == null ? Understudy.class.getClassLoader() : own,
        new Class<?>[] {contract},
        new Understudy(samples, callsBack));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return switch (method.getName()) {
        case "equals" -> arguments != null && proxy == arguments[0];
        case "hashCode" -> System.identityHashCode(proxy);
        default -> "an understudy";
      };
    }
    if (callsBack && arguments != null) {
      callBack(method, arguments);
    }
    if (++calls % FAILS_EVERY == 0) {
      throw samples.failure();
    }
    return samples.of(method.getGenericReturnType());
  }

  private void callBack(Method method, Object[] arguments) throws IllegalAccessException {
    Class<?>[] types = method.getParameterTypes();
    for (int i = 0; i < types.length; i++) {
      if (arguments[i] != null && Proxy.isProxyClass(arguments[i].getClass())) {
        for (Method asked : InterfaceMethods.of(types[i])) {
          call(asked, arguments[i]);
        }
      }
    }
  }

  private void call(Method method, Object object) throws IllegalAccessException {
    try {
      method.invoke(object, samples.ofAll(method));
    } catch (InvocationTargetException failsNowAndThen) {
      // A student's code would be told.
    }
  }
}
