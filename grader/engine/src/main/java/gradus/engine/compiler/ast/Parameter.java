package gradus.engine.compiler.ast;

import java.util.Optional;

/** A parameter of a function. */
public record Parameter(Position at, String name, Optional<Expr> annotation) {}
