package gradus.harness.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Makes runtime images and keeps them.
 *
 * <p>A runtime costs seconds and depends on the JDK alone; a program's jars and archive cost half a
 * second and change with every build. So they are two entries of the cache.
 */
public final class RuntimeImages {
  private static final String CLASS_LIST = "classes.lst";

  private final Cache cache;
  private final Consumer<String> progress;

  /**
   * Images in a cache of one's own choice.
   *
   * @param root the folder to keep them in
   * @param progress gets one line before anything slow
   */
  public RuntimeImages(Path root, Consumer<String> progress) {
    this.cache = new Cache(root);
    this.progress = progress;
  }

  /** Images in the user's cache: {@code $XDG_CACHE_HOME/gradus} or {@code ~/.cache/gradus}. */
  public static RuntimeImages inUserCache(Consumer<String> progress) {
    return new RuntimeImages(Cache.standard(System.getenv(), Tools.superuser()), progress);
  }

  /**
   * The image for a specification, from the cache if it is there.
   *
   * @throws SandboxFault if it can be neither found nor made
   */
  public RuntimeImage image(ImageSpec spec) {
    JavaRuntime runtime = JavaRuntime.in(cache, spec, progress);
    Path program = cache.entry(nameOf(spec), folder -> layOut(spec, runtime, folder));
    return image(runtime, program, spec.classPath().size());
  }

  private static RuntimeImage image(JavaRuntime runtime, Path program, int jars) {
    List<Path> classPath =
        Stream.iterate(0, i -> i + 1).limit(jars).map(i -> program.resolve(i + ".jar")).toList();
    return new RuntimeImage(
        runtime.home(), classPath, program.resolve(JvmCommand.ARCHIVE), runtime.libraries());
  }

  private static String nameOf(ImageSpec spec) {
    ImageSpec.Training training = spec.training();
    try {
      Fingerprint made = new Fingerprint().with(JavaRuntime.identity());
      for (Path entry : spec.classPath()) {
        made.with(entry);
      }
      made.with(training.mainClass()).with(training.arguments().toString());
      return spec.name() + "-program-" + made.with(training.key());
    } catch (IOException e) {
      throw new SandboxFault("cannot read the grader's own classes: " + e.getMessage(), e);
    }
  }

  private void layOut(ImageSpec spec, JavaRuntime runtime, Path folder)
      throws IOException, InterruptedException {
    Jars.layOut(spec.classPath(), folder);
    RuntimeImage bare = image(runtime, folder, spec.classPath().size());
    Path list = folder.resolve(CLASS_LIST);
    train(bare, spec.training(), list);
    Files.write(list, completed(list, bare.javaHome(), bare.jars()));
    dump(bare, folder);
  }

  /** Runs the program once, unarchived, and has the JVM write down what it loads. */
  private static void train(RuntimeImage bare, ImageSpec.Training training, Path list)
      throws IOException {
    Files.createFile(bare.archive());
    JvmSpec run =
        JvmSpec.of(bare, training.mainClass())
            .withArguments(training.arguments())
            .withOptions(List.of("-XX:DumpLoadedClassList=" + list, "-Xshare:off"));
    try (SandboxedProcess process = new ProcessSandbox().start(run)) {
      converse(training.session(), process);
      ExitReport exit = process.exit();
      if (!loaded(list, training.mainClass())) {
        throw new SandboxFault(
            "%s does not run (exit code %d): %s"
                .formatted(training.mainClass(), exit.code(), exit.stderr().strip()));
      }
    }
    Files.delete(bare.archive());
  }

  private static void converse(ImageSpec.Session session, SandboxedProcess process) {
    try (InputStream replies = process.replies()) {
      try (OutputStream requests = process.requests()) {
        session.run(replies, requests);
      }
      replies.readAllBytes();
    } catch (IOException sessionClosedItOrProgramDied) {
      // What matters is whether the program was loaded, which is looked at next.
    }
  }

  private static boolean loaded(Path list, String mainClass) throws IOException {
    String line = mainClass.replace('.', '/');
    return Files.exists(list)
        && Files.readAllLines(list).stream().anyMatch(one -> one.split(" ", -1)[0].equals(line));
  }

  /** The program's own classes are archived whether the training run met them or not. */
  private static Set<String> completed(Path list, Path home, List<Path> jars) throws IOException {
    Set<String> classes = new LinkedHashSet<>(Files.readAllLines(list));
    classes.addAll(commonlyUsed(home));
    for (Path jar : jars) {
      classes.addAll(Jars.classesOf(jar));
    }
    return classes;
  }

  /** The JDK comes with a list of what programs use most. */
  private static List<String> commonlyUsed(Path home) throws IOException {
    Path list = home.resolve("lib").resolve("classlist");
    return Files.exists(list) ? Files.readAllLines(list) : List.of();
  }

  private static void dump(RuntimeImage bare, Path folder)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(bare.javaHome().resolve("bin").resolve("java").toString());
    command.add("-Xshare:dump");
    command.add("-XX:SharedClassListFile=" + CLASS_LIST);
    command.add("-XX:SharedArchiveFile=" + JvmCommand.ARCHIVE);
    command.add("-cp");
    command.add(JvmCommand.classPath(bare.jars(), List.of()));
    HostCommand.Result result = HostCommand.run(folder, command);
    if (result.code() != 0 || !Files.exists(bare.archive())) {
      throw new IOException("cannot archive classes: " + result.output().strip());
    }
  }
}
