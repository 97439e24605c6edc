package gradus.harness.suite;

import java.util.List;
import java.util.stream.IntStream;

/** One of several values; an earlier one is simpler. */
record DrawnChoice<T, A>(List<A> values, int index) implements Drawn<T, A> {
  @Override
  public A in(T reference) {
    return values.get(index);
  }

  @Override
  public List<Drawn<T, A>> simpler() {
    return IntStream.range(0, index)
        .<Drawn<T, A>>mapToObj(earlier -> new DrawnChoice<>(values, earlier))
        .toList();
  }
}
