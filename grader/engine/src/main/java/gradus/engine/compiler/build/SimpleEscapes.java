package gradus.engine.compiler.build;

/** The escapes of one letter, which str and bytes literals share. */
final class SimpleEscapes {
  /** Not an escape: the backslash stands for itself. */
  static final int UNKNOWN = -1;

  /** A backslash before a line end stands for nothing. */
  static final int NOTHING = -2;

  private SimpleEscapes() {}

  static int value(int letter) {
    return switch (letter) {
      case '\n' -> NOTHING;
      case '\\', '\'', '"' -> letter;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 'v' -> 0x0B;
      case 'a' -> 0x07;
      default -> UNKNOWN;
    };
  }
}
