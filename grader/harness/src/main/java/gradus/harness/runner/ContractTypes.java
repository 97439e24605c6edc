package gradus.harness.runner;

import gradus.harness.sandbox.ImageSpec;
import gradus.kit.StudentClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the types of a lesson's contracts: what the kit holds in the lesson's package. */
public final class ContractTypes {
  private static final String CLASS = ".class";

  private ContractTypes() {}

  /**
   * The interfaces, records and enums of a package that may cross the wire, by name.
   *
   * @throws SuiteException if the kit holds none
   */
  public static List<Class<?>> in(String contractPackage) {
    Path kit = ImageSpec.home(StudentClass.class);
    try {
      List<Class<?>> types =
          Files.isDirectory(kit) ? typesIn(kit, contractPackage) : typesInJar(kit, contractPackage);
      if (types.isEmpty()) {
        throw new SuiteException("The kit holds no contract in " + contractPackage + ".");
      }
      return types;
    } catch (IOException | UncheckedIOException e) {
      throw new SuiteException("The kit cannot be read: " + e.getMessage());
    }
  }

  private static List<Class<?>> typesInJar(Path jar, String contractPackage) throws IOException {
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      return typesIn(files.getPath("/"), contractPackage);
    }
  }

  private static List<Class<?>> typesIn(Path root, String contractPackage) throws IOException {
    Path folder = root.resolve(contractPackage.replace('.', '/'));
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(CLASS) && !name.startsWith("package-info"))
          .sorted()
          .<Class<?>>map(name -> load(contractPackage + "." + name.replace(CLASS, "")))
          .filter(ContractTypes::crosses)
          .toList();
    }
  }

  private static boolean crosses(Class<?> type) {
    return type.isEnum() || type.isRecord() || (type.isInterface() && !type.isAnnotation());
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, StudentClass.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new SuiteException("The kit's " + name + " cannot be loaded.");
    }
  }
}
