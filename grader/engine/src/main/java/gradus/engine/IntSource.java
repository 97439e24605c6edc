package gradus.engine;

import gradus.engine.object.ItemSource;
import gradus.engine.object.ObjectSpace;
import java.util.Arrays;
import java.util.Iterator;

/** Turns Java numbers into ints while a list consumes them, as a range or generator would. */
final class IntSource implements ItemSource {

  private final ObjectSpace space;
  private final Iterator<Long> values;

  IntSource(ObjectSpace space, Iterator<Long> values) {
    this.space = space;
    this.values = values;
  }

  IntSource(ObjectSpace space, long... values) {
    this(space, Arrays.stream(values).iterator());
  }

  @Override
  public long next() {
    return values.hasNext() ? space.ints().of(values.next()) : 0;
  }
}
