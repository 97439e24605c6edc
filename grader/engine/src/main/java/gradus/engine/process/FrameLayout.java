package gradus.engine.process;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a function's frame has what, counted from the frame pointer.
 *
 * <pre>
 *   +16 …  arguments that go on the stack, the first lowest
 *    +8    return address
 *     0    the caller's frame pointer          ← frame pointer
 *    −8 …  arguments that came in registers, then local variables, downwards
 *          padding to a multiple of 16         ← stack pointer
 * </pre>
 *
 * @param offsets of parameters and local variables, by name
 * @param stackArguments how many arguments lie above the return address
 * @param localSize bytes below the frame pointer
 */
record FrameLayout(Map<String, Long> offsets, int stackArguments, long localSize) {

  static final long RETURN_ADDRESS = 8;
  static final long FIRST_ARGUMENT = 16;
  static final long ALIGNMENT = 16;

  static FrameLayout of(StackFunction function, CallingConvention convention) {
    Map<String, Long> offsets = new LinkedHashMap<>();
    int inRegisters = Math.min(function.parameters().size(), convention.registers());
    long used = 0;
    for (int index = 0; index < function.parameters().size(); index++) {
      if (index < inRegisters) {
        used += Long.BYTES;
        offsets.put(function.parameters().get(index), -used);
      } else {
        long offset = FIRST_ARGUMENT + (long) Long.BYTES * (index - inRegisters);
        offsets.put(function.parameters().get(index), offset);
      }
    }
    for (StackVariable local : function.locals()) {
      used = roundUp(used + local.size(), local.alignment());
      offsets.put(local.name(), -used);
    }
    int onStack = function.parameters().size() - inRegisters;
    return new FrameLayout(offsets, onStack, roundUp(used, ALIGNMENT));
  }

  /** Bytes that the caller puts above the return address, so that this is aligned. */
  long argumentSize() {
    return roundUp((long) Long.BYTES * stackArguments, ALIGNMENT);
  }

  /** Bytes of everything a call adds to the stack. */
  long size() {
    return argumentSize() + FIRST_ARGUMENT + localSize;
  }

  private static long roundUp(long value, long multiple) {
    return (value + multiple - 1) & -multiple;
  }
}
