package gradus.engine.compiler.emit;

import gradus.engine.compiler.ast.Expr;

/** What is known of a condition before the program runs. */
enum Truth {
  NEVER,
  ALWAYS,
  UNKNOWN;

  static Truth of(Expr test, int optimize) {
    if (test instanceof Expr.StrLiteral text) {
      return of(text.value().isTrue());
    }
    if (test instanceof Expr.Name name && name.id().equals("__debug__")) {
      return of(optimize == 0);
    }
    return test instanceof Expr.Literal literal ? of(literal.value().isTrue()) : UNKNOWN;
  }

  private static Truth of(boolean truth) {
    return truth ? ALWAYS : NEVER;
  }
}
