package gradus.engine.compiler.emit;

import gradus.engine.compiler.ast.Alias;
import gradus.engine.compiler.ast.Expr;
import gradus.engine.compiler.ast.Module;
import gradus.engine.compiler.ast.Stmt;
import gradus.engine.compiler.code.CodeFlags;
import gradus.engine.compiler.source.Diagnostics;
import gradus.engine.compiler.source.PySyntaxError;
import java.util.List;

/**
 * What the {@code from __future__} imports of a module ask for (Python/future.c).
 *
 * @param flags the bits for co_flags, the caller's own among them
 * @param lastLine the line of the last such import that counts
 */
public record Future(int flags, int lastLine) {
  static final String LATE = "from __future__ imports must occur at the beginning of the file";

  /** Reads the imports at the beginning of a module. */
  public static Future of(Module module, int inheritedFlags, Diagnostics diagnostics) {
    if (module instanceof Module.Body body) {
      return of(body.statements(), inheritedFlags, diagnostics);
    }
    if (module instanceof Module.Interactive single) {
      return of(single.statements(), inheritedFlags, diagnostics);
    }
    return new Future(inheritedFlags, 0);
  }

  private static Future of(List<Stmt> statements, int inheritedFlags, Diagnostics diagnostics) {
    Future future = new Future(inheritedFlags, 0);
    boolean done = false;
    int previousLine = 0;
    for (Stmt statement : statements) {
      if (done && statement.lineno() > previousLine) {
        break;
      }
      previousLine = statement.lineno();
      if (!isFutureImport(statement)) {
        done |= statement != statements.get(0) || !isText(statement);
      } else if (done) {
        throw error(statement, LATE, diagnostics);
      } else {
        future = future.with((Stmt.ImportFrom) statement, diagnostics);
      }
    }
    return future;
  }

  private static boolean isText(Stmt statement) {
    return statement instanceof Stmt.ExprStmt expression
        && expression.value() instanceof Expr.StrLiteral;
  }

  static boolean isFutureImport(Stmt statement) {
    return statement instanceof Stmt.ImportFrom from
        && from.module().orElse("").equals("__future__");
  }

  private Future with(Stmt.ImportFrom from, Diagnostics diagnostics) {
    int all = flags;
    for (Alias alias : from.names()) {
      all |= flag(from, alias.name(), diagnostics);
    }
    return new Future(all, from.lineno());
  }

  private static int flag(Stmt from, String feature, Diagnostics diagnostics) {
    return switch (feature) {
      case "nested_scopes",
          "generators",
          "division",
          "absolute_import",
          "with_statement",
          "print_function",
          "unicode_literals" ->
          0;
      case "barry_as_FLUFL" -> CodeFlags.FUTURE_BARRY_AS_BDFL;
      case "generator_stop" -> CodeFlags.FUTURE_GENERATOR_STOP;
      case "braces" -> throw error(from, "not a chance", diagnostics);
      default -> throw error(from, "future feature " + feature + " is not defined", diagnostics);
    };
  }

  private static PySyntaxError error(Stmt at, String message, Diagnostics diagnostics) {
    return diagnostics.placedLater(at.lineno(), at.column(), message);
  }
}
