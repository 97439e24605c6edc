package gradus.kit.dynamicarrays;

/**
 * A step of a workload: {@code APPEND 1000}.
 *
 * @param action what is done
 * @param count how often, or for {@link Action#EXTEND} with how many items; at least 1
 */
public record Step(Action action, long count) {
  @Override
  public String toString() {
    return action == Action.CLEAR ? "CLEAR" : action + " " + count;
  }
}
