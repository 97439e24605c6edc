package gradus.harness;

import gradus.harness.remote.Remote;
import gradus.harness.remote.StudentException;
import gradus.harness.sandbox.ImageSpec;
import gradus.kit.PyError;
import gradus.kit.StudentClass;
import gradus.wire.Caps;
import gradus.wire.Contracts;
import gradus.worker.Worker;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;

/** The runtime image of a worker: the smallest runtime, the worker and the kit. */
final class WorkerImage {
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
            // Any jar will do as a student's; the image calls its own by their places.
            List.of("1.jar"),
            "one object of each contract: " + contracts.stream().map(Class::getName).toList(),
            (replies, requests) -> train(contracts, replies, requests)));
  }

  private static void train(
      Collection<Class<?>> contracts, InputStream replies, OutputStream requests) {
    // The session's streams are not the remote's to close.
    Remote remote = Remote.over(replies, requests, Contracts.of(contracts), Caps.STANDARD);
    remote.beginCheck();
    contracts.stream()
        .filter(contract -> contract.isAnnotationPresent(StudentClass.class))
        .forEach(contract -> make(remote, contract));
    remote.endCheck();
  }

  private static void make(Remote remote, Class<?> contract) {
    try {
      remote.make(contract);
    } catch (StudentException noStudentYet) {
      // The worker has loaded what it needs to look for the class and to say so.
    }
  }
}
