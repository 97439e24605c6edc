package gradus.suites.dynamicarrays;

import gradus.kit.dynamicarrays.CapacityRule;
import gradus.kit.dynamicarrays.GivingBack;
import gradus.kit.dynamicarrays.Policy;
import gradus.kit.dynamicarrays.Shrink;
import java.util.ArrayList;
import java.util.List;

/** What emptying an array does by the engine's rules, and the worst case. */
final class Emptying implements GivingBack {

  @Override
  public List<Shrink> popAll(Policy policy, long size, long allocated) {
    List<Shrink> shrinks = new ArrayList<>();
    long room = allocated;
    for (long left = size; left > 0; left--) {
      long next = new Growth(policy).capacity(left, room, left - 1);
      if (next != room) {
        shrinks.add(new Shrink(left - 1, next));
      }
      room = next;
    }
    return shrinks;
  }

  @Override
  public String worst(CapacityRule rule, int operations) {
    return WorstCase.of(rule, operations);
  }
}
