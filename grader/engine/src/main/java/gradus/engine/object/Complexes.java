package gradus.engine.object;

import gradus.engine.layout.ObjectStructs;
import gradus.engine.memory.Memory;

/** Complex numbers as bytes: two doubles (Objects/complexobject.c). */
public final class Complexes {

  private static final int REAL = ObjectStructs.COMPLEX.offset("real");
  private static final int IMAGINARY = ObjectStructs.COMPLEX.offset("imag");

  private final Space py;
  private final Memory memory;
  private long type;

  Complexes(Space py) {
    this.py = py;
    memory = py.memory;
  }

  public void typeIs(long complex) {
    type = complex;
  }

  /** The type {@code complex}. */
  public long type() {
    return type;
  }

  public boolean is(long object) {
    return py.typeObjects.isInstance(object, type);
  }

  /** A complex number. */
  public long of(double real, double imaginary) {
    return of(type, real, imaginary);
  }

  public long of(long ofType, double real, double imaginary) {
    long object = py.create(ofType);
    memory.store64(object + REAL, Double.doubleToRawLongBits(real));
    memory.store64(object + IMAGINARY, Double.doubleToRawLongBits(imaginary));
    return object;
  }

  public double real(long object) {
    return Double.longBitsToDouble(memory.load64(object + REAL));
  }

  public double imaginary(long object) {
    return Double.longBitsToDouble(memory.load64(object + IMAGINARY));
  }
}
