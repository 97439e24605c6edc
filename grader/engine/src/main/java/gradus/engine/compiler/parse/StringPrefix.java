package gradus.engine.compiler.parse;

/** Follows the letters before a quote: b, r, u and f in the combinations Python knows. */
final class StringPrefix {
  private boolean b;
  private boolean r;
  private boolean u;
  private boolean f;

  /** Whether a letter may come next; then it counts as seen. */
  boolean accepts(int letter) {
    switch (letter) {
      case 'b', 'B' -> {
        return !(b || u || f) && (b = true);
      }
      case 'u', 'U' -> {
        return !(b || u || r || f) && (u = true);
      }
      case 'r', 'R' -> {
        return !(r || u) && (r = true);
      }
      case 'f', 'F' -> {
        return !(f || b || u) && (f = true);
      }
      default -> {
        return false;
      }
    }
  }
}
