package gradus.engine.object;

import java.util.function.IntPredicate;

/** Methods of bytes and bytearray that treat them as ASCII letters and digits. */
final class ByteCaseMethods {

  private final Space py;
  private final ByteStrings strings;

  ByteCaseMethods(Space py, ByteStrings strings) {
    this.py = py;
    this.strings = strings;
  }

  void install(TypeBuilder type) {
    type.method("upper", strings.map(ByteCaseMethods::upper))
        .method("lower", strings.map(ByteCaseMethods::lower))
        .method("swapcase", strings.map(ByteCaseMethods::swapped))
        .method("title", strings.map(ByteCaseMethods::title))
        .method("capitalize", strings.map(ByteCaseMethods::capitalized))
        .method("isalpha", all(ByteCaseMethods::isLetter))
        .method("isdigit", all(ByteCaseMethods::isDigit))
        .method("isalnum", all(c -> isLetter(c) || isDigit(c)))
        .method("isspace", all(c -> ByteStrings.isSpace((char) c)))
        .method(
            "isupper", self -> hasOnly(self, ByteCaseMethods::isUpper, ByteCaseMethods::isLower))
        .method(
            "islower", self -> hasOnly(self, ByteCaseMethods::isLower, ByteCaseMethods::isUpper))
        .method("istitle", this::isTitle);
  }

  private static boolean isUpper(int c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isLower(int c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isLetter(int c) {
    return isUpper(c) || isLower(c);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static char upper(char c) {
    return isLower(c) ? (char) (c - 32) : c;
  }

  private static char lower(char c) {
    return isUpper(c) ? (char) (c + 32) : c;
  }

  private interface Mapping {
    char of(char c, char before);
  }

  private static String each(String text, Mapping mapping) {
    StringBuilder out = new StringBuilder();
    char before = 0;
    for (int index = 0; index < text.length(); index++) {
      char c = text.charAt(index);
      out.append(mapping.of(c, before));
      before = c;
    }
    return out.toString();
  }

  static String upper(String text) {
    return each(text, (c, before) -> upper(c));
  }

  static String lower(String text) {
    return each(text, (c, before) -> lower(c));
  }

  private static String swapped(String text) {
    return each(text, (c, before) -> isUpper(c) ? lower(c) : upper(c));
  }

  private static String title(String text) {
    return each(text, (c, before) -> isLetter(before) ? lower(c) : upper(c));
  }

  private static String capitalized(String text) {
    return text.isEmpty() ? "" : upper(text.charAt(0)) + lower(text.substring(1));
  }

  private Unary all(IntPredicate predicate) {
    return self -> {
      String text = strings.text(self);
      return py.bool(!text.isEmpty() && text.chars().allMatch(predicate));
    };
  }

  private long hasOnly(long self, IntPredicate wanted, IntPredicate unwanted) {
    String text = strings.text(self);
    return py.bool(text.chars().anyMatch(wanted) && text.chars().noneMatch(unwanted));
  }

  private long isTitle(long self) {
    String text = strings.text(self);
    return py.bool(text.chars().anyMatch(ByteCaseMethods::isLetter) && title(text).equals(text));
  }
}
