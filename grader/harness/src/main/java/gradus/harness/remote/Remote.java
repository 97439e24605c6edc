package gradus.harness.remote;

import gradus.harness.result.Outcome;
import gradus.kit.StudentClass;
import gradus.wire.Caps;
import gradus.wire.Contracts;
import gradus.wire.Conversation;
import gradus.wire.Ending;
import gradus.wire.Planned;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A worker as the trusted side sees it: something that makes objects of student classes, and may
 * turn out to be broken at any call.
 *
 * <p>The objects are stand-ins. A call on one goes over the wire and is answered on the calling
 * thread, which serves call-backs meanwhile. Arrays, lists and records are copies on both sides.
 * What an object is asked for, it may fail with:
 *
 * <ul>
 *   <li>{@link gradus.kit.PyError}, if student code threw one;
 *   <li>{@link StudentException}, if it threw anything else;
 *   <li>{@link WorkerFailure}, if the worker broke the protocol, died or was killed. From then on
 *       it is <em>condemned</em>: every call throws the same failure, whatever the suite caught;
 *   <li>whatever a call-back of the suite threw, but {@code PyError}s, which the student's code may
 *       see and handle.
 * </ul>
 *
 * <p>Equality, hashing and printing of stand-ins never ask student code, and default methods of a
 * contract run here. One thread uses a remote during a check; {@link #condemned}, {@link #condemn}
 * and {@link #waited} are for a watchdog, too.
 */
public final class Remote implements AutoCloseable {
  private final InputStream fromWorker;
  private final OutputStream toWorker;
  private final TrustedSide side;
  private final Stopwatch stopwatch = new Stopwatch();
  private final Conversation conversation;
  private boolean started;

  private Remote(
      InputStream fromWorker,
      OutputStream toWorker,
      Contracts contracts,
      Caps caps,
      Supplier<WorkerFailure> autopsy) {
    this.fromWorker = fromWorker;
    this.toWorker = toWorker;
    this.side = new TrustedSide(autopsy);
    this.conversation =
        Conversation.with(
            stopwatch.timed(fromWorker), stopwatch.timed(toWorker), contracts, caps, side);
  }

  /** A worker whose death means that student code ended its JVM. */
  public static Remote over(
      InputStream fromWorker, OutputStream toWorker, Contracts contracts, Caps caps) {
    return over(
        fromWorker,
        toWorker,
        contracts,
        caps,
        () ->
            new WorkerFailure(
                Outcome.CRASHED,
                "the program ended in the middle of a check: by exit or halt, or the JVM crashed"));
  }

  /**
   * A worker whose death is looked into.
   *
   * @param autopsy says, once the worker's answers have ended, why; asked only if the remote is not
   *     condemned yet
   */
  public static Remote over(
      InputStream fromWorker,
      OutputStream toWorker,
      Contracts contracts,
      Caps caps,
      Supplier<WorkerFailure> autopsy) {
    return new Remote(fromWorker, toWorker, contracts, caps, autopsy);
  }

  /**
   * Waits until the worker is up; later calls would do so themselves. No student code has run then.
   *
   * @throws WorkerFailure of outcome {@code INFRASTRUCTURE} if it does not come up
   */
  public void start() {
    if (!started) {
      conversation.start();
      started = true;
      side.started();
    }
  }

  /** Begins a check: this thread's from now on, nothing waited yet. */
  public void beginCheck() {
    side.beginCheck();
    stopwatch.reset();
  }

  /**
   * Ends a check: no object of it can be used any more, by either side. Throws nothing; what the
   * worker did wrong even now, {@link #condemned} tells.
   *
   * @return how many threads the student's code left running; if any, the worker should be replaced
   */
  public int endCheck() {
    try {
      start();
      return conversation.endCheck();
    } catch (WorkerFailure e) {
      return 0;
    } finally {
      conversation.revoke();
    }
  }

  /**
   * Forgets all objects and starts counting against the caps anew: for a check that makes many
   * runs, each with objects of its own.
   */
  public void forget() {
    start();
    conversation.endCheck();
  }

  /**
   * Hands the student's classes over; none of them is loaded yet.
   *
   * @param classes class files by binary name with slashes
   */
  public void classes(Map<String, byte[]> classes) {
    start();
    conversation.classes(classes);
  }

  /**
   * Has the worker make an object of ours that answers every call of a contract with samples, and
   * throws one as well: something to practise with.
   */
  public <T> T understudy(Class<T> contract) {
    start();
    return conversation.understudy(contract);
  }

  /** Has the worker run a program such as students write; returns what came of it. */
  public String practise() {
    start();
    return conversation.practise();
  }

  /**
   * Makes an object of the class a student writes for a contract.
   *
   * @param contract an interface marked {@link StudentClass}
   * @param arguments for the constructor; the worker picks one they fit
   * @return a stand-in
   * @throws StudentException if there is no such class or constructor, or it threw
   */
  public <T> T make(Class<T> contract, Object... arguments) {
    StudentClass named = contract.getAnnotation(StudentClass.class);
    if (named == null) {
      throw new IllegalArgumentException(contract.getName() + " names no @StudentClass");
    }
    start();
    return conversation.make(named.value(), contract, arguments);
  }

  /**
   * Makes several calls in one exchange, each whatever the one before it ended in.
   *
   * @return how each of them ended
   */
  public List<Ending> callAll(List<Planned> calls) {
    start();
    return conversation.callAll(calls);
  }

  /** Why the worker cannot be used any more: the first reason there was. */
  public Optional<WorkerFailure> condemned() {
    return side.condemned();
  }

  /**
   * Condemns the worker from outside; a watchdog does so before it kills. The first reason stays.
   */
  public void condemn(WorkerFailure failure) {
    side.condemn(failure);
  }

  /** How long the suite has waited for the worker in this check, the current wait included. */
  public Duration waited() {
    return stopwatch.elapsed();
  }

  /** Lets go of the worker, which then ends by itself. */
  @Override
  public void close() {
    try (fromWorker;
        toWorker) {
      side.condemn(new WorkerFailure(Outcome.INFRASTRUCTURE, "the worker has been let go"));
    } catch (IOException e) {
      // It is gone already.
    }
  }
}
