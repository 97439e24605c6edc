package gradus.engine;

import gradus.engine.layout.StructView;

/**
 * A reference to an object of the engine.
 *
 * <p>As long as it is not closed, the object's reference count includes it. Two references are
 * equal if they are to the same object ({@code is}).
 */
public class PyObject implements AutoCloseable {

  private final Engine engine;
  private final long address;

  PyObject(Engine engine, long address) {
    this.engine = engine;
    this.address = address;
  }

  /** Where the object lies: {@code id(x)}. */
  public final long address() {
    return address;
  }

  /** The object's reference count, this reference included. */
  public final long referenceCount() {
    return engine.space().references().count(address);
  }

  /** The name of the object's type, such as {@code int}. */
  public final String typeName() {
    return engine.space().types().name(engine.space().references().typeOf(address));
  }

  /** {@code repr(x)}. */
  public final String repr() {
    return Engine.python(() -> engine.space().representations().of(address));
  }

  /**
   * {@code sys.getsizeof(x)}: bytes, with a list's array of pointers and the collector's header.
   */
  public final long sizeof() {
    return engine.space().sizeOf(address);
  }

  /** The object's struct, field by field; prints as a table. */
  public final StructView struct() {
    return engine.space().view(address);
  }

  /** The bytes of the object's struct. */
  public final byte[] bytes() {
    return engine.bytes(address, struct().size());
  }

  /** The bytes of the object's struct as text. */
  public final String hexdump() {
    return engine.hexdump(address, struct().size());
  }

  /**
   * Gives the reference back; the object ends if it was the last one. The handle is of no use any
   * more.
   */
  @Override
  public void close() {
    engine.space().references().decref(address);
  }

  final Engine engine() {
    return engine;
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof PyObject object && object.engine == engine && object.address == address;
  }

  @Override
  public final int hashCode() {
    return Long.hashCode(address);
  }

  @Override
  public final String toString() {
    return repr();
  }
}
