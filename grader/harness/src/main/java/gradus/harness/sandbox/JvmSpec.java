package gradus.harness.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Java program to start.
 *
 * @param image the runtime and the jars that are always there
 * @param mainClass the class whose {@code main} runs
 * @param arguments what {@code main} gets
 * @param classPath further jars or directories, after the image's own
 * @param files further files to read, by the plain name under which they lie in the program's
 *     working directory
 * @param options further options of the JVM
 * @param limits what the program may use up
 * @param processor the one processor it runs on, if it keeps to one
 */
public record JvmSpec(
    RuntimeImage image,
    String mainClass,
    List<String> arguments,
    List<Path> classPath,
    Map<String, Path> files,
    List<String> options,
    JvmLimits limits,
    Optional<Processor> processor) {
  public JvmSpec {
    arguments = List.copyOf(arguments);
    classPath = List.copyOf(classPath);
    files = Map.copyOf(files);
    options = List.copyOf(options);
  }

  /** A program without arguments that sees the image alone, under the default limits. */
  public static JvmSpec of(RuntimeImage image, String mainClass) {
    return new JvmSpec(
        image,
        mainClass,
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        JvmLimits.DEFAULT,
        Optional.empty());
  }

  /** What starts the program, on its processor if it has one. */
  List<String> near(List<String> command) {
    return processor.map(own -> own.run(command)).orElse(command);
  }

  /** The same program with these arguments. */
  public JvmSpec withArguments(List<String> changed) {
    return new JvmSpec(image, mainClass, changed, classPath, files, options, limits, processor);
  }

  /** The same program that also sees these jars or directories. */
  public JvmSpec withClassPath(List<Path> changed) {
    return new JvmSpec(image, mainClass, arguments, changed, files, options, limits, processor);
  }

  /** The same program that also finds these files in its working directory. */
  public JvmSpec withFiles(Map<String, Path> changed) {
    return new JvmSpec(image, mainClass, arguments, classPath, changed, options, limits, processor);
  }

  /** The same program with these further options of the JVM. */
  public JvmSpec withOptions(List<String> changed) {
    return new JvmSpec(image, mainClass, arguments, classPath, files, changed, limits, processor);
  }

  /** The same program within these limits. */
  public JvmSpec withLimits(JvmLimits changed) {
    return new JvmSpec(image, mainClass, arguments, classPath, files, options, changed, processor);
  }

  /** The same program, kept to a processor. */
  public JvmSpec withProcessor(Optional<Processor> changed) {
    return new JvmSpec(image, mainClass, arguments, classPath, files, options, limits, changed);
  }
}
