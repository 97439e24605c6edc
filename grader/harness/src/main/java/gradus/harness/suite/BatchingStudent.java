package gradus.harness.suite;

import gradus.wire.Ending;
import gradus.wire.Planned;
import java.util.List;

/**
 * A student that can be asked many things at once. It spares a random run most of its waiting; what
 * is compared stays the same.
 */
public interface BatchingStudent extends Student {
  /**
   * Makes several calls, one after the other, whatever each of them ends in.
   *
   * @param calls calls on objects this student made
   * @return how each of them ended: with a value, a {@link gradus.kit.PyError} or a {@link
   *     gradus.harness.remote.StudentException}
   */
  List<Ending> callAll(List<Planned> calls);
}
