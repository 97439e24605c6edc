package gradus.engine;

import gradus.engine.layout.GrowthPolicy;
import gradus.engine.layout.ListGrowth;
import gradus.engine.layout.ObjectLayout;
import gradus.engine.lib.Python;
import gradus.engine.lib.Streams;
import gradus.engine.vm.LimitExceeded;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A whole Python program, run as {@code python3.6 FILE} would run it.
 *
 * <pre>{@code
 * int status = PythonProgram.of("hello.py", source)
 *     .memoryLimit(1 << 28)
 *     .stepLimit(1_000_000)
 *     .run(System.out, System.err);
 * }</pre>
 */
public final class PythonProgram {

  private static final long STACK_SIZE = 1L << 29;

  private final String filename;
  private final byte[] source;
  private ObjectLayout layout = ObjectLayout.VANILLA;
  private long memoryLimit = 1L << 30;
  private long stepLimit = Long.MAX_VALUE;
  private long outputLimit = Long.MAX_VALUE;
  private long milliseconds = Long.MAX_VALUE;
  private OptionalInt heat = OptionalInt.empty();
  private InputStream input = InputStream.nullInputStream();
  private Optional<Path> folder = Optional.empty();
  private List<String> arguments = List.of();

  private PythonProgram(String filename, byte[] source) {
    this.filename = filename;
    this.source = source;
  }

  /** A program by the bytes of its source; tracebacks name the file so. */
  public static PythonProgram of(String filename, byte[] source) {
    return new PythonProgram(filename, source.clone());
  }

  /** How objects are laid out; vanilla unless said otherwise. */
  public PythonProgram layout(ObjectLayout newLayout) {
    layout = newLayout;
    return this;
  }

  /** The most bytes the program may map; what does not fit raises MemoryError. */
  public PythonProgram memoryLimit(long bytes) {
    memoryLimit = bytes;
    return this;
  }

  /** The most instructions the program may run. */
  public PythonProgram stepLimit(long instructions) {
    stepLimit = instructions;
    return this;
  }

  /** The most bytes the program may write. */
  public PythonProgram outputLimit(long bytes) {
    outputLimit = bytes;
    return this;
  }

  /** The longest the program may run. */
  public PythonProgram timeLimit(long newMilliseconds) {
    milliseconds = newMilliseconds;
    return this;
  }

  /**
   * From when on code is translated to the JVM's, which makes it faster and changes nothing else.
   *
   * @param newHeat one for each jump back of a code object, ten for each call; 1 translates all
   *     code, {@code Integer.MAX_VALUE} hardly any
   */
  public PythonProgram translateAfter(int newHeat) {
    heat = OptionalInt.of(newHeat);
    return this;
  }

  /** What follows the program's name in {@code sys.argv}. */
  public PythonProgram arguments(List<String> newArguments) {
    arguments = List.copyOf(newArguments);
    return this;
  }

  /** What the program reads from {@code sys.stdin}; nothing unless said otherwise. */
  public PythonProgram input(InputStream stream) {
    input = stream;
    return this;
  }

  /** Lets the program import modules and packages that lie in a folder: {@code sys.path[0]}. */
  public PythonProgram modulesFrom(Path newFolder) {
    folder = Optional.of(newFolder.toAbsolutePath().normalize());
    return this;
  }

  /**
   * Runs the program, on a thread with a stack as deep as Python's recursion limit asks for.
   *
   * @return the exit status
   * @throws LimitReached if it used more instructions, output or time than it may
   */
  public int run(OutputStream out, OutputStream err) {
    int[] status = {0};
    Throwable[] failure = {null};
    Thread thread = new Thread(null, () -> status[0] = runHere(out, err), "python", STACK_SIZE);
    thread.setUncaughtExceptionHandler((which, thrown) -> failure[0] = thrown);
    thread.start();
    join(thread);
    if (failure[0] instanceof LimitExceeded limit) {
      throw LimitReached.of(limit);
    }
    if (failure[0] != null) {
      throw new IllegalStateException("the engine failed on " + filename, failure[0]);
    }
    return status[0];
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a program was running", interrupted);
    }
  }

  private int runHere(OutputStream out, OutputStream err) {
    GrowthPolicy growth = ListGrowth.CPYTHON_36;
    Streams streams = new Streams(input, out, err, outputLimit);
    Python python = new Python(layout, growth, memoryLimit, streams);
    python.machine.limits().steps(stepLimit);
    if (milliseconds != Long.MAX_VALUE) {
      python.machine.limits().millis(milliseconds);
    }
    heat.ifPresent(python.machine::translateAfter);
    folder.ifPresent(python::importFrom);
    python.startedWith(List.of(filename));
    python.startedWith(arguments);
    return python.runFile(filename, source);
  }
}
