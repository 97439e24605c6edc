package gradus.harness.sandbox;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/** A running program that is not trusted. */
public interface SandboxedProcess extends AutoCloseable {
  /** What the program writes to its descriptor 4. */
  InputStream replies();

  /** What the program reads from its descriptor 3; buffered, so flush it. */
  OutputStream requests();

  /** The CPU time that the program's JVM has used, in steps of 10 ms; zero once it has ended. */
  Duration cpuTime();

  boolean alive();

  /**
   * Keeps a thread of the program to a processor, if the system lets us; the others go where they
   * like.
   *
   * @param thread its name, at most 15 characters
   */
  void keep(String thread, Processor processor);

  /** Ends the program and every process it started, at once. */
  void kill();

  /** Waits for the end, which may be asked for by {@link #kill()}, and says how it came. */
  ExitReport exit();

  /** Kills the program if it still runs, and removes what was laid out for it. */
  @Override
  void close();
}
