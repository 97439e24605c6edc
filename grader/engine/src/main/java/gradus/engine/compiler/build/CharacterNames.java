package gradus.engine.compiler.build;

import java.util.Locale;
import java.util.Map;

/** Characters by their Unicode names. */
final class CharacterNames {
  private static final String IDEOGRAPH = "CJK UNIFIED IDEOGRAPH-";
  private static final String SYLLABLE = "HANGUL SYLLABLE ";
  private static final String[] LEADS = "G GG N D DD R M B BB S SS  J JJ C K T P H".split(" ", -1);
  private static final String[] VOWELS =
      "A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I".split(" ", -1);
  private static final String[] TAILS =
      " G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H".split(" ", -1);

  /** Control characters have no names, but aliases; these are the usual ones. */
  private static final Map<String, Integer> CONTROLS =
      Map.ofEntries(
          Map.entry("NULL", 0x00),
          Map.entry("NUL", 0x00),
          Map.entry("ALERT", 0x07),
          Map.entry("BEL", 0x07),
          Map.entry("BACKSPACE", 0x08),
          Map.entry("BS", 0x08),
          Map.entry("CHARACTER TABULATION", 0x09),
          Map.entry("TAB", 0x09),
          Map.entry("LINE FEED", 0x0A),
          Map.entry("NEW LINE", 0x0A),
          Map.entry("LF", 0x0A),
          Map.entry("LINE TABULATION", 0x0B),
          Map.entry("VT", 0x0B),
          Map.entry("FORM FEED", 0x0C),
          Map.entry("FF", 0x0C),
          Map.entry("CARRIAGE RETURN", 0x0D),
          Map.entry("CR", 0x0D),
          Map.entry("ESCAPE", 0x1B),
          Map.entry("ESC", 0x1B),
          Map.entry("DELETE", 0x7F),
          Map.entry("DEL", 0x7F),
          Map.entry("NEXT LINE", 0x85),
          Map.entry("NEL", 0x85),
          Map.entry("NBSP", 0xA0),
          Map.entry("SHY", 0xAD),
          Map.entry("ZWSP", 0x200B),
          Map.entry("ZWNJ", 0x200C),
          Map.entry("ZWJ", 0x200D),
          Map.entry("BYTE ORDER MARK", 0xFEFF),
          Map.entry("BOM", 0xFEFF));

  private CharacterNames() {}

  /** The code point with a name, in any case, or -1. */
  static int lookUp(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    if (upper.startsWith(IDEOGRAPH)) {
      return ideograph(upper.substring(IDEOGRAPH.length()));
    }
    if (upper.startsWith(SYLLABLE)) {
      return syllable(upper.substring(SYLLABLE.length()));
    }
    Integer control = CONTROLS.get(upper);
    if (control != null) {
      return control;
    }
    try {
      int found = Character.codePointOf(upper);
      boolean named = upper.equals(Character.getName(found)) && !Character.isISOControl(found);
      return named ? found : -1;
    } catch (IllegalArgumentException e) {
      return -1;
    }
  }

  private static int ideograph(String digits) {
    if (!digits.matches("[0-9A-F]{4,5}")) {
      return -1;
    }
    int found = Integer.parseInt(digits, 16);
    return Character.isIdeographic(found) ? found : -1;
  }

  private static int syllable(String name) {
    for (int lead = 0; lead < LEADS.length; lead++) {
      for (int vowel = 0; vowel < VOWELS.length; vowel++) {
        String start = LEADS[lead] + VOWELS[vowel];
        int tail = name.startsWith(start) ? indexOf(TAILS, name.substring(start.length())) : -1;
        if (tail >= 0) {
          return 0xAC00 + (lead * VOWELS.length + vowel) * TAILS.length + tail;
        }
      }
    }
    return -1;
  }

  private static int indexOf(String[] names, String wanted) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(wanted)) {
        return i;
      }
    }
    return -1;
  }
}
