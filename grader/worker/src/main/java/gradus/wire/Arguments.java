package gradus.wire;

import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;

/** The arguments of a constructor, not read yet: only the worker knows the types they are for. */
public final class Arguments {
  private final Input in;
  private final int mark;
  private final int count;
  private final Types types;

  Arguments(Input in, int count, Types types) {
    this.in = in;
    this.mark = in.mark();
    this.count = count;
    this.types = types;
  }

  /** How many there are. */
  public int count() {
    return count;
  }

  /**
   * The arguments as values of the given types.
   *
   * @return empty if they are not values of these types
   */
  public Optional<Object[]> as(Type[] declared) {
    if (declared.length != count) {
      return Optional.empty();
    }
    in.restart(mark);
    try {
      Object[] values = new Object[count];
      for (int i = 0; i < count; i++) {
        values[i] = types.of(declared[i], Map.of(), "a constructor").read(in);
      }
      in.end();
      return Optional.of(values);
    } catch (ProtocolViolation.Mismatch | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
