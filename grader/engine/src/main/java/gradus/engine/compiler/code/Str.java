package gradus.engine.compiler.code;

import java.util.Arrays;

/**
 * A Python str: a sequence of code points.
 *
 * <p>Not a Java string, because Python tells the two lone surrogates {@code '\ud83d\ude00'} from
 * the one character {@code '\U0001f600'} and UTF-16 cannot.
 */
public final class Str implements Constant {
  private final int[] codePoints;

  private Str(int[] codePoints) {
    this.codePoints = codePoints;
  }

  /** The str with the characters of a Java string; surrogate pairs become one character. */
  public static Str of(String text) {
    return new Str(text.codePoints().toArray());
  }

  /** The str with these code points. */
  public static Str ofCodePoints(int[] codePoints) {
    return new Str(codePoints.clone());
  }

  /** The number of characters. */
  public int length() {
    return codePoints.length;
  }

  /** The code point at an index. */
  public int at(int index) {
    return codePoints[index];
  }

  /** A copy of all code points. */
  public int[] codePoints() {
    return codePoints.clone();
  }

  /** The text as a Java string. */
  public String text() {
    return new String(codePoints, 0, codePoints.length);
  }

  @Override
  public String typeName() {
    return "str";
  }

  @Override
  public boolean isTrue() {
    return codePoints.length != 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Str str && Arrays.equals(codePoints, str.codePoints);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(codePoints);
  }

  @Override
  public String toString() {
    return repr();
  }
}
