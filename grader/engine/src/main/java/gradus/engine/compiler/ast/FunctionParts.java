package gradus.engine.compiler.ast;

import java.util.List;
import java.util.Optional;

/** What stands in a function's definition. */
public record FunctionParts(
    String name, Arguments args, List<Stmt> body, List<Expr> decorators, Optional<Expr> returns) {}
