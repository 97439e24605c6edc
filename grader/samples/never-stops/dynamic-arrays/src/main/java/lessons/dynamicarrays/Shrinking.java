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
    Map<State, Path> paths = Map.of(new State(0, 0), Path.EMPTY);
    Moves moves = new Moves(rule);
    for (int done = 0; done < operations; done++) {
      paths = oneOperationOn(paths, moves);
    }
    return paths.values().stream().reduce(Path.EMPTY, Path::orWorse).operations();
  }

  private static Map<State, Path> oneOperationOn(Map<State, Path> paths, Moves moves) {
    Map<State, Path> longer = new HashMap<>();
    paths.forEach(
        (state, path) ->
            moves
                .from(state)
                .forEach(move -> longer.merge(move.to(), path.and(move), Path::orWorse)));
    return longer;
  }

  private record State(long size, long allocated) {}

  private record Move(char operation, State to, long copies) {}

  private record Path(long copies, String operations) {
    static final Path EMPTY = new Path(0, "");

    Path and(Move move) {
      return new Path(copies + move.copies(), operations + move.operation());
    }

    Path orWorse(Path other) {
      return other.copies > copies ? other : this;
    }
  }

  /** What can be done in a state. The rule may be slow to ask, so it is asked once about each. */
  private static final class Moves {
    private final CapacityRule rule;
    private final Map<State, List<Move>> known = new HashMap<>();

    Moves(CapacityRule rule) {
      this.rule = rule;
    }

    List<Move> from(State state) {
      return known.computeIfAbsent(state, this::find);
    }

    private List<Move> find(State state) {
      Move append = move('+', state, state.size() + 1);
      return state.size() == 0
          ? List.of(append)
          : List.of(append, move('-', state, state.size() - 1));
    }

    private Move move(char operation, State from, long newSize) {
      long room = rule.capacity(from.size(), from.allocated(), newSize);
      long copies = room == from.allocated() ? 0 : Math.min(from.size(), newSize);
      return new Move(operation, new State(newSize, room), copies);
    }
  }
}
