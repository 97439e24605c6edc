package gradus.harness.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a sandboxed JVM. */
final class JvmCommand {
  /** The archive's name in the program's working directory. */
  static final String ARCHIVE = "classes.jsa";

  private static final List<String> SMALL_AND_QUICK =
      List.of(
          "-Xshare:auto",
          "-Xlog:disable",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:ActiveProcessorCount=1",
          "-XX:-UsePerfData",
          "-XX:-UseContainerSupport",
          "-XX:+DisableAttachMechanism");

  private static final List<String> BOUNDED =
      List.of(
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:MaxMetaspaceSize=128m",
          "-XX:CompressedClassSpaceSize=64m",
          "-XX:ReservedCodeCacheSize=32m",
          "-XX:MaxDirectMemorySize=64m",
          "-XX:-CreateCoredumpOnCrash",
          "-XX:ErrorFile=/dev/null");

  private static final List<String> THE_SAME_EVERYWHERE =
      List.of(
          "-Dfile.encoding=UTF-8",
          "-Duser.language=en",
          "-Duser.country=US",
          "-Duser.timezone=UTC");

  /** From this release on the JVM can refuse native access instead of warning of it. */
  private static final int REFUSES_NATIVE_ACCESS = 24;

  private JvmCommand() {}

  /**
   * The command for a runtime at {@code javaHome}, run in a directory that holds the image's jars
   * and archive under their own names.
   *
   * @param further the class path after the image's jars, as the program will see it
   */
  static List<String> of(JvmSpec spec, String javaHome, List<String> further) {
    List<String> command = new ArrayList<>();
    command.add(javaHome + "/bin/java");
    command.add("-XX:SharedArchiveFile=" + ARCHIVE);
    command.addAll(SMALL_AND_QUICK);
    command.addAll(BOUNDED);
    command.addAll(THE_SAME_EVERYWHERE);
    if (Runtime.version().feature() >= REFUSES_NATIVE_ACCESS) {
      command.add("--illegal-native-access=deny");
    }
    command.add("-Xms16m");
    command.add("-Xmx" + spec.limits().heapMebibytes() + "m");
    command.add("-Xss" + spec.limits().stackKibibytes() + "k");
    command.addAll(spec.options());
    command.add("-cp");
    command.add(classPath(spec.image().jars(), further));
    command.add(spec.mainClass());
    command.addAll(spec.arguments());
    return command;
  }

  /**
   * Jars by their plain names, as the archive knows them: it is only used where the class path
   * begins as it did when the archive was made.
   */
  static String classPath(List<Path> jars, List<String> further) {
    List<String> entries = new ArrayList<>();
    jars.forEach(jar -> entries.add(jar.getFileName().toString()));
    entries.addAll(further);
    return String.join(":", entries);
  }
}
