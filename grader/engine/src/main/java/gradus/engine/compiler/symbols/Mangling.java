package gradus.engine.compiler.symbols;

import java.util.Optional;

/** Private names of classes: {@code __a} in class {@code B} is {@code _B__a}. */
public final class Mangling {
  private Mangling() {}

  /** The name as it is kept, given the class around it, if there is one. */
  public static String mangle(Optional<String> className, String name) {
    if (className.isEmpty() || !name.startsWith("__")) {
      return name;
    }
    if (name.endsWith("__") || name.indexOf('.') >= 0) {
      return name;
    }
    String stripped = className.get().replaceFirst("^_+", "");
    return stripped.isEmpty() ? name : "_" + stripped + name;
  }
}
