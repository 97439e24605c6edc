package gradus.engine.object;

import java.util.BitSet;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What kind of character a code point is, where Java's own classes do not say it (Numeric_Type of
 * the Unicode character database, as CPython's Objects/unicodetype_db.h has it).
 */
public final class CharacterKinds {

  /** The punctuation that does not part words (Word_Break MidLetter, MidNumLet, Single_Quote). */
  private static final String WITHIN_WORDS =
      "':.\u00b7\u0387\u05f4\u2018\u2019\u2024\u2027\ufe13\ufe52\ufe55\uff07\uff0e\uff1a";

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** Digits that are not decimal: superscripts, circled ones and the like. */
  private static final BitSet DIGITS =
      runs(
          """
          b2-b3 b9 1369-1371 19da 2070 2074-2079 2080-2089 2460-2468 2474-247c 2488-2490 24ea
          24f5-24fd 24ff 2776-277e 2780-2788 278a-2792 10a40-10a43 10e60-10e68 11052-1105a
          1f100-1f10a""");

  /** Ideographs that stand for numbers. */
  private static final BitSet NUMERALS =
      runs(
          """
          3405 3483 382a 3b4d 4e00 4e03 4e07 4e09 4e5d 4e8c 4e94 4e96 4ebf-4ec0 4edf 4ee8 4f0d 4f70
          5104 5146 5169 516b 516d 5341 5343-5345 534c 53c1-53c4 56db 58f1 58f9 5e7a 5efe-5eff
          5f0c-5f0e 5f10 62fe 634c 67d2 6f06 7396 767e 8086 842c 8cae 8cb3 8d30 9621 9646 964c 9678
          96f6 f96b f973 f978 f9b2 f9d1 f9d3 f9fd 20001 20064 200e2 20121 2092a 20983 2098c 2099c
          20aea 20afd 20b19 22390 22998 23b1b 2626d 2f890""");

  /**
   * What ID_Start has and XID_Start has not: it decomposes into something no name may start with.
   */
  private static final BitSet NO_START =
      runs(
          """
          37a e33 eb3 1cf2-1cf3 2e2f 309b-309c fc5e-fc63 fdfa-fdfb fe70 fe72 fe74 fe76 fe78 fe7a
          fe7c fe7e ff9e-ff9f""");

  private CharacterKinds() {}

  private static BitSet runs(String text) {
    BitSet set = new BitSet();
    BLANKS.splitAsStream(text.strip()).forEach(run -> add(set, run));
    return set;
  }

  private static void add(BitSet set, String run) {
    int dash = run.indexOf('-');
    int first = HexFormat.fromHexDigits(dash < 0 ? run : run.substring(0, dash));
    int last = dash < 0 ? first : HexFormat.fromHexDigits(run.substring(dash + 1));
    set.set(first, last + 1);
  }

  public static boolean isDigit(int point) {
    return Character.isDigit(point) || DIGITS.get(point);
  }

  public static boolean isNumeric(int point) {
    int type = Character.getType(point);
    return type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.OTHER_NUMBER
        || type == Character.LETTER_NUMBER
        || NUMERALS.get(point);
  }

  public static boolean isAlphanumeric(int point) {
    return Character.isLetter(point) || isNumeric(point);
  }

  public static boolean isIdentifier(int[] points) {
    boolean good = points.length > 0 && startsIdentifier(points[0]);
    for (int index = 1; good && index < points.length; index++) {
      good = continuesIdentifier(points[index]);
    }
    return good;
  }

  static boolean startsIdentifier(int point) {
    return point == '_' || (Character.isUnicodeIdentifierStart(point) && !NO_START.get(point));
  }

  static boolean continuesIdentifier(int point) {
    return Character.isUnicodeIdentifierPart(point) && !Character.isIdentifierIgnorable(point);
  }

  public static boolean isSpace(int point) {
    return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == 0x85;
  }

  /** Whether str.splitlines ends a line here. */
  public static boolean endsLine(int point) {
    return (point >= '\n' && point <= '\r')
        || (point >= 0x1c && point <= 0x1e)
        || point == 0x85
        || point == 0x2028
        || point == 0x2029;
  }

  /** Whether the rule for a final sigma passes over a character (Case_Ignorable). */
  public static boolean isCaseIgnorable(int point) {
    return WITHIN_WORDS.indexOf(point) >= 0
        || switch (Character.getType(point)) {
          case Character.NON_SPACING_MARK,
              Character.ENCLOSING_MARK,
              Character.FORMAT,
              Character.MODIFIER_LETTER,
              Character.MODIFIER_SYMBOL ->
              true;
          default -> false;
        };
  }
}
