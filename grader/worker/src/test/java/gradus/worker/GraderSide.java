package gradus.worker;

import gradus.kit.PyError;
import gradus.wire.Fault;
import gradus.wire.ProtocolViolation;
import gradus.wire.Side;
import java.util.List;

/** The grader's end as plain as it gets: what came is thrown, in a class that says what it was. */
public final class GraderSide implements Side {
  /** The other end threw. */
  public static final class Thrown extends RuntimeException {
    private final Fault fault;

    Thrown(Fault fault) {
      super(fault.className() + ": " + fault.message());
      this.fault = fault;
    }

    Fault fault() {
      return fault;
    }
  }

  /** The conversation is over. */
  public static final class Over extends RuntimeException {
    Over(Throwable why) {
      super(why.getMessage(), why);
    }
  }

  @Override
  public void beforeCall() {}

  @Override
  public void beforeAnswer() {}

  @Override
  public Fault described(Throwable thrown) {
    if (thrown instanceof Over over) {
      throw over;
    } else if (thrown instanceof PyError error) {
      return new Fault(Fault.PY_ERROR, error.getMessage(), error.type(), List.of());
    }
    return new Fault(thrown.getClass().getName(), "", "", List.of());
  }

  @Override
  public RuntimeException rebuilt(Fault fault) {
    return new Thrown(fault);
  }

  @Override
  public RuntimeException unsendable(ProtocolViolation violation) {
    return new IllegalArgumentException(violation.getMessage());
  }

  @Override
  public RuntimeException over(Throwable why) {
    return new Over(why);
  }
}
