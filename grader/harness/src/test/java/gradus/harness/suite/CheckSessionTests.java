package gradus.harness.suite;

import static gradus.harness.suite.Expect.expect;
import static gradus.harness.suite.Expect.expectError;
import static gradus.harness.suite.Expect.expectSame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import gradus.harness.result.Counterexample;
import gradus.harness.result.Counterexample.Difference;
import gradus.kit.PyError;
import gradus.kit.StudentClass;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CheckSessionTests {
  /** A contract whose objects hand out other objects. */
  @StudentClass("lessons.shelves.Library")
  interface Library {
    Shelf shelf(int number);

    Shelf widest(List<Shelf> shelves);

    int count(long[] isbns);
  }

  private static final class Shelves implements Library {
    private final List<Shelf> shelves = List.of(new Shelf.Right(), new Shelf.Right());

    @Override
    public Shelf shelf(int number) {
      return shelves.get(number);
    }

    @Override
    public Shelf widest(List<Shelf> among) {
      assertThat(among).allMatch(shelf -> shelf instanceof Shelf.Right);
      return among.get(0);
    }

    @Override
    public int count(long[] isbns) {
      return isbns.length;
    }
  }

  private final CheckSession session =
      CheckSession.over(
          new Student() {
            @Override
            public <T> T make(Class<T> contract, Object... arguments) {
              return contract.cast(contract == Shelf.class ? new Shelf.Right() : new Shelves());
            }
          },
          41);

  private Counterexample failing(Consumer<Student> check) {
    Throwable failure = catchThrowable(() -> check.accept(session.student()));
    return session.counterexample(failure).orElseThrow();
  }

  @Nested
  class a_directed_check {
    @Test
    void tells_its_calls_with_an_assertjs_values() {
      Counterexample found =
          failing(
              student -> {
                Shelf shelf = student.make(Shelf.class, "oak", 2.5);
                shelf.append(7);
                assertThat(shelf.contents()).isEqualTo(List.of(8L));
              });
      assertThat(found.calls())
          .containsExactly("a = new Shelf(\"oak\", 2.5)", "a.append(7)", "a.contents()");
      assertThat(found.difference())
          .containsExactly(new Difference("a.contents()", "[8L]", "[7L]"));
      assertThat(found.callCount()).isEqualTo(2);
    }

    @Test
    void tells_its_calls_where_the_assertion_has_no_values() {
      Counterexample found =
          failing(student -> assertThat(student.make(Shelf.class).size()).isPositive());
      assertThat(found.calls()).containsExactly("a = new Shelf()", "a.size()");
      assertThat(found.difference()).isEmpty();
    }

    @Test
    void tells_what_was_expected_of_a_call() {
      Counterexample found =
          failing(
              student -> {
                Shelf shelf = student.make(Shelf.class);
                expect("shelf.size()", 3, shelf::size);
              });
      assertThat(found.calls()).containsExactly("a = new Shelf()", "a.size()");
      assertThat(found.difference()).containsExactly(new Difference("shelf.size()", "3", "0"));
    }

    @Test
    void without_an_object_of_the_students_tells_the_call_alone() {
      Counterexample found = failing(student -> expect("1 + 1", 2, () -> 3));
      assertThat(found.calls()).containsExactly("1 + 1");
      assertThat(session.counterexample(new AssertionError("no calls"))).isEmpty();
    }

    @Test
    void leaves_the_middle_of_a_long_story_out() {
      Counterexample found =
          failing(
              student -> {
                Shelf shelf = student.make(Shelf.class);
                for (int i = 0; i < 100; i++) {
                  shelf.append(10L * i);
                }
                assertThat(shelf.size()).isZero();
              });
      assertThat(found.callCount()).isEqualTo(101);
      assertThat(found.calls())
          .hasSize(41)
          .startsWith("a = new Shelf()", "a.append(0)")
          .contains("… (62 calls)")
          .endsWith("a.append(990)", "a.size()");
    }
  }

  @Nested
  class like_calls {
    @Test
    void are_folded() {
      Counterexample found =
          failing(
              student -> {
                Shelf shelf = student.make(Shelf.class);
                shelf.append(1);
                shelf.append(2);
                shelf.append(9);
                shelf.append(8);
                shelf.append(7);
                shelf.pop();
                shelf.pop();
                shelf.pop();
                shelf.extend(List.of(1L));
                shelf.extend(List.of(1L));
                shelf.extend(List.of(2L));
                throw new AssertionError();
              });
      assertThat(found.calls())
          .containsExactly(
              "a = new Shelf()",
              "a.append(1)",
              "a.append(2)",
              "a.append(9) … a.append(7) (3 calls)",
              "a.pop() … a.pop() (3 calls)",
              "a.extend(List.of(1))",
              "a.extend(List.of(1))",
              "a.extend(List.of(2))");
    }
  }

  @Nested
  class an_object {
    @Test
    void that_student_code_returns_has_a_name_too() {
      Counterexample found =
          failing(
              student -> {
                Library library = student.make(Library.class);
                Shelf first = library.shelf(0);
                first.append(5);
                Shelf again = library.shelf(0);
                assertThat(again).isSameAs(first);
                library.widest(List.of(library.shelf(1), first)).size();
                library.count(new long[] {1, 1L << 40});
                throw new AssertionError();
              });
      assertThat(found.calls())
          .containsExactly(
              "a = new Library()",
              "b = a.shelf(0)",
              "b.append(5)",
              "a.shelf(0)",
              "c = a.shelf(1)",
              "a.widest(List.of(c, b))",
              "c.size()",
              "a.count(new long[] {1, 1099511627776L})");
    }

    @Test
    void equals_only_itself_and_is_called_by_its_name() {
      Shelf shelf = session.student().make(Shelf.class);
      Shelf other = session.student().make(Shelf.class);
      assertThat(shelf).isEqualTo(shelf).isNotEqualTo(other).hasToString("a");
      assertThat(shelf.hashCode()).isNotEqualTo(other.hashCode());
    }

    @Test
    void passes_on_what_student_code_throws() {
      Shelf shelf = session.student().make(Shelf.class);
      assertThat(catchThrowable(shelf::pop)).isInstanceOf(PyError.class);
    }

    @Test
    void beyond_the_alphabet_gets_a_number() {
      for (int i = 0; i < 26; i++) {
        session.student().make(Shelf.class);
      }
      assertThat(session.student().make(Shelf.class)).hasToString("a1");
    }
  }

  @Nested
  class an_expectation {
    @Test
    void of_a_value_holds_or_tells_both() {
      assertThatCode(() -> expect("x", 1, () -> 1)).doesNotThrowAnyException();
      assertThat(catchThrowable(() -> expect("f(3)", List.of(1), () -> List.of(2))))
          .hasMessage("f(3) answers [2], expected [1]");
    }

    @Test
    void of_an_error_holds_or_tells_both() {
      Runnable raising =
          () -> {
            throw new PyError("IndexError", "pop from empty list");
          };
      assertThatCode(() -> expectError("p", "IndexError", "pop from empty list", raising))
          .doesNotThrowAnyException();
      assertThat(catchThrowable(() -> expectError("a.pop()", "IndexError", "empty", raising)))
          .hasMessage(
              "a.pop() raises IndexError: pop from empty list,"
                  + " expected that it raises IndexError: empty");
      assertThat(catchThrowable(() -> expectError("a.pop()", "E", "m", () -> {})))
          .hasMessage("a.pop() returns, expected that it raises E: m");
    }

    @Test
    void of_the_same_as_a_reference_compares_both_ends() {
      assertThatCode(() -> expectSame("x", () -> 1, () -> 1)).doesNotThrowAnyException();
      assertThat(
              catchThrowable(
                  () ->
                      expectSame(
                          "x",
                          () -> 1,
                          () -> {
                            throw new PyError("E", "m");
                          })))
          .hasMessage("x raises E: m, expected 1");
    }
  }

  @Nested
  class chance {
    @Test
    void is_the_same_for_the_same_seed() {
      List<Integer> one = new ArrayList<>();
      List<Integer> other = new ArrayList<>();
      var first = session.runs().random();
      var second = CheckSession.over(session.student(), 41).runs().random();
      for (int i = 0; i < 5; i++) {
        one.add(first.nextInt());
        other.add(second.nextInt());
      }
      assertThat(one).isEqualTo(other).doesNotHaveDuplicates();
      assertThat(session.runs().seed()).isEqualTo(41);
    }
  }
}
