package gradus.kit.dynamicarrays;

/**
 * A family of simple rules, to try things out with: {@code new Stretch(new Ratio(3, 2), 1, new
 * Ratio(1, 4))} makes room for half as many items again and one more, and makes a new block also
 * when less than a quarter of the old one is filled.
 *
 * @param factor slots in a new block for each item in it, rounded down; at least 1
 * @param extra slots beyond that, 0 or more
 * @param fill the part of a block that must be filled, or it is given back; 0 to keep every block
 */
public record Stretch(Ratio factor, long extra, Ratio fill) implements CapacityRule {

  @Override
  public long capacity(long size, long allocated, long newSize) {
    if (newSize <= allocated && fill.times(allocated).compareTo(Ratio.of(newSize)) <= 0) {
      return allocated;
    }
    Ratio room = factor.times(newSize);
    return newSize == 0 ? 0 : room.numerator() / room.denominator() + extra;
  }
}
