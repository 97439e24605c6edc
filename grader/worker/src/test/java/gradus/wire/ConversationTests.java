package gradus.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.worker.GraderSide;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import lessons.zoo.Zoo;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What an end makes of another that does not keep to the rules: its frames are made by hand. */
class ConversationTests {
  private static final Contracts CONTRACTS = Contracts.of(List.of(Zoo.class));
  private static final int ZOO = 0;
  private static final byte[] STARTED = Frames.returns(1, CONTRACTS.fingerprint());
  private static final byte[] MADE = Frames.frame(FrameType.RETURN, 2, 0, out -> object(out, 1));

  private static void object(Output out, int id) {
    out.tag(Tag.SENDERS);
    out.u2(ZOO);
    out.u4(id);
  }

  private static int number(Class<?> type, String method) {
    HandleType handle = CONTRACTS.contract(type);
    return InterfaceMethods.of(type).stream()
        .filter(each -> each.getName().equals(method))
        .map(each -> handle.method(each).number())
        .findFirst()
        .orElseThrow();
  }

  private static Conversation grader(InputStream fromWorker) {
    return Conversation.with(
        fromWorker, new ByteArrayOutputStream(), CONTRACTS, Caps.STANDARD, new GraderSide());
  }

  @Nested
  class The_grader {
    /** Starts, makes an object, hands it a call-back, and reads what a worker sends then. */
    private void assertCondemns(String why, byte[]... frames) {
      byte[][] all = new byte[frames.length + 2][];
      all[0] = STARTED;
      all[1] = MADE;
      System.arraycopy(frames, 0, all, 2, frames.length);
      Conversation grader = grader(Frames.stream(all));
      grader.start();
      Zoo zoo = grader.make("any", Zoo.class);
      assertThatThrownBy(() -> zoo.apply(n -> n, 1)).hasMessage(why);
    }

    private byte[] callBack(int call, int origin, int target, int method) {
      return Frames.frame(
          FrameType.CALL,
          call,
          origin,
          out -> {
            out.u4(target);
            out.u4(method);
            Scalar.LONG.write(out, 5L);
          });
    }

    private final int applyAsLong = number(LongUnaryOperator.class, "applyAsLong");

    @Test
    void takes_an_answer_to_its_own_call_only() {
      String why = "an answer came to a call that was not waiting for one";
      assertCondemns(why, Frames.returns(2, 5L));
      assertCondemns(why, Frames.returns(4, 5L));
      assertCondemns(why, Frames.frame(FrameType.RETURN, 3, 1, o -> Scalar.LONG.write(o, 5L)));
      assertCondemns(
          why, Frames.frame(FrameType.THROW, 4, 0, new Fault("c", "m", "", List.of())::write));
    }

    @Test
    void takes_no_answer_with_something_behind_it() {
      assertCondemns(
          "a message had 1 bytes too many",
          Frames.frame(
              FrameType.RETURN,
              3,
              0,
              out -> {
                Scalar.LONG.write(out, 5L);
                out.u1(0);
              }));
    }

    @Test
    void takes_an_answer_of_the_declared_type_only() {
      assertCondemns("a value of type long was due, and a string came", Frames.returns(3, "text"));
    }

    @Test
    void takes_no_requests_but_call_backs() {
      for (FrameType type : List.of(FrameType.START, FrameType.MAKE, FrameType.END)) {
        assertCondemns(
            "an answer was due, and a request came", Frames.frame(type, 1, 3, out -> {}));
      }
    }

    @Test
    void takes_call_backs_in_turn_only() {
      String why = "a request came out of turn";
      assertCondemns(why, callBack(2, 3, 1, applyAsLong));
      assertCondemns(why, callBack(0, 3, 1, applyAsLong));
      assertCondemns(why, callBack(1, 2, 1, applyAsLong));
      assertCondemns(why, callBack(1, 3, 1, applyAsLong), callBack(1, 3, 1, applyAsLong));
    }

    @Test
    void lets_only_what_it_handed_over_be_called() {
      String why = "an object was used that was never handed over";
      assertCondemns(why, callBack(1, 3, 2, applyAsLong));
      assertCondemns(why, callBack(1, 3, 0, applyAsLong));
      assertCondemns(why, callBack(1, 3, -1, applyAsLong));
    }

    @Test
    void lets_only_methods_of_the_interface_be_called() {
      int foreign = number(Zoo.class, "same");
      assertCondemns("LongUnaryOperator has no method " + foreign, callBack(1, 3, 1, foreign));
      assertCondemns("LongUnaryOperator has no method -1", callBack(1, 3, 1, -1));
      assertCondemns("LongUnaryOperator has no method 9999", callBack(1, 3, 1, 9999));
    }

    @Test
    void checks_what_a_call_back_is_given() {
      assertCondemns(
          "a message ended too early",
          Frames.frame(
              FrameType.CALL,
              1,
              3,
              out -> {
                out.u4(1);
                out.u4(applyAsLong);
              }));
    }

    @Test
    void takes_a_workers_own_word_that_it_cannot_go_on() {
      assertCondemns(
          "too deep",
          Frames.frame(FrameType.REFUSE, 0, 0, out -> Scalar.STRING.write(out, "too deep")));
    }

    @Test
    void notices_that_the_worker_is_gone() {
      assertCondemns("the other end is gone");
    }

    @Test
    void knows_an_object_of_an_earlier_check() {
      Conversation grader =
          grader(
              Frames.stream(
                  STARTED,
                  MADE,
                  Frames.returns(3, 0),
                  Frames.frame(FrameType.RETURN, 4, 0, out -> object(out, 1))));
      grader.start();
      grader.make("any", Zoo.class);
      assertThat(grader.endCheck()).isZero();
      assertThatThrownBy(() -> grader.make("any", Zoo.class))
          .hasMessage("an object of an earlier check was handed over again");
    }

    @Test
    void knows_a_call_back_of_an_earlier_check() {
      Conversation grader =
          grader(
              Frames.stream(STARTED, MADE, Frames.returns(3, 1L), callBack(1, 4, 1, applyAsLong)));
      grader.start();
      Zoo zoo = grader.make("any", Zoo.class);
      zoo.apply(n -> n, 1);
      assertThatThrownBy(grader::endCheck).hasMessage("an object of an earlier check was used");
    }

    @Test
    void takes_no_object_under_another_interface() {
      int cage = CONTRACTS.names().indexOf(Zoo.Cage.class.getName());
      Consumer<Output> asCage =
          out -> {
            out.tag(Tag.SENDERS);
            out.u2(cage);
            out.u4(1);
          };
      assertMakeCondemns("a value of type Zoo was due, and Cage came", asCage);
      assertMakeCondemns(
          "an object was used that was never handed over",
          out -> {
            out.tag(Tag.RECEIVERS);
            out.u4(77);
          });
      assertMakeCondemns("the table has no type 65535", out -> unknownType(out));
      assertMakeCondemns(
          "an object of an earlier check was handed over again", out -> object(out, 0));
    }

    private void unknownType(Output out) {
      out.tag(Tag.SENDERS);
      out.u2(65_535);
      out.u4(1);
    }

    private void assertMakeCondemns(String why, Consumer<Output> made) {
      Conversation grader =
          grader(Frames.stream(STARTED, Frames.frame(FrameType.RETURN, 2, 0, made)));
      grader.start();
      assertThatThrownBy(() -> grader.make("any", Zoo.class)).hasMessage(why);
    }

    @Test
    void takes_no_worker_with_other_contracts() {
      assertThatThrownBy(grader(Frames.stream(Frames.returns(1, 5L)))::start)
          .hasMessage("the worker has other contracts");
    }

    @Test
    void does_not_send_what_does_not_fit() {
      Conversation grader = grader(Frames.stream(STARTED, MADE, Frames.returns(3, 2L)));
      grader.start();
      Zoo zoo = grader.make("any", Zoo.class);
      assertThatThrownBy(() -> zoo.aString("x".repeat(5 << 20)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(zoo.aLong(2)).isEqualTo(2);
    }
  }

  @Nested
  class The_worker {
    private final byte[] start =
        Frames.frame(FrameType.START, 1, 0, new Handshake(Caps.STANDARD, CONTRACTS.names())::write);

    private void assertRefuses(String why, byte[]... frames) {
      byte[][] all = new byte[frames.length + 1][];
      all[0] = start;
      System.arraycopy(frames, 0, all, 1, frames.length);
      assertThatThrownBy(() -> worker(Frames.stream(all)).serve()).hasMessage(why);
    }

    private Conversation worker(InputStream in) throws Exception {
      return Conversation.accept(
          in, new ByteArrayOutputStream(), Zoo.class.getClassLoader(), new GraderSide());
    }

    @Test
    void wants_the_start_first() {
      assertThatThrownBy(() -> worker(Frames.stream(MADE)))
          .hasMessage("the first message was not the start");
      byte[] other = Frames.frame(FrameType.START, 1, 0, out -> out.u1(99));
      assertThatThrownBy(() -> worker(Frames.stream(other)))
          .hasMessage("the two ends are of different versions");
    }

    @Test
    void serves_requests_in_turn() {
      assertRefuses("a request came out of turn", Frames.frame(FrameType.END, 3, 0, out -> {}));
      assertRefuses("a request came out of turn", Frames.frame(FrameType.END, 2, 1, out -> {}));
    }

    @Test
    void serves_nothing_but_requests() {
      assertRefuses("a request was due, and something else came", Frames.returns(2, 1L));
    }

    @Test
    void makes_objects_of_interfaces_only() {
      int point = CONTRACTS.names().indexOf(Zoo.Point.class.getName());
      assertRefuses(
          "an object was asked for that has no interface",
          Frames.frame(FrameType.MAKE, 2, 0, out -> out.u2(point)));
    }

    @Test
    void ends_with_its_grader() {
      assertRefuses("the other end is gone");
    }
  }
}
