package lessons.dynamicarrays;

import gradus.kit.dynamicarrays.CapacityRule;
import gradus.kit.dynamicarrays.GivingBack;
import gradus.kit.dynamicarrays.Policy;
import gradus.kit.dynamicarrays.Shrink;
import java.util.ArrayList;
import java.util.List;

public final class Shrinking implements GivingBack {

  @Override
  public List<Shrink> popAll(Policy policy, long size, long allocated) {
    Growth growth = new Growth(policy);
    List<Shrink> shrinks = new ArrayList<>();
    while (size > 0) {
      long capacity = growth.capacity(size, allocated, size - 1);
      size--;
      if (capacity != allocated) {
        shrinks.add(new Shrink(size, capacity));
        allocated = capacity;
      }
    }
    return shrinks;
  }

  @Override
  public String worst(CapacityRule rule, int operations) {
    // the more items there are, the more there is to copy
    return "+".repeat(operations);
  }
}
