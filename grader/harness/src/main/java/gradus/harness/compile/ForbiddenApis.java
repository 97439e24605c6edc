package gradus.harness.compile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Finds what a lesson forbids, by reading the class files' references.
 *
 * <p>A pattern is one of
 *
 * <ul>
 *   <li>{@code java.util.ArrayList}: the class and those nested in it;
 *   <li>{@code java.lang.System.arraycopy}: a member of it, whatever its parameters;
 *   <li>{@code java.lang.reflect.*}: everything whose name begins so, packages below included.
 * </ul>
 *
 * <p>A member is looked for on the class that the code names: one inherited from it is not found.
 */
public final class ForbiddenApis {
  /** What javac writes into classes for lambdas, string concatenation and records. */
  private static final Set<String> WRITTEN_BY_JAVAC =
      Set.of(
          "java.lang.invoke.CallSite",
          "java.lang.invoke.LambdaMetafactory",
          "java.lang.invoke.LambdaMetafactory.altMetafactory",
          "java.lang.invoke.LambdaMetafactory.metafactory",
          "java.lang.invoke.MethodHandle",
          "java.lang.invoke.MethodHandles",
          "java.lang.invoke.MethodHandles$Lookup",
          "java.lang.invoke.MethodType",
          "java.lang.invoke.StringConcatFactory",
          "java.lang.invoke.StringConcatFactory.makeConcatWithConstants",
          "java.lang.invoke.TypeDescriptor",
          "java.lang.runtime.ObjectMethods",
          "java.lang.runtime.ObjectMethods.bootstrap");

  private final List<String> patterns;

  public ForbiddenApis(List<String> patterns) {
    this.patterns = List.copyOf(patterns);
  }

  /**
   * A forbidden reference.
   *
   * @param className the student's class, with dots
   * @param reference the class or member that it uses
   */
  public record Use(String className, String reference) {}

  /**
   * The forbidden references of a compilation's classes, in the order of classes and references.
   *
   * @throws IOException if one of them is no class file
   */
  public List<Use> uses(Collection<byte[]> classFiles) throws IOException {
    List<Use> uses = new ArrayList<>();
    for (byte[] classFile : classFiles) {
      uses.addAll(uses(classFile));
    }
    return uses;
  }

  List<Use> uses(byte[] classFile) throws IOException {
    ClassFile read = ClassFile.read(classFile);
    String name = read.name().replace('/', '.');
    return read.references().stream()
        .filter(reference -> !WRITTEN_BY_JAVAC.contains(reference))
        .filter(reference -> patterns.stream().anyMatch(pattern -> matches(pattern, reference)))
        .map(reference -> new Use(name, reference))
        .toList();
  }

  private static boolean matches(String pattern, String reference) {
    if (pattern.endsWith(".*")) {
      return reference.startsWith(pattern.substring(0, pattern.length() - 1));
    }
    return reference.equals(pattern)
        || reference.startsWith(pattern + "$")
        || reference.startsWith(pattern + ".");
  }
}
