package gradus.cli.report;

/** Colour for a terminal, or none. */
public enum Paint {
  /** Leaves text as it is. */
  PLAIN(false),
  /** Wraps text in ANSI escapes. */
  ANSI(true);

  private static final String RESET = "\u001b[0m";

  private final boolean colours;

  Paint(boolean colours) {
    this.colours = colours;
  }

  String good(String text) {
    return in("32", text);
  }

  String bad(String text) {
    return in("31", text);
  }

  String strong(String text) {
    return in("1", text);
  }

  String faint(String text) {
    return in("2", text);
  }

  private String in(String code, String text) {
    return colours && !text.isEmpty() ? "\u001b[" + code + "m" + text + RESET : text;
  }
}
