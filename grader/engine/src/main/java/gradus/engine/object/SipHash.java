package gradus.engine.object;

/**
 * SipHash-2-4 (Aumasson and Bernstein, 2012), which CPython hashes str and bytes with. The key is
 * zero, as it is with PYTHONHASHSEED=0, so that hashes never differ from run to run.
 */
final class SipHash {

  private long v0 = 0x736f6d6570736575L;
  private long v1 = 0x646f72616e646f6dL;
  private long v2 = 0x6c7967656e657261L;
  private long v3 = 0x7465646279746573L;

  private SipHash() {}

  /** The hash of some bytes. */
  static long of(byte[] bytes) {
    return new SipHash().hash(bytes);
  }

  private long hash(byte[] bytes) {
    int whole = bytes.length / 8 * 8;
    for (int at = 0; at < whole; at += 8) {
      mix(word(bytes, at, 8));
    }
    mix(word(bytes, whole, bytes.length - whole) | (long) bytes.length << 56);
    v2 ^= 0xff;
    round();
    round();
    round();
    round();
    return v0 ^ v1 ^ v2 ^ v3;
  }

  private static long word(byte[] bytes, int at, int count) {
    long word = 0;
    for (int index = 0; index < count; index++) {
      word |= (bytes[at + index] & 0xffL) << (8 * index);
    }
    return word;
  }

  private void mix(long word) {
    v3 ^= word;
    round();
    round();
    v0 ^= word;
  }

  private void round() {
    v0 += v1;
    v2 += v3;
    v1 = Long.rotateLeft(v1, 13) ^ v0;
    v3 = Long.rotateLeft(v3, 16) ^ v2;
    v0 = Long.rotateLeft(v0, 32);
    v2 += v1;
    v0 += v3;
    v1 = Long.rotateLeft(v1, 17) ^ v2;
    v3 = Long.rotateLeft(v3, 21) ^ v0;
    v2 = Long.rotateLeft(v2, 32);
  }
}
