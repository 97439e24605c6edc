package gradus.harness.suite;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which one call a piece of a suite makes, without making it: {@code DynamicArray::pop}
 * is shown an object that only takes notes.
 *
 * <p>Some pieces are no single call: {@code a -> -a.size()} changes the answer, {@code a -> {
 * a.clear(); a.append(1); }} makes two. They are told by being run twice, with answers that are
 * easy to know again.
 */
final class Capture<T> {
  private final NoteTaker firstNotes = new NoteTaker(false);
  private final NoteTaker secondNotes = new NoteTaker(true);
  private final T first;
  private final T second;

  Capture(Class<T> contract) {
    first = shown(contract, firstNotes);
    second = shown(contract, secondNotes);
  }

  private static <T> T shown(Class<T> contract, NoteTaker notes) {
    return contract.cast(
        Proxy.newProxyInstance(contract.getClassLoader(), new Class<?>[] {contract}, notes));
  }

  /** A call that was noted. */
  record Noted(Method method, List<@Nullable Object> arguments) {}

  /** The one call a piece makes on an object of the contract; empty if it does anything else. */
  Optional<Noted> of(Function<T, Answer> piece) {
    Optional<Noted> noted = firstNotes.of(first, piece);
    return noted.isPresent() && secondNotes.of(second, piece).isPresent()
        ? noted
        : Optional.empty();
  }

  private static final class NoteTaker implements InvocationHandler {
    private final boolean secondTime;
    private final List<Noted> noted = new ArrayList<>();
    private @Nullable Object told;

    NoteTaker(boolean secondTime) {
      this.secondTime = secondTime;
    }

    <T> Optional<Noted> of(T object, Function<T, Answer> piece) {
      noted.clear();
      try {
        Answer answer = piece.apply(object);
        return answeredBy(answer) ? Optional.of(noted.get(0)) : Optional.empty();
      } catch (RuntimeException notMeantForThis) {
        return Optional.empty();
      }
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
      if (method.isDefault() || method.getDeclaringClass() == Object.class) {
        throw new UnsupportedOperationException("Only the contract's own calls can be noted.");
      }
      noted.add(new Noted(method, arguments == null ? List.of() : Arrays.asList(arguments)));
      told = answerOf(method.getReturnType());
      return told;
    }

    private boolean answeredBy(Answer answer) {
      return noted.size() == 1
          && (answer instanceof Answer.Returned
              || (answer instanceof Answer.Value value && isTold(value.value())));
    }

    private boolean isTold(@Nullable Object value) {
      boolean number = value instanceof Number || value instanceof Boolean;
      return number ? Objects.equals(value, told) : value == told;
    }

    private @Nullable Object answerOf(Class<?> type) {
      int number = secondTime ? 7_654_321 : 1_234_567;
      if (type == boolean.class || type == Boolean.class) {
        return secondTime;
      } else if (type == int.class || type == Integer.class) {
        return number;
      } else if (type == long.class || type == Long.class) {
        return (long) number << 16;
      } else if (type == double.class || type == Double.class) {
        return number + 0.5;
      } else if (type == String.class) {
        return String.valueOf(number);
      } else if (type == List.class) {
        return new ArrayList<>();
      }
      return type.isArray() ? Array.newInstance(type.getComponentType(), 1) : null;
    }
  }
}
