package gradus.wire;

/**
 * The sizes no honest use comes near; whoever exceeds one breaks the protocol.
 *
 * @param frameBytes the longest frame, in bytes after its length field
 * @param depth how deep lists and records may nest in one frame
 * @param elements how many list elements, record components and numbers in arrays one frame may
 *     hold
 * @param handles how many objects one end may hand to the other during one check
 * @param reentries how many calls may be open inside one another, both directions counted
 * @param bytesPerCheck how many bytes one end may send during one check
 */
public record Caps(
    int frameBytes, int depth, int elements, int handles, int reentries, long bytesPerCheck) {
  /** The caps of a grading. */
  public static final Caps STANDARD = new Caps(4 << 20, 16, 200_000, 10_000, 64, 64L << 20);
}
