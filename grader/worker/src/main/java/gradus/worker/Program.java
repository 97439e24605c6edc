package gradus.worker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What students' programs are made of: a growing array, records as keys, lambdas, streams,
 * collections, exceptions. Of no use but to have the JVM do once what it will do for theirs.
 */
final class Program implements Supplier<String> {
  private static final int ROUNDS = 20;

  private enum Rule {
    ONE_MORE,
    HALF_MORE
  }

  private record Place(long size, long room) {}

  private record Entry(Object key, int count) {}

  private record Shelf(String name, Place place) {}

  private long[] items = new long[4];
  private int size;

  Program() {}

  /** What has come of it all; always the same. */
  @Override
  public String get() {
    for (int i = 0; i < ROUNDS; i++) {
      add(i);
    }
    return String.join("; ", records(), streams(), collections(), functions(), exceptions());
  }

  private void add(long item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, Math.toIntExact(growth(Rule.HALF_MORE).applyAsLong(size)));
    }
    System.arraycopy(items, 0, items, 1, size);
    items[0] = item;
    size++;
  }

  private LongUnaryOperator growth(Rule rule) {
    return switch (rule) {
      case ONE_MORE -> n -> n + 1;
      case HALF_MORE -> n -> n + (size >> 1);
    };
  }

  private static String records() {
    Map<Place, Integer> places = new HashMap<>();
    Set<Entry> entries = new HashSet<>();
    for (int i = 0; i < ROUNDS; i++) {
      places.merge(new Place(i % 5, i % 3), 1, Integer::sum);
      entries.add(new Entry("key " + i % 7, i));
    }
    Shelf shelf = new Shelf("top", new Place(1, 2));
    boolean found = entries.contains(new Entry("key 3", 3));
    return shelf
        + " "
        + places.size()
        + " "
        + found
        + " "
        + shelf.equals(new Shelf("low", new Place(1, 2)));
  }

  private String streams() {
    List<Integer> numbers = IntStream.range(0, size).boxed().collect(Collectors.toList());
    List<String> names =
        numbers.stream().map(String::valueOf).sorted(Comparator.comparing(String::length)).toList();
    Map<Integer, List<Integer>> thirds =
        numbers.stream().collect(Collectors.groupingBy(n -> n % 3));
    long squares = LongStream.rangeClosed(1, size).map(n -> n * n).sum();
    int even = numbers.stream().filter(n -> n % 2 == 0).max(Comparator.naturalOrder()).orElse(0);
    int most = numbers.stream().mapToInt(Integer::intValue).reduce(0, Math::max);
    boolean any = Arrays.stream(items).anyMatch(n -> n > squares);
    boolean all = thirds.values().stream().allMatch(third -> third.size() > 2);
    List<Place> places = IntStream.range(0, 3).mapToObj(i -> new Place(i, even)).toList();
    return names.stream().skip(8).limit(4).collect(Collectors.joining(", ", "[", "]"))
        + " %d %d %b %b ".formatted(squares, most, any, all)
        + places.stream().map(Place::size).toList();
  }

  private String collections() {
    Map<String, Long> counts = new TreeMap<>();
    Deque<Long> waiting = new ArrayDeque<>();
    List<Long> list = new ArrayList<>();
    for (long item : items) {
      counts.merge("key " + item % 4, item, Long::sum);
      counts.computeIfAbsent("more", key -> 1L);
      waiting.push(item);
      list.add(item);
    }
    waiting.removeIf(item -> item % 3 != 0);
    list.sort(Comparator.<Long>naturalOrder().reversed());
    list.removeIf(item -> item < 15);
    StringBuilder text = new StringBuilder();
    counts.forEach((key, count) -> text.append(key).append('=').append(count).append(' '));
    for (Iterator<Long> left = waiting.iterator(); left.hasNext(); ) {
      text.append(left.next()).append(' ');
    }
    return text.append(list).toString();
  }

  private String functions() {
    Function<Long, Place> place = n -> new Place(n, size);
    Supplier<Program> fresh = Program::new;
    BiFunction<Long, Long, Long> sum = Long::sum;
    Runnable doubling = () -> add(size);
    long total = 0;
    for (long i = 0; i < ROUNDS; i++) {
      doubling.run();
      total = sum.apply(total, place.apply(i).room());
    }
    return place.andThen(Place::size).apply(total) + " " + fresh.get().size;
  }

  private static String exceptions() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      try {
        text.append(Math.addExact(Integer.MAX_VALUE - 1, i));
        throw new IllegalStateException("number " + i);
      } catch (ArithmeticException | IllegalStateException e) {
        text.append(' ').append(e.getMessage()).append(' ');
      } finally {
        text.append(i);
      }
    }
    try {
      new ArrayDeque<>().pop();
    } catch (NoSuchElementException e) {
      text.append(" empty");
    }
    return text.toString();
  }
}
