package lessons.dynamicarrays;

import gradus.kit.Todo;
import gradus.kit.dynamicarrays.CapacityRule;
import gradus.kit.dynamicarrays.GivingBack;
import gradus.kit.dynamicarrays.Policy;
import gradus.kit.dynamicarrays.Shrink;
import java.util.List;

/** Task 4: when an array gives room back, and the sequence of operations that hurts it most. */
public final class Shrinking implements GivingBack {

  public Shrinking() {
    // Nothing to prepare, unless you want to; just remove the throw.
    throw new Todo();
  }

  @Override
  public List<Shrink> popAll(Policy policy, long size, long allocated) {
    // Pop one item after the other and note each change of capacity.
    throw new Todo();
  }

  @Override
  public String worst(CapacityRule rule, int operations) {
    // Find the most copies for every state the array can be in after 1, 2, 3 … operations.
    throw new Todo();
  }
}
