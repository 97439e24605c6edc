package gradus.suites.dynamicarrays;

import gradus.engine.layout.GrowthPolicy;
import gradus.engine.layout.ListGrowth;
import gradus.kit.dynamicarrays.CapacityRule;
import gradus.kit.dynamicarrays.Policy;

/**
 * The right rule of a policy, as the engine's lists follow it. It has the name of the student's
 * class, and so a counterexample shows it as a student would write it.
 */
record Growth(Policy policy) implements CapacityRule {

  @Override
  public long capacity(long size, long allocated, long newSize) {
    GrowthPolicy growth = of(policy);
    return growth.keeps(allocated, newSize) ? allocated : growth.capacity(size, allocated, newSize);
  }

  /** A policy as the engine knows it. */
  static GrowthPolicy of(Policy policy) {
    return switch (policy) {
      case CPYTHON_36 -> ListGrowth.CPYTHON_36;
      case CPYTHON_39 -> ListGrowth.CPYTHON_39;
      case ARRAY_LIST -> JavaGrowth.ARRAY_LIST;
      case DOUBLING -> JavaGrowth.DOUBLING;
      case BY_SIXTEEN -> JavaGrowth.BY_SIXTEEN;
    };
  }
}
