package gradus.harness.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A linked Java runtime of a few modules.
 *
 * <p>Where the JDK cannot link one (a distribution may pack {@code jlink}'s modules apart) its own
 * runtime serves: larger, and with more modules for a student to see, but as read-only.
 *
 * @param home its folder
 * @param libraries the system's libraries it is linked against
 */
record JavaRuntime(Path home, List<Path> libraries) {
  private static final String JAVA = "java";
  private static final String LIBRARIES = "libraries";
  private static final Pattern LINKED =
      Pattern.compile("(?:=> |^\\s*)(/\\S+) \\(0x", Pattern.MULTILINE);

  /** The runtime for a specification, linked first if the cache does not hold it. */
  static JavaRuntime in(Cache cache, ImageSpec spec, Consumer<String> progress) {
    String made = new Fingerprint().with(identity()).with(spec.modules().toString()).toString();
    Path folder =
        cache.entry(
            spec.name() + "-runtime-" + made,
            aside -> {
              progress.accept("Linking a Java runtime for the %s, once …".formatted(spec.name()));
              build(spec.modules(), aside, progress);
            });
    return read(folder);
  }

  /** What tells this JDK from any other. */
  static String identity() {
    return String.join(
        " ",
        System.getProperty("java.vendor"),
        System.getProperty("java.vm.version"),
        System.getProperty("os.arch"),
        System.getProperty("java.home"));
  }

  private static JavaRuntime read(Path folder) {
    try (Stream<String> lines = Files.lines(folder.resolve(LIBRARIES))) {
      Path linked = folder.resolve(JAVA);
      Path home = Files.isDirectory(linked) ? linked : ownHome();
      return new JavaRuntime(home, lines.map(Path::of).toList());
    } catch (IOException e) {
      throw new SandboxFault("cannot read the cache " + folder + ": " + Scratch.reason(e), e);
    }
  }

  private static Path ownHome() {
    return Path.of(System.getProperty("java.home"));
  }

  private static void build(List<String> modules, Path folder, Consumer<String> progress)
      throws IOException, InterruptedException {
    Path linked = folder.resolve(JAVA);
    Path jlink = ownHome().resolve("bin").resolve("jlink");
    HostCommand.Result result =
        Files.isExecutable(jlink)
            ? HostCommand.run(folder, command(jlink, modules, linked))
            : new HostCommand.Result(1, "it has no jlink");
    if (result.code() != 0) {
      Scratch.delete(linked);
      if (result.output().contains("No space left")) {
        throw new IOException("No space left on device");
      }
      progress.accept(
          "NOTE: this JDK links no runtimes (%s); workers get all of it instead"
              .formatted(result.output().strip().lines().findFirst().orElse("no reason given")));
    }
    Path home = result.code() == 0 ? linked : ownHome();
    Files.write(folder.resolve(LIBRARIES), librariesOf(home));
  }

  private static List<String> command(Path jlink, List<String> modules, Path linked) {
    return List.of(
        jlink.toString(),
        "--add-modules",
        String.join(",", modules),
        "--strip-debug",
        "--no-man-pages",
        "--no-header-files",
        "--output",
        linked.toString());
  }

  /** What the dynamic linker will open outside the runtime; none where there is no {@code ldd}. */
  private static List<String> librariesOf(Path home) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    Tools.find("ldd").ifPresent(command::add);
    if (command.isEmpty()) {
      return List.of();
    }
    command.add(home.resolve("bin").resolve("java").toString());
    command.add(home.resolve("lib").resolve("server").resolve("libjvm.so").toString());
    try (Stream<Path> files = Files.list(home.resolve("lib"))) {
      files.map(Path::toString).filter(name -> name.endsWith(".so")).forEach(command::add);
    }
    TreeSet<String> libraries = new TreeSet<>();
    Matcher linked = LINKED.matcher(HostCommand.run(home, command).output());
    while (linked.find()) {
      libraries.add(linked.group(1));
    }
    libraries.removeIf(library -> Path.of(library).normalize().startsWith(home));
    return List.copyOf(libraries);
  }
}
