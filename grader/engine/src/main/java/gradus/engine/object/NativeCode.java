package gradus.engine.object;

import gradus.engine.memory.Segment;
import gradus.engine.memory.StaticData;

/**
 * The interpreter's own functions as the simulated process sees them: each has an address in the
 * text segment, and a function pointer read from memory leads back to the Java method.
 */
final class NativeCode {

  private static final int FUNCTIONS = 64;
  private static final int SPACING_SHIFT = 4;

  private final long base;
  private final Destructor[] destructors = new Destructor[FUNCTIONS];
  private int defined;

  NativeCode(StaticData data) {
    base = data.reserve(Segment.TEXT, (long) FUNCTIONS << SPACING_SHIFT, 1 << SPACING_SHIFT);
  }

  /** The address of a new function. */
  long define(Destructor destructor) {
    destructors[defined] = destructor;
    return base + ((long) defined++ << SPACING_SHIFT);
  }

  Destructor destructor(long address) {
    return destructors[(int) ((address - base) >> SPACING_SHIFT)];
  }
}
