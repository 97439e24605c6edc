package gradus.worker.compile;

/**
 * What the two sides of the compiler's pipes agree on, in the encoding of {@link
 * java.io.DataOutput}.
 *
 * <pre>
 * hello    READY, once, when the process is up
 * request  UTF package; int missing; missing × UTF path of a source that could not be read;
 *          int files; files × (UTF path, int length, length × byte)
 * reply    0 or more of CLASS, DIAGNOSTIC, FAILED; then END
 * CLASS       UTF binary name with slashes; int length; length × byte
 * DIAGNOSTIC  UTF path; long line, -1 where there is none; UTF message
 * FAILED      UTF path
 * </pre>
 *
 * A process serves requests one after another until its input ends.
 */
public final class CompileProtocol {
  /** The process is up. */
  public static final int READY = 0;

  /** A class file follows. */
  public static final int CLASS = 1;

  /** One of javac's errors follows. */
  public static final int DIAGNOSTIC = 2;

  /** The path of a source that did not compile follows. */
  public static final int FAILED = 3;

  /** The reply is complete. */
  public static final int END = 4;

  /** The longest message sent, in characters; a longer one is cut. */
  public static final int MESSAGE = 2_000;

  private CompileProtocol() {}
}
