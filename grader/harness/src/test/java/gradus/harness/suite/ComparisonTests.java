package gradus.harness.suite;

import static gradus.harness.suite.Arbitraries.anyIndex;
import static gradus.harness.suite.Arbitraries.anyLong;
import static gradus.harness.suite.Arbitraries.listOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gradus.harness.remote.StudentException;
import gradus.harness.result.Counterexample;
import gradus.harness.result.Counterexample.Difference;
import gradus.kit.PyError;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ComparisonTests {
  private static Comparison<Shelf> comparison(CheckSession session) {
    return session
        .runs()
        .compare(() -> session.student().make(Shelf.class), Shelf.Right::new)
        .call("append", anyLong(), Shelf::append)
        .call("pop", Shelf::pop)
        .call("get", anyIndex(Shelf::size), Shelf::get)
        .call("extend", listOf(anyLong(), 6), Shelf::extend)
        .observe("size", Shelf::size)
        .observe("capacity", Shelf::capacity)
        .observe("contents", Shelf::contents)
        .draw(shelf -> shelf.contents() + " of " + shelf.capacity());
  }

  private static Counterexample shortest(Supplier<Shelf> wrong) {
    CheckSession session = CheckSession.over(Shelf.student(wrong), 41);
    Throwable failure = catchThrowable(() -> comparison(session).run());
    assertThat(failure).isNotNull();
    return session.counterexample(failure).orElseThrow();
  }

  private static ComparisonFailure failure(Supplier<Shelf> wrong) {
    CheckSession session = CheckSession.over(Shelf.student(wrong), 41);
    return catchThrowableOfType(ComparisonFailure.class, () -> comparison(session).run());
  }

  @Nested
  class a_run {
    @Test
    void passes_when_both_sides_agree() {
      CheckSession session = CheckSession.over(Shelf.student(Shelf.Right::new), 41);
      assertThatCode(() -> comparison(session).instances(3).steps(200).run())
          .doesNotThrowAnyException();
    }

    @Test
    void is_the_same_for_the_same_seed() {
      Supplier<Shelf> wrong = () -> new GrowsByThree();
      assertThat(shortest(wrong)).isEqualTo(shortest(wrong));
    }
  }

  private static class GrowsByThree extends Shelf.Right {
    @Override
    protected int grown(int from) {
      return from < 8 ? super.grown(from) : from + 3;
    }
  }

  @Nested
  class a_failing_run {
    @Test
    void is_shortened_to_the_calls_it_needs() {
      Counterexample found = shortest(GrowsByThree::new);
      assertThat(found.calls())
          .containsExactly("a = new Shelf()", "a.append(0) … a.append(8) (9 calls)");
      assertThat(found.callCount()).isEqualTo(9);
      assertThat(found.difference())
          .containsExactly(
              new Difference("size", "9", "9"),
              new Difference("capacity", "16", "11"),
              new Difference(
                  "contents", "[0, 1, 2, 3, 4, 5, 6, 7, 8]", "[0, 1, 2, 3, 4, 5, 6, 7, 8]"));
      assertThat(found.expectedPicture()).isEqualTo("[0, 1, 2, 3, 4, 5, 6, 7, 8] of 16");
      assertThat(found.actualPicture()).isEqualTo("[0, 1, 2, 3, 4, 5, 6, 7, 8] of 11");
    }

    @Test
    void says_what_differs_in_one_sentence() {
      assertThat(failure(GrowsByThree::new))
          .hasMessage("capacity is 11, expected 16, after 9 calls");
    }
  }

  @Nested
  class a_wrong_result {
    class PopsTheFirst extends Shelf.Right {
      @Override
      public long pop() {
        return values.isEmpty() ? super.pop() : values.remove(0);
      }
    }

    @Test
    void is_shown_with_the_call() {
      Counterexample found = shortest(PopsTheFirst::new);
      assertThat(found.calls())
          .containsExactly("a = new Shelf()", "a.extend(List.of(0, 1))", "a.pop()");
      assertThat(found.difference()).startsWith(new Difference("result of pop", "1", "0"));
      assertThat(failure(PopsTheFirst::new))
          .hasMessage("a.pop() answers 0, expected 1, after 2 calls");
    }
  }

  @Nested
  class a_wrong_error {
    class RefusesDifferently extends Shelf.Right {
      @Override
      public long pop() {
        if (values.isEmpty()) {
          throw new PyError("IndexError", "pop from an empty list");
        }
        return super.pop();
      }
    }

    class AcceptsAnyIndex extends Shelf.Right {
      @Override
      public long get(int index) {
        return index == size() ? 0 : super.get(index);
      }
    }

    class RefusesTheFirst extends Shelf.Right {
      @Override
      public long get(int index) {
        return super.get(index == -size() ? 1000 : index);
      }
    }

    @Test
    void is_shown_with_type_and_message() {
      Counterexample found = shortest(RefusesDifferently::new);
      assertThat(found.calls()).containsExactly("a = new Shelf()", "a.pop()");
      assertThat(found.difference())
          .startsWith(
              new Difference(
                  "result of pop",
                  "raises IndexError: pop from empty list",
                  "raises IndexError: pop from an empty list"));
    }

    @Test
    void may_be_missing() {
      assertThat(shortest(AcceptsAnyIndex::new).calls())
          .containsExactly("a = new Shelf()", "a.get(0)");
      assertThat(failure(AcceptsAnyIndex::new))
          .hasMessage(
              "a.get(0) answers 0, expected that it raises IndexError: list index out of range");
    }

    @Test
    void may_be_unexpected() {
      assertThat(shortest(RefusesTheFirst::new).calls())
          .containsExactly("a = new Shelf()", "a.append(0)", "a.get(-1)");
    }
  }

  @Nested
  class objects_that_share_state {
    @Test
    void need_two_of_them_to_fail() {
      List<Shelf.Right> newest = new ArrayList<>();
      class AppendsToTheNewest extends Shelf.Right {
        AppendsToTheNewest() {
          newest.add(this);
        }

        @Override
        public void append(long value) {
          Shelf.Right shelf = newest.get(newest.size() - 1);
          if (shelf == this) {
            super.append(value);
          } else {
            shelf.append(value);
          }
        }
      }
      Counterexample found = shortest(AppendsToTheNewest::new);
      assertThat(found.calls())
          .hasSize(5)
          .contains("a = new Shelf()", "b = new Shelf()")
          .last()
          .isEqualTo("a.extend(List.of(1))");
      assertThat(found.difference()).startsWith(new Difference("a.size", "1", "0"));
    }
  }

  @Nested
  class an_argument {
    class LosesTheThird extends Shelf.Right {
      @Override
      public void extend(List<Long> more) {
        super.extend(more.size() < 3 ? more : more.subList(0, 2));
      }
    }

    class MixesUpLargeNumbers extends Shelf.Right {
      @Override
      public void append(long value) {
        super.append(value > 40 ? value - 1 : value);
      }
    }

    @Test
    void is_as_short_as_it_can_be() {
      assertThat(shortest(LosesTheThird::new).calls())
          .containsExactly("a = new Shelf()", "a.extend(List.of(0, 1, 2))");
    }

    @Test
    void is_as_simple_as_it_can_be() {
      assertThat(shortest(MixesUpLargeNumbers::new).calls())
          .containsExactly("a = new Shelf()", "a.append(41)");
    }
  }

  @Nested
  class an_exception {
    class Overflows extends Shelf.Right {
      @Override
      public void append(long value) {
        if (size() == 4) {
          throw new StudentException(
              "java.lang.ArrayIndexOutOfBoundsException", "Index 4 out of bounds", List.of());
        }
        super.append(value);
      }
    }

    @Test
    void is_shortened_too() {
      CheckSession session = CheckSession.over(Shelf.student(Overflows::new), 41);
      Throwable thrown = catchThrowable(() -> comparison(session).run());
      assertThat(thrown).isInstanceOf(StudentException.class);
      Counterexample found = session.counterexample(thrown).orElseThrow();
      assertThat(found.callCount()).isLessThanOrEqualTo(5);
      assertThat(found.difference()).isEmpty();
    }
  }

  @Nested
  class a_script {
    @Test
    void runs_exactly_its_calls() {
      CheckSession session = CheckSession.over(Shelf.student(GrowsByThree::new), 41);
      Throwable failure =
          catchThrowable(
              () ->
                  comparison(session)
                      .exactly(
                          script -> {
                            for (long i = 0; i < 12; i++) {
                              script.call("append", 10 * i).call("get", -1);
                            }
                          }));
      Counterexample found = session.counterexample(failure).orElseThrow();
      assertThat(found.callCount()).isEqualTo(9);
      assertThat(found.calls()).contains("a.append(80)");
    }

    @Test
    void looks_now_and_then_and_at_the_end() {
      assertThat(callsUntilSeen(5, 12)).isEqualTo(5);
      assertThat(callsUntilSeen(5, 3)).isEqualTo(3);
      assertThat(callsUntilSeen(1, 12)).isEqualTo(1);
    }

    /** A wrong size is seen by nothing but a look at it; a shortened run ends with one. */
    private int callsUntilSeen(int every, int calls) {
      List<Integer> looks = new ArrayList<>();
      AtomicInteger appended = new AtomicInteger();
      CheckSession session =
          CheckSession.over(
              Shelf.student(
                  () ->
                      new Shelf.Right() {
                        @Override
                        public void append(long value) {
                          appended.incrementAndGet();
                          super.append(value);
                        }

                        @Override
                        public int size() {
                          looks.add(appended.get());
                          return super.size();
                        }
                      }),
              41);
      session
          .runs()
          .compare(() -> session.student().make(Shelf.class), Shelf.Right::new)
          .call("append", anyLong(), Shelf::append)
          .observe("size", Shelf::size)
          .lookEvery(every)
          .exactly(
              script -> {
                for (long i = 0; i < calls; i++) {
                  script.call("append", i);
                }
              });
      // The first look is at the object as it was made.
      return looks.stream().filter(count -> count > 0).findFirst().orElse(0);
    }

    @Test
    void names_only_calls_that_were_added() {
      CheckSession session = CheckSession.over(Shelf.student(Shelf.Right::new), 41);
      assertThat(catchThrowable(() -> comparison(session).exactly(s -> s.call("push", 1L))))
          .hasMessage("No call named push with 1 arguments was added.");
    }
  }
}
