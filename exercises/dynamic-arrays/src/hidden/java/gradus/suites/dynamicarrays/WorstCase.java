package gradus.suites.dynamicarrays;

import gradus.kit.dynamicarrays.CapacityRule;
import java.util.HashMap;
import java.util.Map;

/** The appends and pops that copy most items, found by dynamic programming over states. */
final class WorstCase {
  private record State(long size, long allocated) {
    State after(CapacityRule rule, long newSize) {
      return new State(newSize, rule.capacity(size, allocated, newSize));
    }
  }

  private record Way(long copies, String operations) {
    static final Way EMPTY = new Way(0, "");

    Way then(char operation, State from, State to) {
      long copied = to.allocated == from.allocated ? 0 : Math.min(from.size, to.size);
      return new Way(copies + copied, operations + operation);
    }

    Way orWorse(Way other) {
      return other.copies > copies ? other : this;
    }
  }

  private WorstCase() {}

  /** A sequence of so many operations, on an array that is empty at first. */
  static String of(CapacityRule rule, int operations) {
    Map<State, Way> worst = Map.of(new State(0, 0), Way.EMPTY);
    for (int i = 0; i < operations; i++) {
      worst = oneMore(rule, worst);
    }
    return worst.values().stream().reduce(Way.EMPTY, Way::orWorse).operations();
  }

  private static Map<State, Way> oneMore(CapacityRule rule, Map<State, Way> worst) {
    Map<State, Way> next = new HashMap<>();
    worst.forEach(
        (state, way) -> {
          State longer = state.after(rule, state.size() + 1);
          next.merge(longer, way.then('+', state, longer), Way::orWorse);
          if (state.size() > 0) {
            State shorter = state.after(rule, state.size() - 1);
            next.merge(shorter, way.then('-', state, shorter), Way::orWorse);
          }
        });
    return next;
  }

  /** What a claimed sequence is worth: its copies, or why it is no such sequence. */
  static String judge(CapacityRule rule, int operations, String sequence) {
    if (sequence.length() > operations) {
      return "a sequence of " + sequence.length() + " operations";
    }
    if (!sequence.matches("[+-]*")) {
      return "a sequence of other things than + and -";
    }
    Tracker tracker = new Tracker(rule);
    for (int i = 0; i < sequence.length(); i++) {
      boolean append = sequence.charAt(i) == '+';
      if (!append && tracker.size() == 0) {
        return "a sequence that pops an empty array";
      }
      tracker.add(append ? 1 : -1);
    }
    return "a sequence that copies " + tracker.copies() + " items";
  }
}
