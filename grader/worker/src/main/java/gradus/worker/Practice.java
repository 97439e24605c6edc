package gradus.worker;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Runs a {@link Program} such as students write, before there is one: much of what a student's
 * first lambda or record costs in a young JVM, it costs once. The classes are loaded afresh each
 * time, as a student's are, for loading and linking wants practice, too.
 */
final class Practice {
  private final Map<String, byte[]> classes = new HashMap<>();

  /** Runs the program, and returns what came of it. */
  String run() {
    StudentClasses fresh = new StudentClasses(ClassLoader.getPlatformClassLoader());
    fresh.add(classes());
    try {
      Constructor<?> program = fresh.named(Program.class.getName()).getDeclaredConstructor();
      program.setAccessible(true);
      return String.valueOf(((Supplier<?>) program.newInstance()).get());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the program to practise with cannot be run", e);
    }
  }

  private Map<String, byte[]> classes() {
    if (classes.isEmpty()) {
      for (Class<?> member : Program.class.getNestMembers()) {
        String name = member.getName().replace('.', '/');
        classes.put(name, file(name + ".class"));
      }
    }
    return classes;
  }

  private static byte[] file(String name) {
    try (InputStream file = Practice.class.getClassLoader().getResourceAsStream(name)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
