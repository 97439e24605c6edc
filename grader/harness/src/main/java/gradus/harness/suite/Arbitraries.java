package gradus.harness.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** The arguments random runs draw from. */
public final class Arbitraries {
  private Arbitraries() {}

  /**
   * Any {@code long} as a value to keep: mostly small numbers, sometimes the extremes. In a
   * shortened run such values are numbered 0, 1, 2, … so that each is told from the others.
   */
  public static Arbitrary<Object, Long> anyLong() {
    return (random, reference) -> DrawnLong.label(random);
  }

  /** Any {@code long} from {@code low} to {@code high}, both included; the bounds come up often. */
  public static Arbitrary<Object, Long> anyLong(long low, long high) {
    requireOrder(low, high);
    return (random, reference) -> DrawnLong.between(random, low, high);
  }

  /** Any {@code int} from {@code low} to {@code high}, both included; the bounds come up often. */
  public static Arbitrary<Object, Integer> anyInt(int low, int high) {
    return anyLong(low, high).map(Long::intValue);
  }

  /**
   * An index into an object of the present size: mostly valid, from the front or (negative) from
   * the back, often a boundary, sometimes out of range on either side.
   *
   * <pre>{@code
   * .call("get", anyIndex(DynamicArray::size), DynamicArray::get)
   * }</pre>
   */
  public static <T> Arbitrary<T, Integer> anyIndex(ToIntFunction<? super T> size) {
    return (random, reference) -> DrawnIndex.any(random, size, size.applyAsInt(reference));
  }

  /** An index from 0 to the size, the size excluded; 0 when there is nothing to point at. */
  public static <T> Arbitrary<T, Integer> validIndex(ToIntFunction<? super T> size) {
    return (random, reference) -> DrawnIndex.valid(random, size, size.applyAsInt(reference));
  }

  /** Lists of up to {@code longest} elements, empty ones among them. */
  public static <T, A> Arbitrary<T, List<A>> listOf(Arbitrary<T, A> element, int longest) {
    return (random, reference) -> {
      int size = random.nextInt(longest + 1);
      List<Drawn<T, A>> elements = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        elements.add(element.draw(random, reference));
      }
      return new DrawnList<>(elements);
    };
  }

  /** Arrays of up to {@code longest} longs, drawn as by {@link #anyLong()}. */
  public static Arbitrary<Object, long[]> anyLongs(int longest) {
    return listOf(anyLong(), longest)
        .map(values -> values.stream().mapToLong(Long::longValue).toArray());
  }

  /** One of the given values, each as likely as the others; earlier ones count as simpler. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static <A> Arbitrary<Object, A> oneOf(A... values) {
    List<A> choices = List.of(values);
    return (random, reference) -> new DrawnChoice<>(choices, random.nextInt(choices.size()));
  }

  /** Always this value. */
  public static <A> Arbitrary<Object, A> just(A value) {
    return (random, reference) -> Drawn.constant(value);
  }

  private static void requireOrder(long low, long high) {
    if (low > high) {
      throw new IllegalArgumentException("No number lies between " + low + " and " + high + ".");
    }
  }
}
