package lessons.zoo;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;

/** A contract whose methods give back what they are given. */
public interface Zoo {
  boolean aBoolean(boolean value);

  int anInt(int value);

  long aLong(long value);

  double aDouble(double value);

  Boolean aBoxedBoolean(Boolean value);

  Integer aBoxedInt(Integer value);

  Long aBoxedLong(Long value);

  Double aBoxedDouble(Double value);

  String aString(String value);

  byte[] bytes(byte[] value);

  int[] ints(int[] value);

  long[] longs(long[] value);

  double[] doubles(double[] value);

  List<Long> list(List<Long> value);

  List<List<String>> lists(List<? extends List<String>> value);

  Point point(Point value);

  Pair<Integer, List<Double>> pair(Pair<Integer, List<Double>> value);

  Increment increment(Increment value);

  Colour colour(Colour value);

  Shape shape(Shape value);

  LongUnaryOperator function(LongUnaryOperator value);

  Object anything(Object value);

  Zoo same();

  Cage cage(Zoo inhabitant);

  long apply(LongUnaryOperator function, long value);

  String describe(Function<? super Long, String> function, long value);

  long ask(Numbers numbers);

  void nothing();

  default long twice(long value) {
    return aLong(aLong(value));
  }

  record Point(int x, int y) {
    public Point {
      if (x < 0) {
        throw new IllegalArgumentException("x");
      }
    }
  }

  record Pair<A, B>(A first, B second) {}

  /** A value that can be called: its method runs at whichever end it is. */
  record Increment(long by) implements LongUnaryOperator {
    @Override
    public long applyAsLong(long operand) {
      return operand + by;
    }
  }

  enum Colour {
    RED,
    GREEN {},
    BLUE
  }

  sealed interface Shape permits Circle, Corner {}

  record Circle(Point centre, double radius, List<Circle> inside) implements Shape {}

  enum Corner implements Shape {
    LEFT,
    RIGHT
  }

  interface Cage {
    Zoo inhabitant();
  }

  interface Source<T> {
    T next();
  }

  interface Numbers extends Source<Long> {}
}
