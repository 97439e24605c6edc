package gradus.wire;

import java.util.List;

/**
 * A thrown exception as it travels: text only.
 *
 * @param className the exception's class, cut
 * @param message its message, cut; empty if it had none
 * @param pyType the type of a {@code PyError}; empty for any other class
 * @param frames where it was thrown, innermost first, cut; may be empty
 */
public record Fault(String className, String message, String pyType, List<String> frames) {
  /** The kit's contract exception, the one class both ends rebuild. */
  public static final String PY_ERROR = "gradus.kit.PyError";

  /** The longest class name, message or frame that travels, in characters. */
  public static final int MAX_TEXT = 2_000;

  /** The most frames that travel. */
  public static final int MAX_FRAMES = 16;

  /** Cuts whatever is too long. */
  public Fault {
    className = cut(className);
    message = cut(message);
    pyType = cut(pyType);
    frames = frames.stream().limit(MAX_FRAMES).map(Fault::cut).toList();
  }

  /** Whether this is the contract's own exception. */
  public boolean isPyError() {
    return className.equals(PY_ERROR);
  }

  private static String cut(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
  }

  void write(Output out) {
    out.tag(Tag.ERROR);
    Scalar.STRING.write(out, className);
    Scalar.STRING.write(out, message);
    Scalar.STRING.write(out, pyType);
    FRAMES.write(out, frames);
  }

  static Fault read(Input in) {
    in.expect(Tag.ERROR, "an error");
    return new Fault(text(in), text(in), text(in), frames(in));
  }

  private static final ListType FRAMES = new ListType(Scalar.STRING);

  private static String text(Input in) {
    in.expect(Tag.STRING, "String");
    return in.text();
  }

  private static List<String> frames(Input in) {
    return FRAMES.read(in).stream().map(String.class::cast).toList();
  }
}
