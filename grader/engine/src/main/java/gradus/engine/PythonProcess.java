package gradus.engine;

import gradus.engine.layout.GrowthPolicy;
import gradus.engine.layout.HexDump;
import gradus.engine.layout.ListGrowth;
import gradus.engine.layout.ObjectLayout;
import gradus.engine.layout.StructView;
import gradus.engine.lib.Python;
import gradus.engine.lib.Streams;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A Python process that is kept alive: sources are run in its {@code __main__}, its functions
 * called, its objects held and looked at.
 *
 * <pre>{@code
 * try (PythonProcess process = PythonProcess.start()) {
 *   process.run("def double(x):\n    return [x, x]\n");
 *   PythonValue pair = process.call("double", 21);
 *   pair.repr();                        // [21, 21]
 *   pair.item(0).isSame(pair.item(1));  // true: one int, twice
 *   System.out.println(pair.struct());  // the list, field by field
 * }
 * }</pre>
 *
 * <p>Python code runs on a thread of the process's own, whose stack is as deep as Python's
 * recursion limit asks for; each call waits for it. A process belongs to one caller at a time. It
 * is deterministic: the same calls give the same addresses and bytes.
 */
public final class PythonProcess implements AutoCloseable {

  private final PythonThread thread;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Python python;
  private final ValueConversion conversion;
  private final Observers observers;
  private final Builder settings;

  private PythonProcess(Builder settings) {
    this.settings = settings;
    thread = new PythonThread();
    Streams streams =
        new Streams(settings.out.orElse(out), settings.err.orElse(err), settings.outputLimit);
    python =
        thread.run(
            () -> new Python(settings.layout, settings.growth, settings.memoryLimit, streams));
    conversion = new ValueConversion(this, python.py);
    observers = new Observers(python, settings.layout.gcHead().size());
    python.machine.limits().steps(settings.stepLimit);
  }

  /** A process as CPython 3.6 was published, with 1 GiB of memory and no other limit. */
  public static PythonProcess start() {
    return builder().start();
  }

  /** A process to be configured. */
  public static Builder builder() {
    return new Builder();
  }

  /** Chooses what varies from process to process. */
  public static final class Builder {

    private ObjectLayout layout = ObjectLayout.VANILLA;
    private GrowthPolicy growth = ListGrowth.CPYTHON_36;
    private long memoryLimit = 1L << 30;
    private long stepLimit = Long.MAX_VALUE;
    private long outputLimit = Long.MAX_VALUE;
    private long milliseconds = Long.MAX_VALUE;
    private Optional<OutputStream> out = Optional.empty();
    private Optional<OutputStream> err = Optional.empty();

    private Builder() {}

    /** How objects are laid out; vanilla unless said otherwise. */
    public Builder layout(ObjectLayout newLayout) {
      layout = newLayout;
      return this;
    }

    /** How lists grow; as in CPython 3.6 unless said otherwise. */
    public Builder growth(GrowthPolicy policy) {
      growth = policy;
      return this;
    }

    /** The most bytes that may be mapped; what does not fit raises MemoryError. */
    public Builder memoryLimit(long bytes) {
      memoryLimit = bytes;
      return this;
    }

    /** The most instructions that may run in all; then {@link LimitReached} is thrown. */
    public Builder stepLimit(long instructions) {
      stepLimit = instructions;
      return this;
    }

    /** The most bytes that may be written in all; then {@link LimitReached} is thrown. */
    public Builder outputLimit(long bytes) {
      outputLimit = bytes;
      return this;
    }

    /** The longest a single call may run; then {@link LimitReached} is thrown. */
    public Builder timeLimit(long newMilliseconds) {
      milliseconds = newMilliseconds;
      return this;
    }

    /**
     * Where standard output and error go, instead of being kept for {@link
     * PythonProcess#takeOutput}.
     */
    public Builder streams(OutputStream newOut, OutputStream newErr) {
      out = Optional.of(newOut);
      err = Optional.of(newErr);
      return this;
    }

    /** Starts the process. */
    public PythonProcess start() {
      return new PythonProcess(this);
    }
  }

  /**
   * Runs source in {@code __main__}.
   *
   * @throws PythonException if it raises what nothing in it catches, SyntaxError included
   * @throws LimitReached if it passes a limit
   */
  public void run(String source) {
    run("<main>", source);
  }

  /** Runs source in {@code __main__}; tracebacks name the file so and quote its lines. */
  public void run(String filename, String source) {
    run(filename, source.getBytes(StandardCharsets.UTF_8));
  }

  /** The same for the bytes of a source file, in the encoding it names. */
  public void run(String filename, byte[] source) {
    inside(
        () -> {
          python.runInMain(filename, source);
          return true;
        });
  }

  /** The value of an expression in {@code __main__}. */
  public PythonValue eval(String expression) {
    return inside(() -> new PythonValue(this, python.evaluate(expression)));
  }

  /**
   * Calls what an expression in {@code __main__} stands for, usually the name of a function.
   *
   * @param arguments Java values, converted as by {@link #value}
   */
  public PythonValue call(String callable, Object... arguments) {
    try (PythonValue function = eval(callable)) {
      return function.call(arguments);
    }
  }

  /** Binds a name in {@code __main__} to a Java value, converted as by {@link #value}. */
  public void set(String name, Object value) {
    try (PythonValue converted = value(value)) {
      inside(
          () -> {
            python.py.dicts.setName(python.mainDict(), name, converted.address());
            return true;
          });
    }
  }

  /**
   * A Python object of a Java value: an integer, floating or truth value, a String, a byte array, a
   * List or long array as a list, a {@link PythonValue} as itself.
   *
   * @throws IllegalArgumentException if there is no Python object of such a value
   */
  public PythonValue value(Object value) {
    return inside(() -> new PythonValue(this, conversion.toPython(value)));
  }

  /** A reference to the object at an address, such as an event tells; it must be one. */
  public PythonValue hold(long address) {
    return new PythonValue(this, python.py.own(address));
  }

  /**
   * Lets a consumer hear of events, in the middle of what happens and on the process's own thread.
   * It may use the process to look at objects; what that does is no event. While nobody listens,
   * Python runs as fast as ever.
   *
   * @param kind the events to hear of: one record, {@link AllocationEvent}, or all {@link Event}s
   */
  public <E extends Event> Subscription subscribe(Class<E> kind, Consumer<? super E> consumer) {
    return observers.subscribe(kind, consumer);
  }

  /** Lets a consumer hear whenever an object's reference count has changed, until it has ended. */
  public Subscription watchCount(PythonValue value, Consumer<? super Event.CountChanged> consumer) {
    return observers.watch(value.address(), consumer);
  }

  /**
   * A frame object that is suspended or has not begun, such as a generator's {@code gi_frame}: its
   * variables, its value stack and its block stack.
   */
  public FrameView frame(PythonValue frame) {
    if (!frame.typeName().equals("frame")) {
      throw new IllegalArgumentException(
          "an object of type %s is no frame".formatted(frame.typeName()));
    }
    return new FrameReader(python).read(frame.address());
  }

  /** {@code None}. */
  public PythonValue none() {
    return new PythonValue(this, python.py.newNone());
  }

  /** What was printed since the last call of this. */
  public String takeOutput() {
    return take(out);
  }

  /** What was written to standard error since the last call of this. */
  public String takeErrors() {
    return take(err);
  }

  private static String take(ByteArrayOutputStream stream) {
    String text = stream.toString(StandardCharsets.UTF_8);
    stream.reset();
    return text;
  }

  /**
   * The struct and the other blocks of the object at an address, without holding the object; a
   * wrong address gives nonsense, as it would in C.
   */
  public List<StructView> blocks(long address) {
    return python.py.shapes.of(address);
  }

  /** The bytes of a range of memory. */
  public byte[] bytes(long address, long size) {
    return python.py.memory.bytes(address, size);
  }

  /** The bytes of a range of memory as text, sixteen a line after their address. */
  public String hexdump(long address, long size) {
    return HexDump.of(python.py.memory, address, size);
  }

  /** Blocks handed out and not given back, of any size ({@code sys.getallocatedblocks()}). */
  public long allocatedBlocks() {
    return python.py.ground.allocator().allocatedBlocks();
  }

  /** Ends the process; its values are of no use any more. */
  @Override
  public void close() {
    thread.close();
  }

  Python python() {
    return python;
  }

  Observers observers() {
    return observers;
  }

  PythonThread thread() {
    return thread;
  }

  ValueConversion conversion() {
    return conversion;
  }

  /** Does something that may run Python code, on the process's own thread and under its limits. */
  <T> T inside(Supplier<T> action) {
    limitTime();
    return thread.run(() -> PythonException.translate(python, action));
  }

  /** Does something that may run Python code; only on the process's own thread. */
  void here(Runnable action) {
    PythonException.translate(
        python,
        () -> {
          action.run();
          return true;
        });
  }

  /** From now on the program may run as long as it may at a time. */
  void limitTime() {
    if (settings.milliseconds != Long.MAX_VALUE) {
      python.machine.limits().millis(settings.milliseconds);
    }
  }
}
