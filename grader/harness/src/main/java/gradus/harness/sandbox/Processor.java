package gradus.harness.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The processor that a thread shares with the worker it talks to.
 *
 * <p>The two take turns, so that they never need two. On two, each message has to wake the other
 * one from its sleep; measured in a virtual machine, a call takes 9 µs on one processor and 50 µs
 * across two.
 *
 * @param number as the kernel counts
 */
public record Processor(int number) {
  private static final ThreadLocal<@Nullable Processor> OWN = new ThreadLocal<>();
  // Guarded by the class.
  private static final Map<Thread, Integer> CLAIMS = new HashMap<>();
  private static final Optional<String> TASKSET = Tools.find("taskset");
  private static final Path THREAD = Path.of("/proc/thread-self");

  /**
   * The processor that this thread keeps to from the first time it asks; empty where the system has
   * one only, or does not let threads choose.
   */
  public static Optional<Processor> ofThisThread() {
    Processor own = OWN.get();
    return own != null || TASKSET.isEmpty() ? Optional.ofNullable(own) : claimed();
  }

  /**
   * Keeps a thread of any process to this processor.
   *
   * @param thread its number, as the kernel counts
   * @return whether the system lets us
   */
  boolean keep(String thread) throws IOException, InterruptedException {
    List<String> command =
        List.of(TASKSET.orElseThrow(), "--cpu-list", "--pid", "" + number, thread);
    return HostCommand.run(Path.of("/"), command).code() == 0;
  }

  private static synchronized Optional<Processor> claimed() {
    try {
      Processor chosen = new Processor(leastUsed());
      if (!chosen.keep(String.valueOf(Files.readSymbolicLink(THREAD).getFileName()))) {
        return Optional.empty();
      }
      OWN.set(chosen);
      CLAIMS.put(Thread.currentThread(), chosen.number);
      return Optional.of(chosen);
    } catch (IOException | RuntimeException noSuchThingHere) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Of the processors this thread may use, the one that fewest of our threads have claimed. */
  private static int leastUsed() throws IOException {
    CLAIMS.keySet().removeIf(thread -> !thread.isAlive());
    try (Stream<String> status = Files.lines(THREAD.resolve("status"))) {
      return status
          .filter(line -> line.startsWith("Cpus_allowed_list:"))
          .flatMapToInt(line -> numbers(line.substring(line.indexOf(':') + 1).strip()))
          .boxed()
          .min(Comparator.comparing(number -> Collections.frequency(CLAIMS.values(), number)))
          .orElseThrow();
    }
  }

  /** The numbers of {@code 0-3,8}, as the kernel writes a list; see cpuset(7). */
  static IntStream numbers(String list) {
    return Stream.of(list.split(",", -1))
        .map(range -> range.split("-", -1))
        .flatMapToInt(
            ends ->
                IntStream.rangeClosed(
                    Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])));
  }
}
