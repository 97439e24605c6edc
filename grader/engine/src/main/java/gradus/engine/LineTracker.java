package gradus.engine;

import java.util.HashMap;
import java.util.Map;

/** Tells which instructions begin a line, as CPython's tracing does (maybe_call_line_trace). */
final class LineTracker {

  private final Places places;
  private final Map<Long, Integer> previous = new HashMap<>();

  LineTracker(Places places) {
    this.places = places;
  }

  void forget(long frame) {
    previous.remove(frame);
  }

  /** To be asked before each instruction of a frame. */
  boolean beginsLine(long frame) {
    int lasti = places.lasti(frame);
    Integer before = previous.put(frame, lasti);
    return (before != null && lasti < before) || places.beginsLine(frame);
  }
}
