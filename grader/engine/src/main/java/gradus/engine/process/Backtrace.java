package gradus.engine.process;

import java.util.List;
import java.util.Optional;

/**
 * The calls found by following saved frame pointers, the innermost first.
 *
 * @param damage why the walk ended before the outermost call, if it did
 */
public record Backtrace(List<Call> calls, Optional<String> damage) {

  /** A frame as the walk finds it. */
  public record Call(long framePointer, long returnAddress) {}

  /** Calls are given as an unmodifiable list. */
  public Backtrace {
    calls = List.copyOf(calls);
  }
}
