package gradus.worker;

import gradus.wire.Arguments;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/** Finds and instantiates the student's classes. */
final class StudentClasses {
  private final ClassLoader loader;

  StudentClasses(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * Makes an object.
   *
   * @throws Throwable what the student's constructor or static initialiser throws; {@link
   *     ClassNotFoundException}, {@link ClassCastException} or {@link NoSuchMethodException} if the
   *     class is not as the contract wants it
   */
  Object make(String className, Class<?> contract, Arguments arguments) throws Throwable {
    Class<?> type = Class.forName(className, false, loader);
    if (!contract.isAssignableFrom(type)) {
      throw new ClassCastException(className + " does not implement " + contract.getSimpleName());
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      Optional<Object[]> fitting = arguments.as(constructor.getGenericParameterTypes());
      if (fitting.isPresent()) {
        return construct(constructor, fitting.get());
      }
    }
    throw new NoSuchMethodException(
        className + " has no constructor for the " + arguments.count() + " arguments given");
  }

  private static Object construct(Constructor<?> constructor, Object[] arguments) throws Throwable {
    constructor.setAccessible(true);
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
