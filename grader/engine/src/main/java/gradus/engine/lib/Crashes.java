package gradus.engine.lib;

import gradus.engine.memory.HeapCorruption;
import gradus.engine.memory.SegmentationFault;

/**
 * How a process ends that a signal kills: one sentence, and the status a shell would show. What is
 * not a signal's doing is told as a fault of the engine's ({@code EX_SOFTWARE}).
 */
final class Crashes {

  private static final int ABORTED = 128 + 6;
  private static final int SEGMENTATION_FAULT = 128 + 11;
  private static final int INTERNAL_ERROR = 70;

  private final Python python;

  Crashes(Python python) {
    this.python = python;
  }

  /**
   * Ends a process that failed below Python.
   *
   * @return the exit status
   * @throws RuntimeException the same, if the program had no means to bring it about
   */
  int end(RuntimeException failure) {
    if (failure instanceof SegmentationFault fault) {
      return say("Segmentation fault: " + detail(fault), SEGMENTATION_FAULT);
    }
    if (failure instanceof HeapCorruption) {
      return say("Aborted: " + failure.getMessage(), ABORTED);
    }
    if (!canWriteMemory() && !madeCode()) {
      throw failure;
    }
    return canWriteMemory() ? internal(failure) : overran();
  }

  /** The same for a failure of the virtual machine's own. */
  int end(Error failure) {
    if (!canWriteMemory() && !madeCode()) {
      throw failure;
    }
    return canWriteMemory() ? internal(failure) : overran();
  }

  /** Says what failed and where, for whoever has to tell damaged objects from a fault of ours. */
  private int internal(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    String place = trace.length == 0 ? "" : " in " + trace[0];
    return say(
        "Internal error: %s%s; the engine failed, or the program overwrote its memory through ctypes"
            .formatted(failure, place),
        INTERNAL_ERROR);
  }

  private static String detail(SegmentationFault fault) {
    String message = String.valueOf(fault.getMessage());
    return message.substring(message.indexOf(':') + 1).strip();
  }

  private int say(String sentence, int status) {
    python.streams.flush();
    python.streams.error(sentence + "\n");
    return status;
  }

  private int overran() {
    return say(
        "Segmentation fault: code made by hand did what no compiler's code does",
        SEGMENTATION_FAULT);
  }

  /** Only what went through ctypes can have damaged objects. */
  private boolean canWriteMemory() {
    return python.machine.modules.isLoaded("ctypes");
  }

  /** Code made by hand can take from the stack what is not there. */
  private boolean madeCode() {
    return python.machine.codes.constructed();
  }
}
