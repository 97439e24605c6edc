package gradus.wire;

/** Something came, or was about to go, over the wire that the wire does not allow. */
public class ProtocolViolation extends RuntimeException {
  /**
   * Creates the violation.
   *
   * @param sentence what is wrong, in one sentence
   */
  public ProtocolViolation(String sentence) {
    super(sentence);
  }

  /** A value of another type than the one declared. */
  static final class Mismatch extends ProtocolViolation {
    Mismatch(String declared, String came) {
      super("a value of type " + declared + " was due, and " + came + " came");
    }
  }
}
