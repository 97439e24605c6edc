package gradus.engine;

import java.math.BigInteger;

/** A reference to an int. */
public final class PyInt extends PyObject {

  PyInt(Engine engine, long address) {
    super(engine, address);
  }

  /** The int's value, read from its digits. */
  public BigInteger value() {
    return engine().space().ints().value(address());
  }

  /**
   * The int's value.
   *
   * @throws ArithmeticException if it does not fit into a long
   */
  public long longValue() {
    return engine().space().ints().longValue(address());
  }
}
