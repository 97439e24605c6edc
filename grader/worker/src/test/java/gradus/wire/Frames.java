package gradus.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.function.Consumer;

/** Frames made by hand, as an honest or a dishonest end would send them. */
final class Frames {
  static final Handles NO_HANDLES =
      new Handles(
          Caps.STANDARD,
          (target, method, arguments) -> {
            throw new AssertionError("called");
          });

  private Frames() {}

  static byte[] frame(FrameType type, int call, int origin, Consumer<Output> payload) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Output frame = new Output(Caps.STANDARD, NO_HANDLES).begin(type);
    payload.accept(frame);
    try {
      frame.send(call, origin, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] returns(int call, Object value) {
    return frame(FrameType.RETURN, call, 0, out -> new AnyType(new Types()).write(out, value));
  }

  /** A stream from which each read takes at most one of these frames. */
  static InputStream stream(byte[]... frames) {
    return new SequenceInputStream(
        Collections.enumeration(
            Arrays.stream(frames)
                .map(ByteArrayInputStream::new)
                .map(InputStream.class::cast)
                .toList()));
  }

  /** The payload of a frame, as its receiver reads it. */
  static Input payload(Caps caps, byte[] frame) {
    int header = Integer.BYTES + Output.HEADER_AFTER_LENGTH;
    return new Input(caps, NO_HANDLES).begin(frame, header, frame.length);
  }
}
