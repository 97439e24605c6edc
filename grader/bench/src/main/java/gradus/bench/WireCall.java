package gradus.bench;

import gradus.harness.remote.Remote;
import gradus.kit.StudentClass;
import gradus.wire.Caps;
import gradus.wire.Contracts;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * What a call over the wire costs: the median over many calls to a real worker process, both JVMs
 * with the first compiler and the serial collector.
 *
 * <p>Run it with the bench module's class path, {@code -XX:TieredStopAtLevel=1 -XX:+UseSerialGC}.
 */
public final class WireCall {
  private static final int WARM_UP = 20_000;
  private static final int CALLS = 50_000;

  private WireCall() {}

  /** What is called. */
  @StudentClass("gradus.bench.WireCall$Echo")
  public interface Echoing {
    /** A number there and back. */
    long echo(long number);

    /** A call-back inside the call. */
    long apply(LongUnaryOperator function, long number);
  }

  /** What is called, in the worker. */
  static final class Echo implements Echoing {
    @Override
    public long echo(long number) {
      return number;
    }

    @Override
    public long apply(LongUnaryOperator function, long number) {
      return function.applyAsLong(number);
    }
  }

  /** Prints the medians, in microseconds. */
  public static void main(String[] arguments) throws IOException {
    Process worker = startWorker();
    try (Remote remote =
        Remote.over(
            worker.getInputStream(),
            worker.getOutputStream(),
            Contracts.of(List.of(Echoing.class)),
            Caps.STANDARD)) {
      Echoing echo = remote.make(Echoing.class);
      LongUnaryOperator increment = number -> number + 1;
      System.out.printf("call            %6.1f µs%n", median(echo::echo));
      System.out.printf("call, call-back %6.1f µs%n", median(n -> echo.apply(increment, n)));
    } finally {
      worker.destroyForcibly();
    }
  }

  private static Process startWorker() throws IOException {
    String java = ProcessHandle.current().info().command().orElse("java");
    return new ProcessBuilder(
            "sh",
            "-c",
            "exec 3<&0 4>&1 </dev/null >/dev/null; exec \"$@\"",
            "sh",
            java,
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:ActiveProcessorCount=1",
            "-cp",
            System.getProperty("java.class.path"),
            "gradus.worker.Worker")
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static double median(LongUnaryOperator call) {
    long[] nanos = new long[CALLS];
    for (int i = -WARM_UP; i < CALLS; i++) {
      long start = System.nanoTime();
      long unused = call.applyAsLong(i);
      nanos[Math.max(i, 0)] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    return nanos[CALLS / 2] / 1e3;
  }
}
