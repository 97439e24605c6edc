package gradus.engine.vm;

import org.jspecify.annotations.Nullable;

/** How often a code object has run, and what became of it. */
final class CodeHeat {

  private static final int CALL = 10;

  final long code;
  private final Translations translations;
  private @Nullable TranslatedCode translated;
  private int left;

  CodeHeat(Translations translations, long code) {
    this.translations = translations;
    this.code = code;
    left = translations.threshold();
  }

  /** The translation, at a call; null if there is none yet. */
  @Nullable TranslatedCode called() {
    return translated != null ? translated : heat(CALL);
  }

  /** The translation, at a jump back; null if there is none yet. */
  @Nullable TranslatedCode jumpedBack() {
    return translated != null ? translated : heat(1);
  }

  private @Nullable TranslatedCode heat(int by) {
    if (left > 0) {
      left -= by;
      if (left <= 0) {
        translated = translations.translate(code);
      }
    }
    return translated;
  }

  /** Never translates it, and forgets that it was. */
  void refuse() {
    left = 0;
    translated = null;
  }
}
