package gradus.harness.suite;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One call as it is printed.
 *
 * @param head what stands before the parenthesis: {@code a.append}, {@code a = new DynamicArray}
 * @param arguments the arguments, printed
 * @param construction whether it makes an object rather than calls one
 */
record Invocation(String head, List<Argument> arguments, boolean construction) {
  Invocation {
    arguments = List.copyOf(arguments);
  }

  /** A printed argument, with its value where it is a whole number. */
  record Argument(String text, OptionalLong number) {
    static Argument of(@Nullable Object value) {
      OptionalLong number =
          value instanceof Number whole && (value instanceof Long || value instanceof Integer)
              ? OptionalLong.of(whole.longValue())
              : OptionalLong.empty();
      return new Argument(Printer.cut(Printer.java(value)), number);
    }

    /** How much is added from this argument to the next; empty unless equal or neighbours. */
    private OptionalLong stepTo(Argument next) {
      if (text.equals(next.text)) {
        return OptionalLong.of(0);
      }
      if (number.isEmpty() || next.number.isEmpty()) {
        return OptionalLong.empty();
      }
      long step = next.number.getAsLong() - number.getAsLong();
      return Math.abs(step) == 1 ? OptionalLong.of(step) : OptionalLong.empty();
    }
  }

  static Invocation call(String head, @Nullable Object... arguments) {
    return new Invocation(head, Arrays.stream(arguments).map(Argument::of).toList(), false);
  }

  static Invocation construction(String head, @Nullable Object... arguments) {
    return new Invocation(head, Arrays.stream(arguments).map(Argument::of).toList(), true);
  }

  /** The same call with its result kept under a name. */
  Invocation named(String name) {
    return new Invocation(name + " = " + head, arguments, construction);
  }

  /**
   * The step of each argument from this call to a like one that follows; empty if the two are not
   * alike.
   */
  List<Long> stepsTo(Invocation next) {
    if (construction || !head.equals(next.head) || arguments.size() != next.arguments.size()) {
      return List.of();
    }
    List<OptionalLong> steps =
        IntStream.range(0, arguments.size())
            .mapToObj(i -> arguments.get(i).stepTo(next.arguments.get(i)))
            .toList();
    return steps.stream().allMatch(OptionalLong::isPresent)
        // The leading 0 tells calls without arguments that are alike from calls that are not.
        ? IntStream.rangeClosed(0, steps.size())
            .mapToObj(i -> i == 0 ? 0L : steps.get(i - 1).getAsLong())
            .toList()
        : List.of();
  }

  @Override
  public String toString() {
    return head
        + arguments.stream().map(Argument::text).collect(Collectors.joining(", ", "(", ")"));
  }
}
