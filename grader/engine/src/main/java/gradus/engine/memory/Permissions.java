package gradus.engine.memory;

/** What a process may do with a range of its memory, written as in {@code /proc/self/maps}. */
public record Permissions(boolean read, boolean write, boolean execute) {

  /** A guard: every access faults. */
  public static final Permissions NONE = new Permissions(false, false, false);

  /** Constants. */
  public static final Permissions READ = new Permissions(true, false, false);

  /** Variables. */
  public static final Permissions READ_WRITE = new Permissions(true, true, false);

  /** Code. */
  public static final Permissions READ_EXECUTE = new Permissions(true, false, true);

  @Override
  public String toString() {
    return (read ? "r" : "-") + (write ? "w" : "-") + (execute ? "x" : "-");
  }
}
