package gradus.harness.runner;

/** The machine's processors, as the gradings of one grader share them. */
public final class Processors {
  private final int count;
  private int busy;

  Processors(int count) {
    this.count = count;
  }

  /** All that this JVM may use. */
  public static Processors ofThisMachine() {
    return new Processors(Runtime.getRuntime().availableProcessors());
  }

  /**
   * Takes processors that are free; one in any case, for a grading may share, but not wait.
   *
   * @return how many
   */
  synchronized int take(int most) {
    int taken = Math.max(1, Math.min(most, free()));
    busy += taken;
    return taken;
  }

  synchronized void release(int taken) {
    busy -= taken;
  }

  synchronized int free() {
    return Math.max(0, count - busy);
  }

  synchronized boolean areIdle() {
    return busy == 0;
  }
}
