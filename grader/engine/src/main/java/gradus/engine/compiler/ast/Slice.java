package gradus.engine.compiler.ast;

import java.util.List;
import java.util.Optional;

/** What stands between a subscript's brackets. */
public sealed interface Slice {

  /** {@code a[value]}. */
  record Index(Expr value) implements Slice {}

  /** {@code a[lower:upper:step]}. */
  record Range(Optional<Expr> lower, Optional<Expr> upper, Optional<Expr> step) implements Slice {}

  /** {@code a[0:1, 2]}: several of which one at least is a range. */
  record Extended(List<Slice> dimensions) implements Slice {}
}
