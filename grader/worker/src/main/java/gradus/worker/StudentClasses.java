package gradus.worker;

import gradus.wire.Arguments;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Finds and instantiates the student's classes.
 *
 * <p>Each check has them afresh: what a check left in their static fields, the next does not see.
 * Where there is no such field they are kept, for warm code is faster.
 */
final class StudentClasses {
  private final ClassLoader kit;
  private final Map<String, byte[]> classes = new HashMap<>();
  private Fresh loader;

  /** Classes beside the kit; what lies there already, under any name, stays as it is. */
  StudentClasses(ClassLoader kit) {
    this.kit = kit;
    this.loader = new Fresh(classes, kit);
  }

  /** The loader of the kit. */
  ClassLoader kit() {
    return kit;
  }

  /**
   * Adds classes, by binary name with slashes.
   *
   * @return how many there are now
   */
  int add(Map<String, byte[]> more) {
    classes.putAll(more);
    return classes.size();
  }

  /** Forgets the classes as they are now, if they can remember anything. */
  void renew() {
    if (loader.remembers()) {
      loader = new Fresh(classes, kit);
    }
  }

  /** Defines the student's classes once. */
  private static final class Fresh extends ClassLoader {
    private final Map<String, byte[]> classes;
    private final List<Class<?>> defined = new CopyOnWriteArrayList<>();

    Fresh(Map<String, byte[]> classes, ClassLoader kit) {
      super(kit);
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name.replace('.', '/'));
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      Class<?> type = defineClass(name, bytes, 0, bytes.length);
      defined.add(type);
      return type;
    }

    /** Whether a class that was used so far has a field that outlives a check. */
    boolean remembers() {
      for (Class<?> type : defined) {
        for (Field field : type.getDeclaredFields()) {
          if (outlives(field)) {
            return true;
          }
        }
      }
      return false;
    }

    private static boolean outlives(Field field) {
      int modifiers = field.getModifiers();
      Class<?> type = field.getType();
      boolean constant =
          Modifier.isFinal(modifiers)
              && (type.isPrimitive() || type == String.class || field.isSynthetic());
      return Modifier.isStatic(modifiers) && !constant;
    }
  }

  /**
   * Makes an object.
   *
   * @throws Throwable what the student's constructor or static initialiser throws; {@link
   *     ClassNotFoundException}, {@link ClassCastException} or {@link NoSuchMethodException} if the
   *     class is not as the contract wants it
   */
  Object make(String className, Class<?> contract, Arguments arguments) throws Throwable {
    Class<?> type = named(className);
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

  /** A class as this check has it; not initialised yet. */
  Class<?> named(String className) throws ClassNotFoundException {
    return Class.forName(className, false, loader);
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
