package gradus.kit.dynamicarrays;

/**
 * One change of capacity while an array is emptied.
 *
 * @param size how many items are left
 * @param allocated the capacity from now on
 */
public record Shrink(long size, long allocated) {
  /** As the lecture writes it: {@code 58→71}. */
  @Override
  public String toString() {
    return size + "→" + allocated;
  }
}
