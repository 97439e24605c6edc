package gradus.engine.object;

import gradus.engine.memory.Memory;
import gradus.engine.memory.Segment;
import gradus.engine.memory.StaticData;

/**
 * Keeps the end of deeply nested containers from nesting as deeply on the stack
 * (Py_TRASHCAN_SAFE_BEGIN): below the fiftieth level containers are put on a list, through their
 * collector's header, and ended when the stack is back up.
 */
final class Trashcan {

  private static final int UNWIND_LEVEL = 50;

  private final Memory memory;
  private final References references;
  private final Collector collector;
  private final long nesting;
  private final long deleteLater;

  Trashcan(Memory memory, StaticData data, References references, Collector collector) {
    this.memory = memory;
    this.references = references;
    this.collector = collector;
    nesting = data.reserve(Segment.BSS, 4, 4);
    deleteLater = data.reserve(Segment.BSS, 8, 8);
  }

  /**
   * Whether the container may be ended now; if not, it will be ended later. Each true needs a
   * {@link #leave}.
   */
  boolean enter(long object) {
    int depth = memory.load32(nesting);
    if (depth >= UNWIND_LEVEL) {
      memory.store64(collector.spare(object), memory.load64(deleteLater));
      memory.store64(deleteLater, object);
      return false;
    }
    memory.store32(nesting, depth + 1);
    return true;
  }

  void leave() {
    int depth = memory.load32(nesting) - 1;
    memory.store32(nesting, depth);
    if (depth == 0 && memory.load64(deleteLater) != 0) {
      empty();
    }
  }

  private void empty() {
    for (long object = memory.load64(deleteLater);
        object != 0;
        object = memory.load64(deleteLater)) {
      memory.store64(deleteLater, memory.load64(collector.spare(object)));
      // One level down, so that what ends now adds to the list instead of emptying it from within.
      memory.store32(nesting, memory.load32(nesting) + 1);
      references.dealloc(object);
      memory.store32(nesting, memory.load32(nesting) - 1);
    }
  }
}
