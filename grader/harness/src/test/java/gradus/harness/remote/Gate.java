package gradus.harness.remote;

import gradus.kit.StudentClass;
import java.util.function.LongUnaryOperator;

/** A contract for the tests of the trusted end. */
@StudentClass("gradus.harness.remote.GateKeeper")
public interface Gate {
  long pass(long number);

  String act(String kind);

  long apply(String kind, LongUnaryOperator callBack);

  Gate same();
}
