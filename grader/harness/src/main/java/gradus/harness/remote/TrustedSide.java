package gradus.harness.remote;

import gradus.harness.result.Outcome;
import gradus.kit.PyError;
import gradus.wire.Fault;
import gradus.wire.ProtocolViolation;
import gradus.wire.Side;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The trusted end of the conversation: it believes nothing, and condemns a worker once and for all.
 */
final class TrustedSide implements Side {
  private final Supplier<WorkerFailure> autopsy;
  private final AtomicReference<@Nullable WorkerFailure> condemned = new AtomicReference<>();
  private @Nullable Throwable failedCallBack;
  private @Nullable Thread owner;
  private boolean started;

  TrustedSide(Supplier<WorkerFailure> autopsy) {
    this.autopsy = autopsy;
  }

  void started() {
    started = true;
  }

  void beginCheck() {
    owner = Thread.currentThread();
    failedCallBack = null;
  }

  Optional<WorkerFailure> condemned() {
    return Optional.ofNullable(condemned.get());
  }

  /** Condemns the worker, unless it is condemned already; returns what it is condemned for. */
  WorkerFailure condemn(WorkerFailure failure) {
    WorkerFailure earlier = condemned.compareAndExchange(null, failure);
    return earlier == null ? failure : earlier;
  }

  @Override
  public void beforeCall() {
    throwIfCondemned();
    if (owner == null) {
      owner = Thread.currentThread();
    } else if (owner != Thread.currentThread()) {
      throw new IllegalStateException("a student's object is used by the check's own thread only");
    }
  }

  /**
   * What a call-back failed with, an assertion of the suite above all, is not the student's to
   * catch: it comes before whatever their code answers.
   */
  @Override
  public void beforeAnswer() {
    Throwable failure = failedCallBack;
    failedCallBack = null;
    if (failure != null) {
      throw TrustedSide.<RuntimeException>unchecked(failure);
    }
  }

  @Override
  public Fault described(Throwable thrown) {
    throwIfCondemned();
    if (thrown instanceof PyError error) {
      String message = String.valueOf(error.getMessage());
      return new Fault(Fault.PY_ERROR, message, error.type(), List.of());
    }
    failedCallBack = thrown;
    return new Fault("", "", "", List.of());
  }

  @Override
  public RuntimeException rebuilt(Fault fault) {
    return fault.isPyError()
        ? new PyError(fault.pyType(), fault.message())
        : StudentException.of(fault);
  }

  @Override
  public RuntimeException unsendable(ProtocolViolation violation) {
    return new IllegalArgumentException(
        "the suite handed over what the wire cannot carry: " + violation.getMessage());
  }

  @Override
  public RuntimeException over(Throwable why) {
    return condemned().orElseGet(() -> condemn(failure(why)));
  }

  private WorkerFailure failure(Throwable why) {
    if (why instanceof VirtualMachineError) {
      return new WorkerFailure(Outcome.INFRASTRUCTURE, "the grader itself failed: " + why);
    } else if (!started) {
      // No student code runs before the first answer.
      return new WorkerFailure(Outcome.INFRASTRUCTURE, "the worker did not start: " + why);
    } else if (why instanceof IOException) {
      return autopsy.get();
    }
    return new WorkerFailure(
        Outcome.PROTOCOL_VIOLATION,
        "the worker did not keep to the protocol: " + cut(String.valueOf(why.getMessage())));
  }

  private static String cut(String sentence) {
    return sentence.length() <= Fault.MAX_TEXT ? sentence : sentence.substring(0, Fault.MAX_TEXT);
  }

  private void throwIfCondemned() {
    WorkerFailure failure = condemned.get();
    if (failure != null) {
      throw failure;
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E unchecked(Throwable failure) throws E {
    throw (E) failure;
  }
}
