package gradus.engine.compiler.ast;

import java.util.List;

/** A whole text: what the three modes of {@code compile} make of it. */
public sealed interface Module {

  /** Mode exec. */
  record Body(List<Stmt> statements) implements Module {}

  /** Mode single: expressions are printed. */
  record Interactive(List<Stmt> statements) implements Module {}

  /** Mode eval. */
  record Expression(Expr value) implements Module {}
}
