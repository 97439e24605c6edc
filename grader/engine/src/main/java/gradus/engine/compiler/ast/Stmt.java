package gradus.engine.compiler.ast;

import java.util.List;
import java.util.Optional;

/** A statement (Parser/Python.asdl), with the line and column CPython 3.6 gives it. */
public sealed interface Stmt {

  Position at();

  void accept(Visitor visitor);

  default int lineno() {
    return at().lineno();
  }

  default int column() {
    return at().column();
  }

  /** What to do with each kind of statement. */
  interface Visitor {
    void visitFunctionDef(FunctionDef node);

    void visitClassDef(ClassDef node);

    void visitReturn(Return node);

    void visitDelete(Delete node);

    void visitAssign(Assign node);

    void visitAugAssign(AugAssign node);

    void visitAnnAssign(AnnAssign node);

    void visitFor(For node);

    void visitWhile(While node);

    void visitIf(If node);

    void visitWith(With node);

    void visitRaise(Raise node);

    void visitTry(Try node);

    void visitAssert(Assert node);

    void visitImport(Import node);

    void visitImportFrom(ImportFrom node);

    void visitGlobal(Global node);

    void visitNonlocal(Nonlocal node);

    void visitExprStmt(ExprStmt node);

    void visitPass(Pass node);

    void visitBreak(Break node);

    void visitContinue(Continue node);
  }

  /** {@code def} and {@code async def}. */
  record FunctionDef(Position at, FunctionParts parts, boolean async) implements Stmt {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitFunctionDef(this);
    }
  }

  /** {@code class}. */
  record ClassDef(
      Position at,
      String name,
      List<Expr> bases,
      List<Keyword> keywords,
      List<Stmt> body,
      List<Expr> decorators)
      implements Stmt {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitClassDef(this);
    }
  }

  /** {@code return}. */
  record Return(Position at, Optional<Expr> value) implements Stmt {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitReturn(this);
    }
  }

  /** {@code del}. */
  record Delete(Position at, List<Expr> targets) implements Stmt {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitDelete(this);
    }
  }

  /** {@code a = b = c}. */
  record Assign(Position at, List<Expr> targets, Expr value) implements Stmt {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitAssign(this);
    }
  }

  /** {@code a += b}. */
  record AugAssign(Position at, Expr target, BinaryOperator op, Expr value) implements Stmt {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitAugAssign(this);
    }
  }

  /** {@code a: b = c}; simple if the target is a bare name. */
  record AnnAssign(Position at, Expr target, Expr annotation, Optional<Expr> value, boolean simple)
      implements Stmt {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitAnnAssign(this);
    }
  }

  /** {@code for} and {@code async for}. */
  record For(
      Position at, Expr target, Expr iterable, List<Stmt> body, List<Stmt> orElse, boolean async)
      implements Stmt {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitFor(this);
    }
  }

  /** {@code while}. */
  record While(Position at, Expr test, List<Stmt> body, List<Stmt> orElse) implements Stmt {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitWhile(this);
    }
  }

  /** {@code if}; an elif is an If alone in the other's orElse. */
  record If(Position at, Expr test, List<Stmt> body, List<Stmt> orElse) implements Stmt {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitIf(this);
    }
  }

  /** {@code with} and {@code async with}. */
  record With(Position at, List<WithItem> items, List<Stmt> body, boolean async) implements Stmt {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitWith(this);
    }
  }

  /** {@code raise}. */
  record Raise(Position at, Optional<Expr> exception, Optional<Expr> cause) implements Stmt {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitRaise(this);
    }
  }

  /** {@code try}. */
  record Try(
      Position at, List<Stmt> body, List<Handler> handlers, List<Stmt> orElse, List<Stmt> finalBody)
      implements Stmt {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitTry(this);
    }
  }

  /** {@code assert}. */
  record Assert(Position at, Expr test, Optional<Expr> message) implements Stmt {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitAssert(this);
    }
  }

  /** {@code import a.b as c}. */
  record Import(Position at, List<Alias> names) implements Stmt {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitImport(this);
    }
  }

  /** {@code from .a import b}; the level counts the dots. */
  record ImportFrom(Position at, Optional<String> module, List<Alias> names, int level)
      implements Stmt {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitImportFrom(this);
    }
  }

  /** {@code global}. */
  record Global(Position at, List<String> names) implements Stmt {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitGlobal(this);
    }
  }

  /** {@code nonlocal}. */
  record Nonlocal(Position at, List<String> names) implements Stmt {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitNonlocal(this);
    }
  }

  /** An expression as a statement. */
  record ExprStmt(Position at, Expr value) implements Stmt {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitExprStmt(this);
    }
  }

  /** {@code pass}. */
  record Pass(Position at) implements Stmt {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitPass(this);
    }
  }

  /** {@code break}. */
  record Break(Position at) implements Stmt {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitBreak(this);
    }
  }

  /** {@code continue}. */
  record Continue(Position at) implements Stmt {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitContinue(this);
    }
  }
}
