package gradus.harness.suite;

import static gradus.harness.suite.Arbitraries.anyIndex;
import static gradus.harness.suite.Arbitraries.anyLong;
import static gradus.harness.suite.Arbitraries.listOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import gradus.harness.remote.StudentException;
import gradus.harness.result.Counterexample;
import gradus.kit.PyError;
import gradus.wire.Ending;
import gradus.wire.Planned;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BatchSearchTests {
  private int exchanges;
  private int alone;

  /** Stands in for a stand-in: a proxy that a plan can be read from. */
  private final class Direct implements InvocationHandler {
    private final Shelf shelf;

    Direct(Shelf shelf) {
      this.shelf = shelf;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      if (method.getDeclaringClass() == Object.class) {
        return method.getName().equals("hashCode") ? (Object) 1 : proxy == arguments[0];
      }
      alone++;
      return call(method, arguments);
    }

    Object call(Method method, Object... arguments) throws Throwable {
      try {
        return method.invoke(shelf, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }

  private final class Batching implements BatchingStudent {
    private final Supplier<Shelf> studentClass;

    Batching(Supplier<Shelf> studentClass) {
      this.studentClass = studentClass;
    }

    @Override
    public <T> T make(Class<T> contract, Object... arguments) {
      return contract.cast(
          Proxy.newProxyInstance(
              contract.getClassLoader(),
              new Class<?>[] {contract},
              new Direct(studentClass.get())));
    }

    @Override
    public List<Ending> callAll(List<Planned> calls) {
      exchanges++;
      return calls.stream().map(this::end).toList();
    }

    private Ending end(Planned call) {
      try {
        Direct direct = (Direct) Proxy.getInvocationHandler(call.object());
        return new Ending(direct.call(call.method(), call.arguments()), null);
      } catch (PyError | StudentException e) {
        return new Ending(null, e);
      } catch (Throwable e) {
        throw new AssertionError(e);
      }
    }
  }

  private static Comparison<Shelf> comparison(CheckSession session) {
    return comparison(session, Shelf.Right::new);
  }

  private static Comparison<Shelf> comparison(CheckSession session, Supplier<Shelf> reference) {
    return session
        .runs()
        .compare(() -> session.student().make(Shelf.class), reference)
        .call("append", anyLong(), Shelf::append)
        .call("pop", Shelf::pop)
        .call("get", anyIndex(Shelf::size), Shelf::get)
        .call("extend", listOf(anyLong(), 6), Shelf::extend)
        .observe("size", Shelf::size)
        .observe("capacity", Shelf::capacity)
        .observe("contents", Shelf::contents);
  }

  private Optional<Counterexample> found(Supplier<Shelf> studentClass) {
    CheckSession session = CheckSession.over(new Batching(studentClass), 41);
    return Optional.ofNullable(catchThrowable(() -> comparison(session).run()))
        .flatMap(session::counterexample);
  }

  @Nested
  class a_right_student {
    @Test
    void is_asked_in_few_exchanges() {
      assertThat(found(Shelf.Right::new)).isEmpty();
      assertThat(exchanges).isLessThan(20);
      assertThat(alone).isZero();
    }

    @Test
    void is_held_against_the_references_that_the_calls_were_drawn_on() {
      AtomicInteger references = new AtomicInteger();
      Supplier<Shelf> counted =
          () -> {
            references.incrementAndGet();
            return new Shelf.Right();
          };
      CheckSession session = CheckSession.over(new Batching(Shelf.Right::new), 41);
      comparison(session, counted).seeds(5).instances(2).run();
      assertThat(references.get()).isEqualTo(1 + 2 + 1 + 2 + 1);
    }
  }

  @Nested
  class a_wrong_student {
    @Test
    void fails_as_it_does_step_by_step() {
      Supplier<Shelf> wrong =
          () ->
              new Shelf.Right() {
                @Override
                public long get(int index) {
                  return size() > 2 && index == -1 ? 0 : super.get(index);
                }
              };
      CheckSession stepwise = CheckSession.over(Shelf.student(wrong), 41);
      Throwable failure = catchThrowable(() -> comparison(stepwise).run());
      assertThat(found(wrong)).isEqualTo(stepwise.counterexample(failure)).isPresent();
    }

    @Test
    void may_throw() {
      Supplier<Shelf> throwing =
          () ->
              new Shelf.Right() {
                @Override
                public long pop() {
                  throw new StudentException("lessons.Oops", "", List.of());
                }
              };
      assertThat(found(throwing).orElseThrow().calls())
          .containsExactly("a = new Shelf()", "a.pop()");
    }

    @Test
    void may_be_wrong_from_the_start() {
      Supplier<Shelf> unmakeable =
          () -> {
            throw new PyError("MemoryError", "");
          };
      assertThat(found(unmakeable).orElseThrow().calls()).containsExactly("a = new Shelf()");
      Supplier<Shelf> throwing =
          () -> {
            throw new StudentException("lessons.Oops", "", List.of());
          };
      assertThat(found(throwing).orElseThrow().callCount()).isZero();
    }

    @Test
    void stays_wrong_if_it_is_right_the_second_time() {
      List<Shelf> made = new ArrayList<>();
      Supplier<Shelf> whimsical =
          () -> {
            boolean first = made.isEmpty();
            made.add(
                new Shelf.Right() {
                  @Override
                  public int size() {
                    return first ? 77 : super.size();
                  }
                });
            return made.get(made.size() - 1);
          };
      assertThat(found(whimsical).orElseThrow().difference().get(0).actual()).isEqualTo("77");
    }

    @Test
    void stays_wrong_if_it_threw_only_once() {
      List<Shelf> made = new ArrayList<>();
      Supplier<Shelf> whimsical =
          () -> {
            boolean first = made.isEmpty();
            made.add(
                new Shelf.Right() {
                  @Override
                  public int capacity() {
                    if (first) {
                      throw new StudentException("lessons.Oops", "", List.of());
                    }
                    return super.capacity();
                  }
                });
            return made.get(made.size() - 1);
          };
      assertThat(found(whimsical)).isPresent();
    }
  }

  @Nested
  class a_piece_of_a_suite {
    private Optional<Capture.Noted> noted(java.util.function.Function<Shelf, Answer> piece) {
      return new Capture<>(Shelf.class).of(piece);
    }

    @Test
    void that_is_one_call_is_known() {
      assertThat(noted(shelf -> new Answer.Value(shelf.get(3))).orElseThrow().arguments())
          .containsExactly(3);
      assertThat(noted(shelf -> new Answer.Value(shelf.size()))).isPresent();
      assertThat(noted(shelf -> new Answer.Value(shelf.contents()))).isPresent();
      assertThat(
              noted(
                  shelf -> {
                    shelf.append(1);
                    return new Answer.Returned();
                  }))
          .isPresent();
    }

    @Test
    void that_is_more_is_known_too() {
      assertThat(noted(shelf -> new Answer.Value(-shelf.size()))).isEmpty();
      assertThat(noted(shelf -> new Answer.Value(shelf.size() > 3))).isEmpty();
      assertThat(noted(shelf -> new Answer.Value(shelf.size() + shelf.size()))).isEmpty();
      assertThat(noted(shelf -> new Answer.Value(List.copyOf(shelf.contents())))).isEmpty();
      assertThat(noted(shelf -> new Answer.Value(shelf.hashCode()))).isEmpty();
      assertThat(noted(shelf -> new Answer.Value(1))).isEmpty();
    }

    @Test
    void that_is_more_is_played_step_by_step() {
      CheckSession session = CheckSession.over(new Batching(Shelf.Right::new), 41);
      session
          .runs()
          .compare(() -> session.student().make(Shelf.class), Shelf.Right::new)
          .call("append", anyLong(), Shelf::append)
          .observe("room", (Shelf shelf) -> shelf.capacity() - shelf.size())
          .run();
      assertThat(alone).isPositive();
    }
  }
}
