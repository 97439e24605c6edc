package gradus.engine.compiler.build;

import java.util.Locale;

/** Characters by their Unicode names. */
final class CharacterNames {
  private static final String IDEOGRAPH = "CJK UNIFIED IDEOGRAPH-";
  private static final String SYLLABLE = "HANGUL SYLLABLE ";
  private static final String[] LEADS = "G GG N D DD R M B BB S SS  J JJ C K T P H".split(" ", -1);
  private static final String[] VOWELS =
      "A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I".split(" ", -1);
  private static final String[] TAILS =
      " G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H".split(" ", -1);

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
    try {
      int found = Character.codePointOf(upper);
      return upper.equals(Character.getName(found)) ? found : -1;
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
