package gradus.bench;

import gradus.harness.compile.Compiler;
import gradus.harness.remote.Remote;
import gradus.harness.remote.StudentException;
import gradus.harness.runner.ContractTypes;
import gradus.harness.runner.RemoteWorker;
import gradus.harness.runner.Worker;
import gradus.harness.sandbox.ImageSpec;
import gradus.harness.sandbox.JvmSpec;
import gradus.harness.sandbox.RuntimeImages;
import gradus.harness.sandbox.Sandbox;
import gradus.harness.sandbox.SandboxMode;
import gradus.harness.sandbox.Sandboxes;
import gradus.harness.submission.Submission;
import gradus.kit.PyError;
import gradus.kit.dynamicarrays.DynamicArray;
import gradus.kit.dynamicarrays.Policy;
import gradus.wire.Caps;
import gradus.wire.Contracts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Workers that hold the model solution, started the way a grading starts them. */
final class Workers implements AutoCloseable {
  private static final String LESSON = "dynamic-arrays";
  private static final int WARM_UP = 20_000;
  private static final int CALLS = 50_000;

  private final Compiler compiler;
  private final Supplier<Worker> starter;

  Workers(Path home) {
    Sandbox sandbox = Sandboxes.choose(SandboxMode.AUTO, System.err::println);
    RuntimeImages images = RuntimeImages.inUserCache(step -> {});
    compiler = new Compiler(sandbox, images);
    List<String> lessons = List.of(LESSON);
    Submission model = Submission.collect(home.resolve("solutions"), lessons, lessons);
    Map<String, byte[]> classes =
        compiler.compile(model.lessons().get(0), "lessons.dynamicarrays").classes();
    Contracts contracts = Contracts.of(ContractTypes.in(DynamicArray.class.getPackageName()));
    JvmSpec spec = JvmSpec.of(images.image(image()), gradus.worker.Worker.class.getName());
    starter = () -> RemoteWorker.start(sandbox, spec, contracts).holding(classes);
  }

  private static ImageSpec image() {
    return new ImageSpec(
        "bench",
        List.of("java.base"),
        List.of(ImageSpec.home(gradus.worker.Worker.class), ImageSpec.home(PyError.class)),
        new ImageSpec.Training(
            gradus.worker.Worker.class.getName(),
            List.of(),
            "one object",
            (replies, requests) -> {
              Contracts contracts = Contracts.of(List.of(DynamicArray.class, Policy.class));
              try (Remote remote = Remote.over(replies, requests, contracts, Caps.STANDARD)) {
                remote.beginCheck();
                remote.make(DynamicArray.class, Policy.CPYTHON_36);
              } catch (StudentException noSuchClass) {
                // It has looked for one, and that is what there is to learn.
              }
            }));
  }

  /** From nothing to a worker's first reply, in milliseconds. */
  double start() {
    long begin = System.nanoTime();
    Worker worker = starter.get();
    double millis = (System.nanoTime() - begin) / 1e6;
    worker.close();
    return millis;
  }

  /** The median call on a student's object, in microseconds. */
  double call() {
    try (Worker worker = starter.get()) {
      worker.beginCheck();
      DynamicArray array = worker.student().make(DynamicArray.class, Policy.CPYTHON_36);
      double[] micros = new double[CALLS];
      for (int call = -WARM_UP; call < CALLS; call++) {
        long begin = System.nanoTime();
        array.size();
        micros[Math.max(0, call)] = (System.nanoTime() - begin) / 1e3;
      }
      worker.endCheck();
      return Median.of(micros);
    }
  }

  @Override
  public void close() {
    compiler.close();
  }
}
