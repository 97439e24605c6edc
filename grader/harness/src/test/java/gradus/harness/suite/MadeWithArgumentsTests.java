package gradus.harness.suite;

import static gradus.harness.suite.Arbitraries.anyInt;
import static gradus.harness.suite.Arbitraries.anyLong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import gradus.harness.result.Counterexample;
import gradus.kit.PyError;
import gradus.kit.StudentClass;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Comparisons of objects that are made with random arguments. */
class MadeWithArgumentsTests {
  @StudentClass("lessons.shelves.Box")
  interface Box {
    int put(int one, long two, int three);

    void shake();

    void turn(int by);

    void move(int x, int y);

    void drop(int x, int y, int z);

    int twice(int value, int times);

    int weight();
  }

  /** The right box refuses a negative weight; wrong ones override something. */
  static class RightBox implements Box {
    private final int weight;

    RightBox(int weight) {
      if (weight < 0) {
        throw new PyError("ValueError", "negative weight");
      }
      this.weight = weight;
    }

    @Override
    public int put(int one, long two, int three) {
      return one + (int) two + three;
    }

    @Override
    public void shake() {}

    @Override
    public void turn(int by) {}

    @Override
    public void move(int x, int y) {}

    @Override
    public void drop(int x, int y, int z) {}

    @Override
    public int twice(int value, int times) {
      return 2 * value * times;
    }

    @Override
    public int weight() {
      return weight;
    }
  }

  private static Comparison<Box> comparison(CheckSession session) {
    return session
        .runs()
        .compare(anyInt(-9, 99), weight -> session.student().make(Box.class, weight), RightBox::new)
        .call("put", anyInt(0, 9), anyLong(), anyInt(0, 9), Box::put)
        .call("shake", Box::shake)
        .weight(2)
        .call("turn", anyInt(0, 9), Box::turn)
        .call("move", anyInt(0, 9), anyInt(0, 9), Box::move)
        .call("drop", anyInt(0, 9), anyInt(0, 9), anyInt(0, 9), Box::drop)
        .call("twice", anyInt(0, 9), anyInt(0, 9), Box::twice)
        .observe("weight", Box::weight);
  }

  private static CheckSession session(IntFunction<Box> studentClass) {
    return CheckSession.over(
        new Student() {
          @Override
          public <T> T make(Class<T> contract, Object... arguments) {
            return contract.cast(studentClass.apply((Integer) arguments[0]));
          }
        },
        41);
  }

  private static Counterexample shortest(IntFunction<Box> studentClass) {
    CheckSession session = session(studentClass);
    Throwable failure = catchThrowable(() -> comparison(session).seeds(8).run());
    return session.counterexample(failure).orElseThrow();
  }

  @Test
  void pass_when_both_sides_refuse_alike() {
    CheckSession session = session(RightBox::new);
    assertThat(catchThrowable(() -> comparison(session).seeds(20).run())).isNull();
  }

  @Test
  void fail_on_an_object_that_should_not_have_been_made() {
    Counterexample found = shortest(weight -> new RightBox(Math.abs(weight)));
    assertThat(found.calls()).containsExactly("a = new Box(-1)");
    assertThat(found.difference().get(0).expected())
        .isEqualTo("raises ValueError: negative weight");
  }

  @Test
  void fail_with_the_simplest_argument() {
    Counterexample found = shortest(weight -> new RightBox(weight > 20 ? weight + 1 : weight));
    assertThat(found.calls()).containsExactly("a = new Box(21)");
    assertThat(found.difference().get(0).actual()).isEqualTo("22");
  }
}
