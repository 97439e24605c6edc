package gradus.engine.compiler.ast;

import java.util.List;
import java.util.Optional;

/** An except clause. */
public record Handler(Position at, Optional<Expr> type, Optional<String> name, List<Stmt> body) {}
