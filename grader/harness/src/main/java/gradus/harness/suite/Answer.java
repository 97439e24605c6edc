package gradus.harness.suite;

import gradus.kit.PyError;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How a call ended, as far as a contract lets it end. */
sealed interface Answer {
  /** The call returned a value. */
  record Value(@Nullable Object value) implements Answer {}

  /** The call has no result, and returned. */
  record Returned() implements Answer {}

  /** The call raised an error of the contract. */
  record Raised(String type, String message) implements Answer {
    static Raised of(PyError error) {
      return new Raised(error.type(), String.valueOf(error.getMessage()));
    }
  }

  /** Makes a call and keeps how it ended. Anything but a {@link PyError} passes through. */
  static Answer of(Supplier<? extends Answer> call) {
    try {
      return call.get();
    } catch (PyError error) {
      return Raised.of(error);
    }
  }

  /** Whether two calls ended alike. */
  default boolean sameAs(Answer other) {
    return (this instanceof Value mine && other instanceof Value theirs)
        ? Values.same(mine.value(), theirs.value())
        : equals(other);
  }

  /** The end in words: a value as printed, {@code raises IndexError: …}. */
  default String shown() {
    if (this instanceof Value answer) {
      return Printer.shown(answer.value());
    }
    return this instanceof Raised raised
        ? "raises " + raised.type() + ": " + raised.message()
        : "returns";
  }
}
