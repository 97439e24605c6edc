package gradus.engine.compiler.emit;

import gradus.engine.compiler.ast.Handler;
import gradus.engine.compiler.ast.Stmt;
import java.util.List;

/** Looks for annotated variables, for which a module or class gets {@code __annotations__}. */
final class Annotations {
  private Annotations() {}

  static boolean areIn(List<Stmt> statements) {
    return statements.stream().anyMatch(Annotations::areIn);
  }

  private static boolean areIn(Stmt statement) {
    if (statement instanceof Stmt.AnnAssign) {
      return true;
    }
    if (statement instanceof Stmt.For loop) {
      return areIn(loop.body()) || areIn(loop.orElse());
    }
    if (statement instanceof Stmt.While loop) {
      return areIn(loop.body()) || areIn(loop.orElse());
    }
    if (statement instanceof Stmt.If branch) {
      return areIn(branch.body()) || areIn(branch.orElse());
    }
    if (statement instanceof Stmt.With with) {
      return areIn(with.body());
    }
    return statement instanceof Stmt.Try attempt && areIn(attempt);
  }

  private static boolean areIn(Stmt.Try attempt) {
    return attempt.handlers().stream().map(Handler::body).anyMatch(Annotations::areIn)
        || areIn(attempt.body())
        || areIn(attempt.finalBody())
        || areIn(attempt.orElse());
  }
}
