package gradus.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTests {

  private static final int SIZE = 96;

  private final Random random = new Random(1);
  private final ByteBuffer bytes = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
  private final long[] words = new long[SIZE / 8];

  @Test
  void hold_what_an_array_of_bytes_holds() {
    for (int step = 0; step < 20_000; step++) {
      change(1 << random.nextInt(4), random.nextLong());
      assertThat(all()).isEqualTo(bytes.array());
    }
  }

  private void change(int width, long value) {
    int at = random.nextInt(SIZE / width) * width;
    switch (width) {
      case 1 -> {
        Words.store8(words, at, (int) value);
        bytes.put(at, (byte) value);
        assertThat(Words.load8(words, at)).isEqualTo((int) value & 0xff);
      }
      case 2 -> {
        Words.store16(words, at, (int) value);
        bytes.putShort(at, (short) value);
        assertThat(Words.load16(words, at)).isEqualTo((int) value & 0xffff);
      }
      case 4 -> {
        Words.store32(words, at, (int) value);
        bytes.putInt(at, (int) value);
        assertThat(Words.load32(words, at)).isEqualTo((int) value);
      }
      default -> {
        Words.store64(words, at, value);
        bytes.putLong(at, value);
        assertThat(Words.load64(words, at)).isEqualTo(value);
      }
    }
  }

  @Test
  void copy_any_bytes_anywhere() {
    for (int step = 0; step < 20_000; step++) {
      int size = 1 + random.nextInt(40);
      int from = random.nextInt(SIZE - size + 1);
      int to = random.nextInt(SIZE - size + 1);
      Words.store8(words, from, step);
      bytes.put(from, (byte) step);
      Words.copy(words, from, words, to, size);
      System.arraycopy(bytes.array(), from, bytes.array(), to, size);
      assertThat(all()).as("%d bytes from %d to %d", size, from, to).isEqualTo(bytes.array());
    }
  }

  @Test
  void copy_between_arrays() {
    for (int step = 0; step < 20_000; step++) {
      long[] source = random.longs(SIZE / 8).toArray();
      byte[] sourceBytes = new byte[SIZE];
      Words.read(source, 0, sourceBytes);
      int size = random.nextInt(SIZE);
      int from = random.nextInt(SIZE - size + 1);
      int to = random.nextInt(SIZE - size + 1);
      Words.copy(source, from, words, to, size);
      System.arraycopy(sourceBytes, from, bytes.array(), to, size);
      assertThat(all()).as("%d bytes from %d to %d", size, from, to).isEqualTo(bytes.array());
    }
  }

  @Test
  void take_and_give_any_bytes() {
    for (int step = 0; step < 20_000; step++) {
      byte[] some = new byte[random.nextInt(30)];
      random.nextBytes(some);
      int at = random.nextInt(SIZE - some.length + 1);
      Words.write(words, at, some);
      System.arraycopy(some, 0, bytes.array(), at, some.length);
      byte[] read = new byte[some.length];
      Words.read(words, at, read);
      assertThat(read).isEqualTo(some);
      assertThat(all()).isEqualTo(bytes.array());
    }
  }

  @Test
  void fill_any_bytes() {
    for (int step = 0; step < 20_000; step++) {
      int size = random.nextInt(40);
      int at = random.nextInt(SIZE - size + 1);
      Words.fill(words, at, size, step);
      Arrays.fill(bytes.array(), at, at + size, (byte) step);
      assertThat(all()).isEqualTo(bytes.array());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, SIZE, -8})
  void are_nowhere_at_addresses_that_no_word_has(int address) {
    assertThatThrownBy(() -> Words.load64(words, address))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> Words.store64(words, address, 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> Words.add64(words, address, 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 6, 7, SIZE, -4})
  void are_nowhere_at_addresses_that_no_half_has(int address) {
    assertThatThrownBy(() -> Words.load32(words, address))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> Words.store32(words, address, 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private byte[] all() {
    byte[] all = new byte[SIZE];
    Words.read(words, 0, all);
    return all;
  }
}
