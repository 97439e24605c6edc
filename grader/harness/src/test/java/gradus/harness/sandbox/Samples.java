package gradus.harness.sandbox;

import gradus.kit.PyError;
import gradus.worker.Worker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Images and programs for the tests. */
public final class Samples {
  private Samples() {}

  /** The user's cache, so that a runtime is linked once and not in every build. */
  public static RuntimeImages images() {
    return RuntimeImages.inUserCache(line -> {});
  }

  /** A worker's image. */
  public static RuntimeImage workerImage() {
    ImageSpec.Training training =
        new ImageSpec.Training(Worker.class.getName(), List.of(), "", (replies, requests) -> {});
    List<Path> classPath = List.of(ImageSpec.home(Worker.class), ImageSpec.home(PyError.class));
    return images().image(new ImageSpec("worker", List.of("java.base"), classPath, training));
  }

  static JvmSpec attack(String... arguments) {
    return JvmSpec.of(workerImage(), Attack.class.getName())
        .withArguments(List.of(arguments))
        .withClassPath(List.of(ImageSpec.home(Attack.class)));
  }

  /** The sandbox behind bubblewrap, where there is one. */
  static Optional<Sandbox> bubblewrap() {
    try {
      return Optional.of(Sandboxes.choose(SandboxMode.REQUIRED, line -> {}));
    } catch (SandboxUnavailable here) {
      return Optional.empty();
    }
  }

  /** Everything a program answers, its requests ended at once. */
  static String answer(Sandbox sandbox, JvmSpec spec) throws IOException {
    try (SandboxedProcess process = sandbox.start(spec)) {
      process.requests().close();
      return new String(process.replies().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** How a program ends that is left to itself. */
  static ExitReport exit(Sandbox sandbox, JvmSpec spec) throws IOException {
    try (SandboxedProcess process = sandbox.start(spec)) {
      process.replies().readAllBytes();
      return process.exit();
    }
  }
}
