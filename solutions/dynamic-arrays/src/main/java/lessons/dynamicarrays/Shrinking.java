package lessons.dynamicarrays;

import gradus.kit.dynamicarrays.CapacityRule;
import gradus.kit.dynamicarrays.GivingBack;
import gradus.kit.dynamicarrays.Policy;
import gradus.kit.dynamicarrays.Shrink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Task 4: emptying an array, and the worst that can be done to one. */
public final class Shrinking implements GivingBack {

  @Override
  public List<Shrink> popAll(Policy policy, long size, long allocated) {
    CapacityRule rule = new Growth(policy);
    List<Shrink> shrinks = new ArrayList<>();
    long room = allocated;
    for (long left = size - 1; left >= 0; left--) {
      long next = rule.capacity(left + 1, room, left);
      if (next != room) {
        shrinks.add(new Shrink(left, next));
      }
      room = next;
    }
    return shrinks;
  }

  /**
   * Whatever came before, what an operation costs depends only on size and capacity. So of all
   * sequences that lead to the same state in the same number of operations, one that copied most is
   * enough to keep.
   */
  @Override
  public String worst(CapacityRule rule, int operations) {
    Map<State, Path> paths = Map.of(new State(0, 0), new Path(0, ""));
    for (int done = 0; done < operations; done++) {
      paths = oneOperationOn(rule, paths);
    }
    return best(paths).operations();
  }

  private static Map<State, Path> oneOperationOn(CapacityRule rule, Map<State, Path> paths) {
    Map<State, Path> longer = new HashMap<>();
    paths.forEach(
        (state, path) -> {
          extend(rule, state, path, '+', longer);
          if (state.size() > 0) {
            extend(rule, state, path, '-', longer);
          }
        });
    return longer;
  }

  private static void extend(
      CapacityRule rule, State state, Path path, char operation, Map<State, Path> longer) {
    long newSize = operation == '+' ? state.size() + 1 : state.size() - 1;
    long room = rule.capacity(state.size(), state.allocated(), newSize);
    boolean moves = room != state.allocated();
    long copied = moves ? Math.min(state.size(), newSize) : 0;
    longer.merge(
        new State(newSize, room),
        new Path(path.copies() + copied, path.operations() + operation),
        Path::better);
  }

  private static Path best(Map<State, Path> paths) {
    return paths.values().stream().reduce(new Path(0, ""), Path::better);
  }

  private record State(long size, long allocated) {}

  private record Path(long copies, String operations) {
    Path better(Path other) {
      return other.copies > copies ? other : this;
    }
  }
}
