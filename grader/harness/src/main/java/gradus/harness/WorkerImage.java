package gradus.harness;

import gradus.harness.remote.Remote;
import gradus.harness.runner.Rehearsal;
import gradus.harness.sandbox.ImageSpec;
import gradus.kit.PyError;
import gradus.wire.Caps;
import gradus.wire.Contracts;
import gradus.worker.Worker;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;

/** The runtime image of a worker: the smallest runtime, the worker and the kit. */
final class WorkerImage {
  /** After fifteen calls the JDK makes a method's calls faster, and needs other classes. */
  private static final int REHEARSALS = 20;

  private WorkerImage() {}

  /**
   * The image of workers for lessons with these contracts.
   *
   * @param contracts what a training session tells the worker of, so that it need not be slow later
   */
  static ImageSpec spec(Collection<Class<?>> contracts) {
    return new ImageSpec(
        "worker",
        List.of("java.base"),
        List.of(ImageSpec.home(Worker.class), ImageSpec.home(PyError.class)),
        new ImageSpec.Training(
            Worker.class.getName(),
            List.of(),
            "a rehearsal of " + contracts.stream().map(Class::getName).toList(),
            (replies, requests) -> train(contracts, replies, requests)));
  }

  private static void train(
      Collection<Class<?>> contracts, InputStream replies, OutputStream requests) {
    // The session's streams are not the remote's to close.
    Remote remote = Remote.over(replies, requests, Contracts.of(contracts), Caps.STANDARD);
    new Rehearsal(contracts).run(remote, REHEARSALS, () -> false);
  }
}
