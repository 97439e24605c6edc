package gradus.engine;

/** Lets events be heard until it is closed. */
public interface Subscription extends AutoCloseable {

  @Override
  void close();
}
