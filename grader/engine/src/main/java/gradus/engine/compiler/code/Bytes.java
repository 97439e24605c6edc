package gradus.engine.compiler.code;

import java.util.Arrays;
import java.util.HexFormat;

/** A Python bytes object; also the form of {@code co_code} and {@code co_lnotab}. */
public final class Bytes implements Constant {
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /** The bytes object with this content. */
  public static Bytes of(byte[] content) {
    return new Bytes(content.clone());
  }

  /** The number of bytes. */
  public int length() {
    return content.length;
  }

  /** The byte at an index, 0 to 255. */
  public int at(int index) {
    return content[index] & 0xFF;
  }

  /** A copy of the content. */
  public byte[] toArray() {
    return content.clone();
  }

  /** Two lower-case hexadecimal digits a byte, as Python's {@code bytes.hex}. */
  public String hex() {
    return HexFormat.of().formatHex(content);
  }

  @Override
  public String typeName() {
    return "bytes";
  }

  @Override
  public boolean isTrue() {
    return content.length != 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return repr();
  }
}
