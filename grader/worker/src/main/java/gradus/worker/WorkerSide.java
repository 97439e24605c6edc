package gradus.worker;

import gradus.wire.Arguments;
import gradus.wire.Conversation;
import gradus.wire.Fault;
import gradus.wire.ProtocolViolation;
import gradus.wire.Samples;
import gradus.wire.Side;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/** The worker's end of the conversation: it makes and calls the student's objects. */
final class WorkerSide implements Side {
  /** The worker's exit codes. */
  static final int GRADER_GONE = 0;

  static final int PROTOCOL_BROKEN = 70;
  static final int EXCHANGE_CUT = 71;

  private static final int PROBE_FRAMES = 256;

  private static final Fault SAMPLE = new Fault(Fault.PY_ERROR, "sample", "IndexError", List.of());

  private final PyErrors pyErrors;
  private final StudentClasses classes;
  private final Faults faults;
  private final LeftoverThreads threads;
  private final Samples understudies;
  private final Practice practice = new Practice();
  private final IntConsumer halt;
  private final Thread thread = Thread.currentThread();
  private Optional<Conversation> conversation = Optional.empty();

  WorkerSide(StudentClasses classes, IntConsumer halt) {
    this.pyErrors = new PyErrors(classes.kit());
    this.classes = classes;
    this.faults = new Faults(pyErrors);
    this.threads = new LeftoverThreads();
    this.halt = halt;
    this.understudies = new Samples(() -> pyErrors.rebuilt(SAMPLE));
  }

  void begin(Conversation begun) {
    conversation = Optional.of(begun);
  }

  @Override
  public void beforeCall() {
    if (Thread.currentThread() != thread) {
      throw new IllegalStateException("only the thread that was called may call back");
    }
    probeStack(PROBE_FRAMES);
  }

  /**
   * Overflows now if it must: in the middle of an exchange it would leave the two ends out of step.
   */
  private static int probeStack(int frames) {
    return frames == 0 ? 0 : 1 + probeStack(frames - 1);
  }

  @Override
  public void beforeAnswer() {}

  @Override
  public Object make(String className, Class<?> contract, Arguments arguments) throws Throwable {
    return classes.make(className, contract, arguments);
  }

  @Override
  public Object understudy(Class<?> contract) {
    return understudies.understudy(contract);
  }

  @Override
  public String practise() {
    return practice.run();
  }

  @Override
  public int take(Map<String, byte[]> more) {
    return classes.add(more);
  }

  @Override
  public int endCheck() {
    classes.renew();
    return threads.count();
  }

  @Override
  public Fault described(Throwable thrown) {
    return faults.of(thrown);
  }

  @Override
  public RuntimeException rebuilt(Fault fault) {
    return pyErrors.rebuilt(fault);
  }

  @Override
  public RuntimeException unsendable(ProtocolViolation violation) {
    return over(violation);
  }

  /** Ends this JVM at once; student code that could catch an exception does not see one. */
  @Override
  public RuntimeException over(Throwable why) {
    if (why instanceof ProtocolViolation) {
      refuse(String.valueOf(why.getMessage()));
      halt.accept(PROTOCOL_BROKEN);
    }
    halt.accept(why instanceof IOException ? GRADER_GONE : EXCHANGE_CUT);
    return new IllegalStateException(why);
  }

  private void refuse(String why) {
    try {
      if (conversation.isPresent()) {
        conversation.get().refuse(why);
      }
    } catch (IOException | RuntimeException e) {
      // The grader sees the end of the stream instead.
    }
  }
}
