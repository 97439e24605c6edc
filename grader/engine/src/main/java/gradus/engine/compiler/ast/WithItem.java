package gradus.engine.compiler.ast;

import java.util.Optional;

/** A context manager, and what its result is bound to. */
public record WithItem(Expr context, Optional<Expr> target) {}
