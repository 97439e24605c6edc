package gradus.engine.compiler.ast;

import java.util.List;

/** One {@code for … in … if …} of a comprehension. */
public record Comprehension(Expr target, Expr iterable, List<Expr> conditions, boolean async) {}
