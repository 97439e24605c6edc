package gradus.engine.builtin;

import gradus.engine.object.CharacterKinds;
import gradus.engine.object.Space;
import gradus.engine.object.StrRepr;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.Unary;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/** Methods of str that change the case of characters, or ask what kind all of them are. */
final class StrCaseMethods {

  private static final int DOTLESS_I = 0x131;
  private static final int CAPITAL_SIGMA = 0x3a3;
  private static final String FINAL_SIGMA = "\u03c2";
  private static final String SMALL_SIGMA = "\u03c3";

  private final Space py;

  StrCaseMethods(Space py) {
    this.py = py;
  }

  void install(TypeBuilder type) {
    type.method("upper", map(text -> text.toUpperCase(Locale.ROOT)))
        .method("lower", map(StrCaseMethods::lower))
        .method("casefold", map(StrCaseMethods::fold))
        .method("capitalize", map(StrCaseMethods::capitalize))
        .method("title", map(StrCaseMethods::title))
        .method("swapcase", map(StrCaseMethods::swap))
        .method("isdecimal", all(Character::isDigit))
        .method("isdigit", all(CharacterKinds::isDigit))
        .method("isnumeric", all(CharacterKinds::isNumeric))
        .method("isalpha", all(Character::isLetter))
        .method("isalnum", all(CharacterKinds::isAlphanumeric))
        .method("isspace", all(CharacterKinds::isSpace))
        .method("isprintable", this::isPrintable)
        .method("isupper", self -> py.bool(isUpper(py.strs.text(self))))
        .method("islower", self -> py.bool(isLower(py.strs.text(self))))
        .method("istitle", self -> py.bool(isTitle(py.strs.codePoints(self))))
        .method(
            "isidentifier", self -> py.bool(CharacterKinds.isIdentifier(py.strs.codePoints(self))));
  }

  private Unary map(UnaryOperator<String> mapping) {
    return self -> py.strs.of(mapping.apply(py.strs.text(self)));
  }

  private Unary all(IntPredicate predicate) {
    return self ->
        py.bool(py.strs.length(self) > 0 && py.strs.text(self).codePoints().allMatch(predicate));
  }

  private long isPrintable(long self) {
    return py.bool(py.strs.text(self).codePoints().allMatch(StrRepr::isPrintable));
  }

  private static boolean isUpper(String text) {
    return text.codePoints().anyMatch(Character::isUpperCase)
        && text.codePoints().noneMatch(p -> Character.isLowerCase(p) || Character.isTitleCase(p));
  }

  private static boolean isLower(String text) {
    return text.codePoints().anyMatch(Character::isLowerCase)
        && text.codePoints().noneMatch(p -> Character.isUpperCase(p) || Character.isTitleCase(p));
  }

  private static boolean isTitle(int[] points) {
    boolean inWord = false;
    boolean any = false;
    for (int point : points) {
      boolean capital = Character.isUpperCase(point) || Character.isTitleCase(point);
      if (capital == inWord && isCased(point)) {
        return false;
      }
      inWord = isCased(point);
      any |= inWord;
    }
    return any;
  }

  private static boolean isCased(int point) {
    return Character.isUpperCase(point)
        || Character.isLowerCase(point)
        || Character.isTitleCase(point);
  }

  /** Folded for comparison without regard to case: the lower case of the upper case. */
  private static String fold(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              String upper = Character.toString(point).toUpperCase(Locale.ROOT);
              out.append(point == DOTLESS_I ? Character.toString(point) : lowerEach(upper));
            });
    return out.toString();
  }

  /** Only where a sigma is, the place of a character matters. */
  private static String lower(String text) {
    return text.indexOf(CAPITAL_SIGMA) < 0 ? text.toLowerCase(Locale.ROOT) : lowerAfter(text, 0);
  }

  private static String lowerEach(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(point -> out.append(Character.toString(point).toLowerCase(Locale.ROOT)));
    return out.toString();
  }

  private static String capitalize(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int first = text.offsetByCodePoints(0, 1);
    return text.substring(0, first).toUpperCase(Locale.ROOT) + lowerAfter(text, first);
  }

  /** The rest in lower case, with the whole text telling whether a sigma ends a word. */
  private static String lowerAfter(String text, int from) {
    StringBuilder out = new StringBuilder();
    for (int at = from; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      out.append(lower(text, at));
    }
    return out.toString();
  }

  private static String lower(String text, int at) {
    int point = text.codePointAt(at);
    if (point == CAPITAL_SIGMA) {
      return endsWord(text, at) ? FINAL_SIGMA : SMALL_SIGMA;
    }
    return Character.toString(point).toLowerCase(Locale.ROOT);
  }

  /** A sigma that a cased character comes before and none after, but for what is passed over. */
  private static boolean endsWord(String text, int at) {
    int before = at;
    while (before > 0 && CharacterKinds.isCaseIgnorable(text.codePointBefore(before))) {
      before -= Character.charCount(text.codePointBefore(before));
    }
    int after = at + 1;
    while (after < text.length() && CharacterKinds.isCaseIgnorable(text.codePointAt(after))) {
      after += Character.charCount(text.codePointAt(after));
    }
    return before > 0
        && isCased(text.codePointBefore(before))
        && (after == text.length() || !isCased(text.codePointAt(after)));
  }

  private static String title(String text) {
    StringBuilder out = new StringBuilder();
    boolean inWord = false;
    int point;
    for (int at = 0; at < text.length(); at += Character.charCount(point)) {
      point = text.codePointAt(at);
      out.append(inWord ? lower(text, at) : titleOf(point));
      inWord = isCased(point);
    }
    return out.toString();
  }

  private static String titleOf(int point) {
    String upper = Character.toString(point).toUpperCase(Locale.ROOT);
    int title = Character.toTitleCase(point);
    if (title != point
        || Character.isTitleCase(point)
        || upper.codePointCount(0, upper.length()) == 1) {
      return Character.toString(title);
    }
    int first = upper.offsetByCodePoints(0, 1);
    return Character.isLetter(upper.codePointAt(0)) && Character.isUpperCase(upper.codePointAt(0))
        ? upper.substring(0, first) + lowerEach(upper.substring(first))
        : upper;
  }

  private static String swap(String text) {
    StringBuilder out = new StringBuilder();
    int point;
    for (int at = 0; at < text.length(); at += Character.charCount(point)) {
      point = text.codePointAt(at);
      if (Character.isUpperCase(point)) {
        out.append(lower(text, at));
      } else if (Character.isLowerCase(point)) {
        out.append(Character.toString(point).toUpperCase(Locale.ROOT));
      } else {
        out.appendCodePoint(point);
      }
    }
    return out.toString();
  }
}
