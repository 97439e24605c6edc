package gradus.harness.sandbox;

/**
 * What one program may use up in all.
 *
 * @param heapMebibytes the Java heap
 * @param stackKibibytes the stack of a thread that does not ask for another size
 * @param cpuSeconds the CPU time of the whole process; the last resort, a watchdog comes first
 */
public record JvmLimits(int heapMebibytes, int stackKibibytes, int cpuSeconds) {
  /** A heap of 256 MiB, stacks of 1 MiB, and 120 s of CPU time. */
  public static final JvmLimits DEFAULT = new JvmLimits(256, 1024, 120);
}
