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
      putOff(object);
      return false;
    }
    memory.store32(nesting, depth + 1);
    return true;
  }

  /**
   * The same for an instance of a class, whose base's own dealloc may ask again: it must not be put
   * off halfway, so there has to be room for both.
   */
  boolean enterInstance(long object) {
    if (memory.load32(nesting) + 1 >= UNWIND_LEVEL) {
      putOff(object);
      return false;
    }
    memory.store32(nesting, memory.load32(nesting) + 1);
    return true;
  }

  /** Ends nothing that was put off: as in CPython, that waits for the next list, tuple or dict. */
  void leaveInstance() {
    memory.store32(nesting, memory.load32(nesting) - 1);
  }

  private void putOff(long object) {
    memory.store64(collector.spare(object), memory.load64(deleteLater));
    memory.store64(deleteLater, object);
  }

  /** Ends what was put off, if this was the outermost level. */
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
