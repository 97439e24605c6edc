package gradus.harness.suite;

/**
 * The shapes of an operation in a random run: on an object of type {@code T}, with up to three
 * arguments, with or without a result. A method reference to the contract fits them.
 */
public final class Calls {
  private Calls() {}

  /** A call without arguments whose result is compared. */
  @FunctionalInterface
  public interface Value0<T> {
    Object of(T object);
  }

  /** A call without arguments or result. */
  @FunctionalInterface
  public interface Action0<T> {
    void on(T object);
  }

  /** A call with one argument whose result is compared. */
  @FunctionalInterface
  public interface Value1<T, A> {
    Object of(T object, A argument);
  }

  /** A call with one argument and no result. */
  @FunctionalInterface
  public interface Action1<T, A> {
    void on(T object, A argument);
  }

  /** A call with two arguments whose result is compared. */
  @FunctionalInterface
  public interface Value2<T, A, B> {
    Object of(T object, A first, B second);
  }

  /** A call with two arguments and no result. */
  @FunctionalInterface
  public interface Action2<T, A, B> {
    void on(T object, A first, B second);
  }

  /** A call with three arguments whose result is compared. */
  @FunctionalInterface
  public interface Value3<T, A, B, C> {
    Object of(T object, A first, B second, C third);
  }

  /** A call with three arguments and no result. */
  @FunctionalInterface
  public interface Action3<T, A, B, C> {
    void on(T object, A first, B second, C third);
  }
}
