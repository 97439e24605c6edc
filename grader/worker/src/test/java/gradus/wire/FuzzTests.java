package gradus.wire;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.worker.GraderSide;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import lessons.zoo.Zoo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random and randomly broken frames: either end may only call them a violation, or read on. */
class FuzzTests {
  private static final int ROUNDS = 1_500;
  private static final Contracts CONTRACTS = Contracts.of(List.of(Zoo.class));
  private static final Zoo.Circle CIRCLE =
      new Zoo.Circle(new Zoo.Point(1, 2), 0.5, List.of(new Zoo.Circle(null, 1, List.of())));

  /** A side that serves, so that whatever gets through the codec is carried out. */
  private static final class AnySide implements Side {
    private final GraderSide plain = new GraderSide();

    @Override
    public void beforeCall() {}

    @Override
    public void beforeAnswer() {}

    @Override
    public Fault described(Throwable thrown) {
      return plain.described(thrown);
    }

    @Override
    public RuntimeException rebuilt(Fault fault) {
      return plain.rebuilt(fault);
    }

    @Override
    public RuntimeException unsendable(ProtocolViolation violation) {
      return plain.over(violation);
    }

    @Override
    public RuntimeException over(Throwable why) {
      return plain.over(why);
    }

    @Override
    public Object make(String className, Class<?> contract, Arguments arguments) {
      return (Zoo.Cage) () -> null;
    }

    @Override
    public int endCheck() {
      return 0;
    }
  }

  private static byte[] garbage(Random random) {
    byte[] bytes = new byte[4 + random.nextInt(200)];
    random.nextBytes(bytes);
    if (random.nextBoolean()) {
      setLength(bytes);
    }
    return bytes;
  }

  private static void setLength(byte[] bytes) {
    int length = bytes.length - Integer.BYTES;
    bytes[0] = 0;
    bytes[1] = 0;
    bytes[2] = (byte) (length >> 8);
    bytes[3] = (byte) length;
  }

  /** An honest frame with a few bytes of its payload changed, or its end cut off. */
  private static byte[] broken(Random random, byte[] honest) {
    byte[] bytes = honest.clone();
    int header = Integer.BYTES + Output.HEADER_AFTER_LENGTH;
    for (int i = random.nextInt(4); i >= 0; i--) {
      bytes[header + random.nextInt(bytes.length - header)] = (byte) random.nextInt(24);
    }
    if (random.nextInt(4) == 0) {
      bytes = Arrays.copyOf(bytes, header + random.nextInt(bytes.length - header));
      setLength(bytes);
    }
    return bytes;
  }

  private static void assertHarmless(long seed, int round, Throwable thrown) {
    Throwable cause = thrown instanceof GraderSide.Over ? thrown.getCause() : thrown;
    assertThat(cause)
        .as("seed %d, round %d", seed, round)
        .isInstanceOfAny(ProtocolViolation.class, EOFException.class, GraderSide.Thrown.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void the_grader(long seed) {
    Random random = new Random(seed);
    byte[] honest =
        Frames.frame(
            FrameType.RETURN,
            3,
            0,
            out ->
                CONTRACTS
                    .types()
                    .any()
                    .write(out, List.of("text", 1L, 2.5, CIRCLE, List.of(), new long[3])));
    for (int round = 0; round < ROUNDS; round++) {
      byte[] frame = random.nextInt(3) == 0 ? garbage(random) : broken(random, honest);
      try {
        ask(frame);
      } catch (RuntimeException e) {
        assertHarmless(seed, round, e);
      }
    }
  }

  private static void ask(byte[] frame) {
    byte[] made =
        Frames.frame(
            FrameType.RETURN,
            2,
            0,
            out -> {
              out.tag(Tag.SENDERS);
              out.u2(0);
              out.u4(1);
            });
    byte[] started = Frames.returns(1, CONTRACTS.fingerprint());
    Conversation grader =
        Conversation.with(
            Frames.stream(started, made, frame),
            new ByteArrayOutputStream(),
            CONTRACTS,
            Caps.STANDARD,
            new AnySide());
    grader.start();
    Object unused = grader.make("any", Zoo.class).anything(1L);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void the_worker(long seed) throws Exception {
    Random random = new Random(seed);
    byte[] start =
        Frames.frame(FrameType.START, 1, 0, new Handshake(Caps.STANDARD, CONTRACTS.names())::write);
    int cage = CONTRACTS.names().indexOf(Zoo.Cage.class.getName());
    byte[] make =
        Frames.frame(
            FrameType.MAKE,
            2,
            0,
            out -> {
              out.u2(cage);
              out.text("any");
              out.u1(0);
            });
    byte[] call =
        Frames.frame(
            FrameType.CALL,
            3,
            0,
            out -> {
              out.u4(1);
              out.u4(CONTRACTS.contract(Zoo.Cage.class).method(cageMethod()).number());
            });
    for (int round = 0; round < ROUNDS; round++) {
      byte[] frame = random.nextInt(3) == 0 ? garbage(random) : broken(random, call);
      InputStream in =
          random.nextBoolean()
              ? Frames.stream(start, make, frame)
              : Frames.stream(start, broken(random, make), frame);
      try {
        Conversation.accept(
                in, new ByteArrayOutputStream(), Zoo.class.getClassLoader(), new AnySide())
            .serve();
      } catch (RuntimeException e) {
        assertHarmless(seed, round, e);
      }
    }
  }

  private static Method cageMethod() {
    return InterfaceMethods.of(Zoo.Cage.class).get(0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void the_start(long seed) {
    Random random = new Random(seed);
    byte[] start =
        Frames.frame(FrameType.START, 1, 0, new Handshake(Caps.STANDARD, CONTRACTS.names())::write);
    for (int round = 0; round < ROUNDS / 8; round++) {
      byte[] frame = random.nextBoolean() ? garbage(random) : broken(random, start);
      try {
        Conversation.accept(
            Frames.stream(frame),
            new ByteArrayOutputStream(),
            Zoo.class.getClassLoader(),
            new AnySide());
      } catch (IllegalArgumentException e) {
        assertThat(e)
            .hasMessageMatching("(?s)(the contract .* cannot be found|.* cannot cross .*)");
      } catch (ProtocolViolation | EOFException e) {
        assertHarmless(seed, round, e);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }
}
