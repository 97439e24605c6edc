package gradus.engine.compiler.ast;

import java.util.Optional;

/** A keyword argument; without a name it is a mapping to unpack. */
public record Keyword(Optional<String> name, Expr value) {}
