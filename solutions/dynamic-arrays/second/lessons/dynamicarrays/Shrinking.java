package lessons.dynamicarrays;

import gradus.kit.dynamicarrays.CapacityRule;
import gradus.kit.dynamicarrays.GivingBack;
import gradus.kit.dynamicarrays.Policy;
import gradus.kit.dynamicarrays.Shrink;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Task 4: emptying as a stream of states, and the worst case by recursion with a memory. */
public final class Shrinking implements GivingBack {

  @Override
  public List<Shrink> popAll(Policy policy, long size, long allocated) {
    Growth growth = new Growth(policy);
    Shrink start = new Shrink(size, allocated);
    List<Shrink> states =
        Stream.iterate(start, state -> pop(growth, state)).limit(size + 1).toList();
    return Stream.iterate(1, i -> i < states.size(), i -> i + 1)
        .filter(i -> states.get(i).allocated() != states.get(i - 1).allocated())
        .map(states::get)
        .toList();
  }

  private static Shrink pop(Growth growth, Shrink state) {
    long left = state.size() - 1;
    return new Shrink(left, left < 0 ? 0 : growth.capacity(state.size(), state.allocated(), left));
  }

  @Override
  public String worst(CapacityRule rule, int operations) {
    return new Search(rule).from(new Position(0, 0, operations)).operations();
  }

  /** An array, and how many operations may still come. */
  private record Position(long size, long allocated, int left) {}

  /** What can still be done to it. */
  private record Future(long copies, String operations) {}

  private static final class Search {
    private final CapacityRule rule;
    private final Map<Position, Future> known = new HashMap<>();

    Search(CapacityRule rule) {
      this.rule = rule;
    }

    Future from(Position position) {
      Future future = known.get(position);
      if (future == null) {
        future = find(position);
        known.put(position, future);
      }
      return future;
    }

    private Future find(Position position) {
      if (position.left() == 0) {
        return new Future(0, "");
      }
      Future append = after(position, "+", position.size() + 1);
      if (position.size() == 0) {
        return append;
      }
      Future pop = after(position, "-", position.size() - 1);
      return pop.copies() > append.copies() ? pop : append;
    }

    private Future after(Position position, String operation, long newSize) {
      long room = rule.capacity(position.size(), position.allocated(), newSize);
      Future rest = from(new Position(newSize, room, position.left() - 1));
      long copies = room == position.allocated() ? 0 : Math.min(position.size(), newSize);
      return new Future(copies + rest.copies(), operation + rest.operations());
    }
  }
}
