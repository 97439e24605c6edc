package gradus.engine.compiler.emit;

import gradus.engine.compiler.assemble.BasicBlock;
import gradus.engine.compiler.ast.Context;
import gradus.engine.compiler.ast.Expr;
import gradus.engine.compiler.ast.Stmt;
import gradus.engine.compiler.code.Opcode;
import java.util.List;

/** Statements: the small ones here, the others in classes of their own. */
final class StatementCode implements Stmt.Visitor {
  private final CodeGenerator generator;

  StatementCode(CodeGenerator generator) {
    this.generator = generator;
  }

  /** The body of a module or class, its docstring and annotations seen to. */
  void body(List<Stmt> statements) {
    if (generator.unit().type == ScopeType.MODULE && !statements.isEmpty()) {
      generator.unit().setFirstLine(statements.get(0).lineno());
    }
    if (Annotations.areIn(statements)) {
      generator.op(Opcode.SETUP_ANNOTATIONS);
    }
    int first = 0;
    if (hasDocstring(statements) && generator.optimize() < 2) {
      generator.visit(((Stmt.ExprStmt) statements.get(0)).value());
      generator.name("__doc__", Context.STORE);
      first = 1;
    }
    generator.visitStatements(statements.subList(first, statements.size()));
  }

  static boolean hasDocstring(List<Stmt> statements) {
    return !statements.isEmpty()
        && statements.get(0) instanceof Stmt.ExprStmt expression
        && expression.value() instanceof Expr.StrLiteral;
  }

  @Override
  public void visitFunctionDef(Stmt.FunctionDef node) {
    generator.functions.define(node);
  }

  @Override
  public void visitClassDef(Stmt.ClassDef node) {
    generator.classes.define(node);
  }

  @Override
  public void visitReturn(Stmt.Return node) {
    Unit unit = generator.unit();
    if (!unit.isFunction()) {
      throw generator.error("'return' outside function");
    }
    if (node.value().isPresent()) {
      if (unit.symbols.isCoroutine() && unit.symbols.isGenerator()) {
        throw generator.error("'return' with value in async generator");
      }
      generator.visit(node.value().get());
    } else {
      generator.loadNone();
    }
    generator.op(Opcode.RETURN_VALUE);
  }

  @Override
  public void visitDelete(Stmt.Delete node) {
    generator.visitAll(node.targets());
  }

  @Override
  public void visitAssign(Stmt.Assign node) {
    generator.visit(node.value());
    int last = node.targets().size() - 1;
    for (int i = 0; i <= last; i++) {
      if (i < last) {
        generator.op(Opcode.DUP_TOP);
      }
      generator.visit(node.targets().get(i));
    }
  }

  @Override
  public void visitAugAssign(Stmt.AugAssign node) {
    generator.assignments.augmented(node);
  }

  @Override
  public void visitAnnAssign(Stmt.AnnAssign node) {
    generator.assignments.annotated(node);
  }

  @Override
  public void visitFor(Stmt.For node) {
    if (node.async()) {
      generator.loops.asyncFor(node);
    } else {
      generator.loops.forLoop(node);
    }
  }

  @Override
  public void visitWhile(Stmt.While node) {
    generator.loops.whileLoop(node);
  }

  @Override
  public void visitIf(Stmt.If node) {
    BasicBlock end = new BasicBlock();
    switch (Truth.of(node.test(), generator.optimize())) {
      case NEVER -> generator.visitStatements(node.orElse());
      case ALWAYS -> generator.visitStatements(node.body());
      case UNKNOWN -> branch(node, end);
    }
    generator.use(end);
  }

  private void branch(Stmt.If node, BasicBlock end) {
    boolean hasElse = !node.orElse().isEmpty();
    BasicBlock next = hasElse ? new BasicBlock() : end;
    generator.visit(node.test());
    generator.jump(Opcode.POP_JUMP_IF_FALSE, next);
    generator.visitStatements(node.body());
    if (hasElse) {
      generator.jump(Opcode.JUMP_FORWARD, end);
      generator.use(next);
      generator.visitStatements(node.orElse());
    }
  }

  @Override
  public void visitWith(Stmt.With node) {
    generator.withs.with(node);
  }

  @Override
  public void visitRaise(Stmt.Raise node) {
    int count = 0;
    if (node.exception().isPresent()) {
      generator.visit(node.exception().get());
      count++;
    }
    if (node.cause().isPresent()) {
      generator.visit(node.cause().get());
      count++;
    }
    generator.op(Opcode.RAISE_VARARGS, count);
  }

  @Override
  public void visitTry(Stmt.Try node) {
    generator.tries.attempt(node);
  }

  @Override
  public void visitAssert(Stmt.Assert node) {
    if (generator.optimize() > 0) {
      return;
    }
    generator.visit(node.test());
    BasicBlock end = new BasicBlock();
    generator.jump(Opcode.POP_JUMP_IF_TRUE, end);
    generator.loadGlobal("AssertionError");
    if (node.message().isPresent()) {
      generator.visit(node.message().get());
      generator.op(Opcode.CALL_FUNCTION, 1);
    }
    generator.op(Opcode.RAISE_VARARGS, 1);
    generator.use(end);
  }

  @Override
  public void visitImport(Stmt.Import node) {
    generator.imports.modules(node);
  }

  @Override
  public void visitImportFrom(Stmt.ImportFrom node) {
    generator.imports.from(node);
  }

  @Override
  public void visitGlobal(Stmt.Global node) {}

  @Override
  public void visitNonlocal(Stmt.Nonlocal node) {}

  @Override
  public void visitExprStmt(Stmt.ExprStmt node) {
    if (generator.printsValues()) {
      generator.visit(node.value());
      generator.op(Opcode.PRINT_EXPR);
    } else if (!isConstant(node.value())) {
      generator.visit(node.value());
      generator.op(Opcode.POP_TOP);
    }
  }

  private static boolean isConstant(Expr expression) {
    return expression instanceof Expr.Literal || expression instanceof Expr.StrLiteral;
  }

  @Override
  public void visitPass(Stmt.Pass node) {}

  @Override
  public void visitBreak(Stmt.Break node) {
    generator.loops.leave();
  }

  @Override
  public void visitContinue(Stmt.Continue node) {
    generator.loops.goOn();
  }
}
