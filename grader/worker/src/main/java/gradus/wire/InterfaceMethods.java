package gradus.wire;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which methods of an interface cross the wire: the abstract ones. A default method is the kit's
 * own text and runs where it is called, on top of the abstract ones; an implementation that
 * overrides it is not asked.
 */
final class InterfaceMethods {
  private static final Set<String> OBJECTS = new HashSet<>();

  static {
    for (Method method : Object.class.getMethods()) {
      OBJECTS.add(signature(method));
    }
  }

  private InterfaceMethods() {}

  /** The methods, in the order both ends number them by: name, then parameter types. */
  static List<Method> of(Class<?> type) {
    Map<String, Method> bySignature = new TreeMap<>();
    for (Method method : type.getMethods()) {
      if (Modifier.isAbstract(method.getModifiers()) && !isObjects(method)) {
        bySignature.merge(signature(method), method, InterfaceMethods::moreSpecific);
      }
    }
    return List.copyOf(bySignature.values());
  }

  /** Name and parameter types. */
  static String signature(Method method) {
    return method.getName() + Arrays.toString(method.getParameterTypes());
  }

  private static Method moreSpecific(Method one, Method other) {
    return one.getReturnType().isAssignableFrom(other.getReturnType()) ? other : one;
  }

  /** Comparator, for one, declares {@code equals} again. */
  private static boolean isObjects(Method method) {
    return OBJECTS.contains(signature(method));
  }
}
