package lessons.zoo;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;

/** An honest student's class. */
final class Keeper implements Zoo {
  private final LongUnaryOperator onNothing;

  Keeper() {
    this(LongUnaryOperator.identity());
  }

  Keeper(LongUnaryOperator onNothing) {
    this.onNothing = onNothing;
  }

  Keeper(long start, List<Integer> more) {
    this(n -> start + more.size());
  }

  @Override
  public boolean aBoolean(boolean value) {
    return value;
  }

  @Override
  public int anInt(int value) {
    return value;
  }

  @Override
  public long aLong(long value) {
    return value;
  }

  @Override
  public double aDouble(double value) {
    return value;
  }

  @Override
  public Boolean aBoxedBoolean(Boolean value) {
    return value;
  }

  @Override
  public Integer aBoxedInt(Integer value) {
    return value;
  }

  @Override
  public Long aBoxedLong(Long value) {
    return value;
  }

  @Override
  public Double aBoxedDouble(Double value) {
    return value;
  }

  @Override
  public String aString(String value) {
    return value;
  }

  @Override
  public byte[] bytes(byte[] value) {
    return value;
  }

  @Override
  public int[] ints(int[] value) {
    return value;
  }

  @Override
  public long[] longs(long[] value) {
    return value;
  }

  @Override
  public double[] doubles(double[] value) {
    return value;
  }

  @Override
  public List<Long> list(List<Long> value) {
    return value;
  }

  @Override
  public List<List<String>> lists(List<? extends List<String>> value) {
    return List.copyOf(value);
  }

  @Override
  public Increment increment(Increment value) {
    return value;
  }

  @Override
  public Point point(Point value) {
    return value;
  }

  @Override
  public Pair<Integer, List<Double>> pair(Pair<Integer, List<Double>> value) {
    return value;
  }

  @Override
  public Colour colour(Colour value) {
    return value;
  }

  @Override
  public Shape shape(Shape value) {
    return value;
  }

  @Override
  public LongUnaryOperator function(LongUnaryOperator value) {
    return value;
  }

  @Override
  public Object anything(Object value) {
    return value;
  }

  @Override
  public Zoo same() {
    return this;
  }

  @Override
  public Cage cage(Zoo inhabitant) {
    return () -> inhabitant;
  }

  @Override
  public long apply(LongUnaryOperator function, long value) {
    return function.applyAsLong(value);
  }

  @Override
  public String describe(Function<? super Long, String> function, long value) {
    return function.apply(value);
  }

  @Override
  public long ask(Numbers numbers) {
    return numbers.next() + 1;
  }

  @Override
  public void nothing() {
    onNothing.applyAsLong(0);
  }

  @Override
  public long twice(long value) {
    return -1;
  }

  @Override
  public boolean equals(Object other) {
    throw new IllegalStateException("asked");
  }

  @Override
  public int hashCode() {
    throw new IllegalStateException("asked");
  }

  @Override
  public String toString() {
    throw new IllegalStateException("asked");
  }
}
