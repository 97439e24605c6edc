package gradus.engine.compiler.ast;

import java.util.Optional;

/** An imported name, and what it is called here. */
public record Alias(String name, Optional<String> as) {}
