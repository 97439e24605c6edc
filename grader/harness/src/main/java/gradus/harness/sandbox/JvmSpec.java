package gradus.harness.sandbox;

import java.nio.file.Path;
import java.util.List;

/**
 * A Java program to start.
 *
 * @param image the runtime and the jars that are always there
 * @param mainClass the class whose {@code main} runs
 * @param arguments what {@code main} gets
 * @param classPath further jars or directories, after the image's own
 * @param options further options of the JVM
 * @param limits what the program may use up
 */
public record JvmSpec(
    RuntimeImage image,
    String mainClass,
    List<String> arguments,
    List<Path> classPath,
    List<String> options,
    JvmLimits limits) {
  public JvmSpec {
    arguments = List.copyOf(arguments);
    classPath = List.copyOf(classPath);
    options = List.copyOf(options);
  }

  /** A program without arguments that sees the image alone, under the default limits. */
  public static JvmSpec of(RuntimeImage image, String mainClass) {
    return new JvmSpec(image, mainClass, List.of(), List.of(), List.of(), JvmLimits.DEFAULT);
  }

  /** The same program with these arguments. */
  public JvmSpec withArguments(List<String> changed) {
    return new JvmSpec(image, mainClass, changed, classPath, options, limits);
  }

  /** The same program that also sees these jars or directories. */
  public JvmSpec withClassPath(List<Path> changed) {
    return new JvmSpec(image, mainClass, arguments, changed, options, limits);
  }

  /** The same program with these further options of the JVM. */
  public JvmSpec withOptions(List<String> changed) {
    return new JvmSpec(image, mainClass, arguments, classPath, changed, limits);
  }

  /** The same program within these limits. */
  public JvmSpec withLimits(JvmLimits changed) {
    return new JvmSpec(image, mainClass, arguments, classPath, options, changed);
  }
}
