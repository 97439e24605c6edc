package gradus.suites;

import gradus.harness.remote.StudentException;
import gradus.harness.suite.Student;
import gradus.kit.PyError;
import gradus.kit.StudentClass;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A student whose objects live in this JVM: for the course's own sources, where a worker would only
 * cost time.
 */
final class LocalStudent implements Student {
  private final ClassLoader classes;

  LocalStudent(Map<String, String> sources) {
    classes = InMemoryJavac.load(sources);
  }

  @Override
  public <T> T make(Class<T> contract, Object... arguments) {
    String name = contract.getAnnotation(StudentClass.class).value();
    T object = contract.cast(told(() -> constructor(name, arguments).newInstance(arguments)));
    return contract.cast(
        Proxy.newProxyInstance(
            contract.getClassLoader(),
            new Class<?>[] {contract},
            (proxy, method, given) -> answer(object, method, given)));
  }

  private Constructor<?> constructor(String name, Object[] arguments)
      throws ClassNotFoundException {
    return Arrays.stream(classes.loadClass(name).getDeclaredConstructors())
        .filter(constructor -> constructor.getParameterCount() == arguments.length)
        .findFirst()
        .orElseThrow();
  }

  private static Object answer(Object object, Method method, Object[] given) {
    return switch (method.getName()) {
      case "equals" -> object == given[0];
      case "hashCode" -> System.identityHashCode(object);
      default -> told(() -> method.invoke(object, given));
    };
  }

  private interface Call {
    Object run() throws ReflectiveOperationException;
  }

  /** What student code throws, as the worker would tell it. */
  private static Object told(Call call) {
    try {
      return call.run();
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof PyError error) {
        throw error;
      }
      throw new StudentException(
          e.getCause().getClass().getName(), String.valueOf(e.getCause().getMessage()), List.of());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
