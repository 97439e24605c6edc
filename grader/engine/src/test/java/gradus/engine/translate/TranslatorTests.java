package gradus.engine.translate;

import static gradus.engine.compiler.code.Opcode.*;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.engine.compiler.code.Opcode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TranslatorTests {

  private static final int LOCALS = 400;

  /** Code with one constant, one name, one variable, and room for four values. */
  private static Optional<Translation> translate(int... code) {
    byte[] bytes = new byte[code.length];
    for (int index = 0; index < code.length; index++) {
      bytes[index] = (byte) code[index];
    }
    Source.Sizes sizes = new Source.Sizes(1, 1, 1, 4);
    FrameShape frame = new FrameShape(LOCALS, LOCALS + 8);
    return Translator.translate(new Source(ByteBuffer.wrap(bytes), new BitSet(), sizes, frame));
  }

  private static int op(Opcode opcode) {
    return opcode.number();
  }

  @Test
  void knows_how_deep_the_stack_is_where_an_exception_leaves_an_instruction() {
    Translation translation =
        translate(op(LOAD_CONST), 0, op(LOAD_CONST), 0, op(BINARY_ADD), 0, op(RETURN_VALUE), 0)
            .orElseThrow();

    assertThat(translation.depths()).containsExactly(0, 1, 2, 1);
    assertThat(translation.sites()).isZero();
  }

  @Test
  void takes_the_value_off_that_a_jump_tests() {
    Translation translation =
        translate(
                op(LOAD_GLOBAL),
                0,
                op(POP_JUMP_IF_FALSE),
                4,
                op(LOAD_CONST),
                0,
                op(RETURN_VALUE),
                0)
            .orElseThrow();

    assertThat(translation.depths()).containsExactly(0, 0, 0, 1);
    assertThat(translation.sites()).isEqualTo(1);
  }

  @Test
  void writes_the_same_class_for_the_same_code() {
    int[] code = {op(LOAD_CONST), 0, op(RETURN_VALUE), 0};

    assertThat(translate(code).orElseThrow().classFile())
        .isEqualTo(translate(code).orElseThrow().classFile());
  }

  @Nested
  class Refuses {

    @Test
    void what_is_no_instruction() {
      assertThat(translate(0, 0, op(RETURN_VALUE), 0)).isEmpty();
      assertThat(translate()).isEmpty();
    }

    @Test
    void what_refers_to_what_there_is_not() {
      for (Opcode opcode : List.of(LOAD_CONST, LOAD_GLOBAL, LOAD_FAST)) {
        assertThat(translate(op(opcode), 0, op(RETURN_VALUE), 0)).isPresent();
        assertThat(translate(op(opcode), 1, op(RETURN_VALUE), 0)).isEmpty();
      }
      int[] negative = {
        op(EXTENDED_ARG), 255, op(EXTENDED_ARG), 0, op(EXTENDED_ARG), 0, op(DELETE_FAST), 0
      };
      assertThat(translate(negative)).isEmpty();
    }

    @Test
    void jumps_to_nowhere_and_code_without_an_end() {
      assertThat(translate(op(JUMP_ABSOLUTE), 3)).isEmpty();
      assertThat(translate(op(JUMP_FORWARD), 100)).isEmpty();
      assertThat(translate(op(NOP), 0)).isEmpty();
    }

    @Test
    void more_or_less_on_the_stack_than_can_be() {
      assertThat(translate(op(RETURN_VALUE), 0)).isEmpty();
      assertThat(translate(op(ROT_TWO), 0, op(LOAD_CONST), 0, op(RETURN_VALUE), 0)).isEmpty();
      assertThat(translate(op(POP_TOP), 0, op(LOAD_CONST), 0, op(RETURN_VALUE), 0)).isEmpty();
      List<Integer> deep = new ArrayList<>();
      for (int index = 0; index < 5; index++) {
        deep.addAll(List.of(op(LOAD_CONST), 0));
      }
      deep.addAll(List.of(op(RETURN_VALUE), 0));
      assertThat(translate(deep.stream().mapToInt(Integer::intValue).toArray())).isEmpty();
    }

    @Test
    void blocks_that_were_never_set_up() {
      int[] end = {op(LOAD_CONST), 0, op(RETURN_VALUE), 0};
      for (Opcode opcode : List.of(POP_BLOCK, POP_EXCEPT, BREAK_LOOP)) {
        assertThat(translate(op(opcode), 0, end[0], end[1], end[2], end[3])).isEmpty();
      }
      assertThat(translate(op(SETUP_LOOP), 2, op(POP_EXCEPT), 0, end[0], end[1], end[2], end[3]))
          .isEmpty();
    }

    @Test
    void two_ways_that_leave_the_stack_in_two_states() {
      // A value more each time around.
      assertThat(translate(op(LOAD_CONST), 0, op(JUMP_ABSOLUTE), 0)).isEmpty();
    }

    @Test
    void what_would_be_too_large_to_be_compiled() {
      int[] many = new int[2 * 600 + 4];
      for (int index = 0; index < 600; index += 2) {
        many[2 * index] = op(LOAD_GLOBAL);
        many[2 * index + 2] = op(POP_TOP);
      }
      many[1200] = op(LOAD_CONST);
      many[1202] = op(RETURN_VALUE);
      assertThat(translate(many)).isEmpty();
      int[] more = new int[4_000];
      Arrays.setAll(more, index -> index % 2 == 0 ? op(NOP) : 0);
      assertThat(translate(more)).isEmpty();
    }
  }
}
