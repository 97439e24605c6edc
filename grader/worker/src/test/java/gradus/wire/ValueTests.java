package gradus.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import lessons.zoo.Zoo;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTests {
  private static final Contracts ZOO = Contracts.of(List.of(Zoo.class));

  private static ValueType typeOf(String method) {
    return Arrays.stream(Zoo.class.getMethods())
        .filter(each -> each.getName().equals(method))
        .map(each -> ZOO.types().of(each.getGenericReturnType(), Map.of(), "a test"))
        .findFirst()
        .orElseThrow();
  }

  private static Input input(Consumer<Output> payload) {
    return Frames.payload(Caps.STANDARD, Frames.frame(FrameType.RETURN, 1, 0, payload));
  }

  private static void assertRefused(ValueType type, String why, Consumer<Output> payload) {
    assertThatThrownBy(() -> type.read(input(payload)))
        .isInstanceOf(ProtocolViolation.class)
        .hasMessage(why);
  }

  @Nested
  class Declared_types {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "aBoolean",
          "anInt",
          "aLong",
          "aDouble",
          "aBoxedBoolean",
          "aBoxedInt",
          "aBoxedLong",
          "aBoxedDouble",
          "aString",
          "bytes",
          "ints",
          "longs",
          "doubles",
          "list",
          "lists",
          "point",
          "pair",
          "colour",
          "shape",
          "function",
          "same"
        })
    void hold_at_both_ends(String method) {
      ValueType type = typeOf(method);
      Object wrong = method.equals("aString") ? List.of() : "wrong";
      assertThatThrownBy(() -> input(out -> type.write(out, wrong)))
          .isInstanceOf(ProtocolViolation.class)
          .hasMessageContaining("was due, and java.");
      assertThatThrownBy(() -> type.read(input(out -> ZOO.types().any().write(out, wrong))))
          .isInstanceOf(ProtocolViolation.class)
          .hasMessageContaining("was due, and a");
    }

    @Test
    void of_primitives_take_no_null() {
      assertRefused(typeOf("aLong"), "a value of type long was due, and null came", this::aNull);
      assertRefused(
          typeOf("aBoolean"), "a value of type boolean was due, and null came", this::aNull);
    }

    private void aNull(Output out) {
      out.tag(Tag.NULL);
    }

    @Test
    void of_nothing_take_nothing_else() {
      assertThat(typeOf("nothing").read(input(this::aNull))).isNull();
      assertRefused(
          typeOf("nothing"), "a value of type void was due, and a boolean came", this::aTrue);
    }

    private void aTrue(Output out) {
      out.tag(Tag.TRUE);
    }

    @Test
    void of_32_bits_take_no_64() {
      assertRefused(
          typeOf("anInt"),
          "a value of type int was due, and the number 2147483648 came",
          out -> Scalar.LONG.write(out, 1L << 31));
    }
  }

  @Nested
  class Named_types {
    @Test
    void are_not_taken_for_one_another() {
      assertRefused(
          typeOf("point"),
          "a value of type Point was due, and another record came",
          out -> typeOf("pair").write(out, new Zoo.Pair<>(1, List.of())));
      assertRefused(
          typeOf("colour"),
          "a value of type Colour was due, and another enum came",
          out -> typeOf("shape").write(out, Zoo.Corner.LEFT));
      assertRefused(
          typeOf("shape"),
          "a value of type Shape was due, and an enum constant came",
          out -> typeOf("colour").write(out, Zoo.Colour.RED));
    }

    @Test
    void come_as_records_only_where_they_implement_what_is_due() {
      assertRefused(
          typeOf("function"),
          "a value of type LongUnaryOperator was due, and Point came",
          out -> typeOf("point").write(out, new Zoo.Point(1, 2)));
      assertRefused(
          typeOf("point"),
          "a value of type Point was due, and another record came",
          out -> typeOf("function").write(out, new Zoo.Increment(1)));
    }

    @Test
    void have_constants_only_where_the_enum_has() {
      int colour = ZOO.names().indexOf(Zoo.Colour.class.getName());
      assertRefused(
          typeOf("colour"),
          "Colour has no constant 3",
          out -> {
            out.tag(Tag.ENUM);
            out.u2(colour);
            out.u2(3);
          });
    }

    @Test
    void are_in_the_table() {
      assertRefused(
          ZOO.types().any(),
          "the table has no type 999",
          out -> {
            out.tag(Tag.RECORD);
            out.u2(999);
          });
    }

    @Test
    void keep_the_records_own_rules() {
      assertRefused(
          typeOf("point"),
          "a Point came that its own constructor refuses",
          out -> {
            out.tag(Tag.RECORD);
            out.u2(ZOO.names().indexOf(Zoo.Point.class.getName()));
            Scalar.INT.write(out, -1);
            Scalar.INT.write(out, 0);
          });
    }
  }

  @Nested
  class Claims {
    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1_000})
    void of_length_are_held_against_the_bytes_there_are(int count) {
      for (Tag tag : List.of(Tag.BYTES, Tag.LONGS, Tag.INTS, Tag.DOUBLES, Tag.LIST)) {
        assertRefused(
            ZOO.types().any(),
            "a value claimed to be longer than its message",
            out -> {
              out.tag(tag);
              out.u4(count);
              out.u8(0);
            });
      }
    }

    @Test
    void of_a_strings_length_too() {
      assertRefused(
          Scalar.STRING,
          "a value claimed to be longer than its message",
          out -> {
            out.tag(Tag.STRING);
            out.u1(2);
            out.u4(5);
            out.u8(0);
          });
      assertRefused(
          Scalar.STRING,
          "a string had 3 bytes a character",
          out -> {
            out.tag(Tag.STRING);
            out.u1(3);
          });
    }

    @Test
    void of_more_than_the_message_holds() {
      assertRefused(Scalar.LONG, "a message ended too early", out -> out.tag(Tag.INTEGER));
      assertRefused(typeOf("aString"), "a message ended too early", out -> {});
    }

    @Test
    void of_an_unknown_kind() {
      assertRefused(
          ZOO.types().any(), "a value began with the unknown tag 200", out -> out.u1(200));
      assertThatThrownBy(
              () -> ZOO.types().any().read(input(new Fault("", "", "", List.of())::write)))
          .isInstanceOf(ProtocolViolation.class);
    }
  }

  @Nested
  class Caps_on_values {
    private final ValueType any = ZOO.types().any();

    private void assertOnlyJustFits(Caps caps, Object fitting, Object tooMuch, String why) {
      byte[] frame = Frames.frame(FrameType.RETURN, 1, 0, out -> any.write(out, tooMuch));
      assertThatCode(() -> any.write(writing(caps), fitting)).doesNotThrowAnyException();
      assertThatThrownBy(() -> any.write(writing(caps), tooMuch)).hasMessage(why);
      assertThatThrownBy(() -> any.read(Frames.payload(caps, frame))).hasMessage(why);
    }

    private static Output writing(Caps caps) {
      return new Output(caps, Frames.NO_HANDLES).begin(FrameType.RETURN);
    }

    private static Caps caps(int depth, int elements) {
      return new Caps(4 << 20, depth, elements, 10, 10, 1 << 20);
    }

    @Test
    void depth() {
      Object three = List.of(List.of(List.of()));
      assertOnlyJustFits(
          caps(3, 100), three, List.of(three), "a value nested more than 3 levels deep");
    }

    @Test
    void elements_of_all_lists_together() {
      assertOnlyJustFits(
          caps(9, 5),
          List.of(List.of(1L, 2L), List.of(3L)),
          List.of(List.of(1L, 2L), List.of(3L, 4L)),
          "a message held more than 5 elements");
    }

    @Test
    void elements_of_arrays() {
      assertOnlyJustFits(
          caps(9, 5), new long[5], new long[6], "a message held more than 5 elements");
    }

    @Test
    void components_of_records() {
      assertOnlyJustFits(
          caps(9, 4),
          List.of(new Zoo.Point(1, 2)),
          Collections.nCopies(2, new Zoo.Point(1, 2)),
          "a message held more than 4 elements");
    }

    @Test
    void bytes_of_a_frame() {
      Caps caps = new Caps(100, 9, 100, 10, 10, 1 << 20);
      int header = Output.HEADER_AFTER_LENGTH + 1 + Integer.BYTES;
      assertThatCode(() -> any.write(writing(caps), new byte[100 - header]))
          .doesNotThrowAnyException();
      assertThatThrownBy(() -> any.write(writing(caps), new byte[101 - header]))
          .hasMessage("a message was longer than 100 bytes");
    }
  }

  @Test
  void a_fault_is_cut_on_either_side() {
    Fault fault = new Fault("c".repeat(9_000), "m", "", Collections.nCopies(90, "frame"));
    assertThat(fault.className()).hasSize(Fault.MAX_TEXT + 1);
    assertThat(fault.frames()).hasSize(Fault.MAX_FRAMES);
    Fault small = new Fault("a.B", "m", "KeyError", List.of("frame"));
    assertThat(Fault.read(input(small::write))).isEqualTo(small);
  }
}
