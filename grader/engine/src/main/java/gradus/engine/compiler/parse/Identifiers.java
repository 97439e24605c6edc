package gradus.engine.compiler.parse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What may be a name (PEP 3131). */
final class Identifiers {
  private Identifiers() {}

  /** Whether a byte may begin a name; a byte of a longer character always may. */
  static boolean mayStart(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 128;
  }

  static boolean mayContinue(int c) {
    return mayStart(c) || (c >= '0' && c <= '9');
  }

  /** Whether bytes are the UTF-8 of a name. */
  static boolean isIdentifier(byte[] text, int start, int end) {
    try {
      var decoded =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text, start, end - start));
      return isIdentifier(decoded.toString());
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static boolean isIdentifier(String text) {
    int first = text.codePointAt(0);
    return isStart(first) && text.codePoints().skip(1).allMatch(Identifiers::isPart);
  }

  private static boolean isStart(int c) {
    return c == '_' || (Character.isUnicodeIdentifierStart(c) && c != 0x037A);
  }

  private static boolean isPart(int c) {
    return Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
  }
}
