package gradus.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTests {
  private static final byte[] LONG_FRAME =
      Frames.frame(FrameType.RETURN, 7, 3, out -> Scalar.LONGS.write(out, new long[100_000]));

  private static FrameReader reader(InputStream in) {
    return new FrameReader(in, Caps.STANDARD);
  }

  private static byte[] announcing(int length) {
    return ByteBuffer.allocate(64).putInt(length).array();
  }

  @Test
  void reads_header_and_payload() throws IOException {
    FrameReader reader = reader(new ByteArrayInputStream(LONG_FRAME));
    assertThat(reader.next()).isEqualTo(FrameType.RETURN);
    assertThat(reader.call()).isEqualTo(7);
    assertThat(reader.origin()).isEqualTo(3);
    Input payload = reader.payload(new Input(Caps.STANDARD, Frames.NO_HANDLES));
    assertThat((long[]) Scalar.LONGS.read(payload)).hasSize(100_000);
  }

  @Test
  void puts_together_what_drips_in_byte_by_byte() throws IOException {
    InputStream drip =
        new FilterInputStream(new ByteArrayInputStream(LONG_FRAME)) {
          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            return super.read(bytes, offset, 1);
          }
        };
    assertThat(reader(drip).next()).isEqualTo(FrameType.RETURN);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, (4 << 20) + 1, 0, 8})
  void refuses_a_length_before_any_of_it_has_come(int length) {
    FrameReader reader = reader(new ByteArrayInputStream(announcing(length)));
    assertThatThrownBy(reader::next)
        .isInstanceOf(ProtocolViolation.class)
        .hasMessage("a message announced " + Integer.toUnsignedString(length) + " bytes");
  }

  @Test
  void asks_for_no_more_memory_than_has_arrived() {
    int[] largest = {0};
    InputStream watched =
        new FilterInputStream(new ByteArrayInputStream(announcing(4 << 20))) {
          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            largest[0] = Math.max(largest[0], bytes.length);
            return super.read(bytes, offset, length);
          }
        };
    assertThatThrownBy(reader(watched)::next).isInstanceOf(EOFException.class);
    assertThat(largest[0]).isLessThanOrEqualTo(8192);
  }

  @Test
  void leaves_a_second_frame_for_the_next_time() throws IOException {
    byte[] one = Frames.returns(1, 5L);
    byte[] two = Arrays.copyOf(one, 2 * one.length);
    System.arraycopy(one, 0, two, one.length, one.length);
    FrameReader reader = reader(new ByteArrayInputStream(two));
    assertThat(reader.next()).isEqualTo(FrameType.RETURN);
    assertThat(reader.next()).isEqualTo(FrameType.RETURN);
  }

  /** Else a buffered stream would ask the system whether there is more. */
  @Test
  void asks_for_no_more_than_the_frame() throws IOException {
    byte[] frame = Frames.returns(1, 5L);
    int[] asked = {0};
    InputStream watched =
        new FilterInputStream(new ByteArrayInputStream(frame)) {
          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            asked[0] += length;
            return super.read(bytes, offset, length);
          }
        };
    reader(watched).next();
    assertThat(asked[0]).isEqualTo(frame.length);
  }

  @Test
  void refuses_an_unknown_type() {
    byte[] frame = Frames.returns(1, 5L);
    frame[Integer.BYTES] = 99;
    assertThatThrownBy(reader(new ByteArrayInputStream(frame))::next)
        .isInstanceOf(ProtocolViolation.class)
        .hasMessage("a frame of the unknown type 99 came");
  }

  @Test
  void says_when_the_other_end_is_gone() {
    assertThatThrownBy(reader(InputStream.nullInputStream())::next)
        .isInstanceOf(EOFException.class);
    byte[] cut = Arrays.copyOf(LONG_FRAME, 1_000);
    assertThatThrownBy(reader(new ByteArrayInputStream(cut))::next)
        .isInstanceOf(EOFException.class);
  }
}
