package gradus.engine.compiler.code;

import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * A value the compiler can put into {@code co_consts}.
 *
 * <p>Equality is CPython's {@code _PyCode_ConstantKey} (Objects/codeobject.c): the type counts, and
 * so does the sign of a zero. {@code 0}, {@code 0.0}, {@code -0.0} and {@code False} are four
 * constants.
 */
public sealed interface Constant
    permits Constant.None,
        Constant.Ellipsis,
        Constant.Bool,
        Constant.Int,
        Constant.Floating,
        Constant.Complex,
        Constant.Tuple,
        Constant.FrozenSet,
        Str,
        Bytes,
        Code {

  /** The name of the constant's Python type, as {@code type(x).__name__} gives it. */
  String typeName();

  /** What Python's {@code bool(x)} says. */
  default boolean isTrue() {
    return true;
  }

  /** Python's {@code repr(x)}. */
  default String repr() {
    return ConstantRepr.of(this);
  }

  static Int of(long value) {
    return new Int(BigInteger.valueOf(value));
  }

  static Str of(String text) {
    return Str.of(text);
  }

  static Bool of(boolean value) {
    return new Bool(value);
  }

  static None none() {
    return None.INSTANCE;
  }

  static Ellipsis ellipsis() {
    return Ellipsis.INSTANCE;
  }

  /** {@code None}. */
  record None() implements Constant {
    private static final None INSTANCE = new None();

    @Override
    public String typeName() {
      return "NoneType";
    }

    @Override
    public boolean isTrue() {
      return false;
    }
  }

  /** {@code ...}. */
  record Ellipsis() implements Constant {
    private static final Ellipsis INSTANCE = new Ellipsis();

    @Override
    public String typeName() {
      return "ellipsis";
    }
  }

  /** {@code True} or {@code False}. */
  record Bool(boolean value) implements Constant {
    @Override
    public String typeName() {
      return "bool";
    }

    @Override
    public boolean isTrue() {
      return value;
    }
  }

  /** An int of any size. */
  record Int(BigInteger value) implements Constant {
    @Override
    public String typeName() {
      return "int";
    }

    @Override
    public boolean isTrue() {
      return value.signum() != 0;
    }
  }

  /** A float. */
  record Floating(double value) implements Constant {
    @Override
    public String typeName() {
      return "float";
    }

    @Override
    public boolean isTrue() {
      return value != 0;
    }
  }

  /** A complex number. */
  record Complex(double real, double imaginary) implements Constant {
    @Override
    public String typeName() {
      return "complex";
    }

    @Override
    public boolean isTrue() {
      return real != 0 || imaginary != 0;
    }
  }

  /** A tuple of constants. */
  record Tuple(List<Constant> items) implements Constant {
    public Tuple {
      items = List.copyOf(items);
    }

    @Override
    public String typeName() {
      return "tuple";
    }

    @Override
    public boolean isTrue() {
      return !items.isEmpty();
    }
  }

  /** A frozenset, its members in the order of their first mention. */
  record FrozenSet(LinkedHashSet<Constant> items) implements Constant {
    @Override
    public String typeName() {
      return "frozenset";
    }

    @Override
    public boolean isTrue() {
      return !items.isEmpty();
    }
  }
}
