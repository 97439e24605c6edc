package gradus.engine.compiler.symbols;

import gradus.engine.compiler.ast.Alias;
import gradus.engine.compiler.ast.Arguments;
import gradus.engine.compiler.ast.Expr;
import gradus.engine.compiler.ast.FunctionParts;
import gradus.engine.compiler.ast.Handler;
import gradus.engine.compiler.ast.Keyword;
import gradus.engine.compiler.ast.Parameter;
import gradus.engine.compiler.ast.Stmt;
import gradus.engine.compiler.ast.WithItem;
import java.util.List;
import java.util.Optional;

/** What each statement says about names. */
final class StatementSymbols implements Stmt.Visitor {
  private final SymbolCollector collector;

  StatementSymbols(SymbolCollector collector) {
    this.collector = collector;
  }

  @Override
  public void visitFunctionDef(Stmt.FunctionDef node) {
    FunctionParts parts = node.parts();
    collector.add(parts.name(), Symbol.LOCAL);
    collector.expressions().visitDefaults(parts.args());
    visitAnnotations(parts.args(), parts.returns());
    collector.visitAll(parts.decorators());
    collector.within(
        BlockType.FUNCTION,
        node,
        node.at(),
        () -> {
          if (node.async()) {
            collector.block().markCoroutine();
          }
          collector.expressions().visitParameters(parts.args());
          collector.visitStatements(parts.body());
        });
  }

  private void visitAnnotations(Arguments args, Optional<Expr> returns) {
    args.positional().forEach(this::visitAnnotation);
    args.rest().ifPresent(this::visitAnnotation);
    args.restKeywords().ifPresent(this::visitAnnotation);
    args.keywordOnly().forEach(this::visitAnnotation);
    collector.visit(returns);
  }

  private void visitAnnotation(Parameter parameter) {
    collector.visit(parameter.annotation());
  }

  @Override
  public void visitClassDef(Stmt.ClassDef node) {
    collector.add(node.name(), Symbol.LOCAL);
    collector.visitAll(node.bases());
    node.keywords().stream().map(Keyword::value).forEach(collector::visit);
    collector.visitAll(node.decorators());
    collector.withinClass(node);
  }

  @Override
  public void visitReturn(Stmt.Return node) {
    collector.visit(node.value());
  }

  @Override
  public void visitDelete(Stmt.Delete node) {
    collector.visitAll(node.targets());
  }

  @Override
  public void visitAssign(Stmt.Assign node) {
    collector.visitAll(node.targets());
    collector.visit(node.value());
  }

  @Override
  public void visitAugAssign(Stmt.AugAssign node) {
    collector.visit(node.target());
    collector.visit(node.value());
  }

  @Override
  public void visitAnnAssign(Stmt.AnnAssign node) {
    if (node.target() instanceof Expr.Name name) {
      annotate(node, name.id());
    } else {
      collector.visit(node.target());
    }
    collector.visit(node.annotation());
    collector.visit(node.value());
  }

  private void annotate(Stmt.AnnAssign node, String name) {
    Symbol known = collector.known(name);
    if (node.simple() && known.has(Symbol.GLOBAL | Symbol.NONLOCAL)) {
      String where = known.has(Symbol.GLOBAL) ? "global" : "nonlocal";
      throw collector.error(node.at(), "annotated name '" + name + "' can't be " + where);
    }
    if (node.simple()) {
      collector.add(name, Symbol.ANNOTATED | Symbol.LOCAL);
    } else if (node.value().isPresent()) {
      collector.add(name, Symbol.LOCAL);
    }
  }

  @Override
  public void visitFor(Stmt.For node) {
    collector.visit(node.target());
    collector.visit(node.iterable());
    collector.visitStatements(node.body());
    collector.visitStatements(node.orElse());
  }

  @Override
  public void visitWhile(Stmt.While node) {
    collector.visit(node.test());
    collector.visitStatements(node.body());
    collector.visitStatements(node.orElse());
  }

  @Override
  public void visitIf(Stmt.If node) {
    collector.visit(node.test());
    collector.visitStatements(node.body());
    collector.visitStatements(node.orElse());
  }

  @Override
  public void visitWith(Stmt.With node) {
    for (WithItem item : node.items()) {
      collector.visit(item.context());
      collector.visit(item.target());
    }
    collector.visitStatements(node.body());
  }

  @Override
  public void visitRaise(Stmt.Raise node) {
    collector.visit(node.exception());
    collector.visit(node.cause());
  }

  @Override
  public void visitTry(Stmt.Try node) {
    collector.visitStatements(node.body());
    collector.visitStatements(node.orElse());
    for (Handler handler : node.handlers()) {
      collector.visit(handler.type());
      handler.name().ifPresent(name -> collector.add(name, Symbol.LOCAL));
      collector.visitStatements(handler.body());
    }
    collector.visitStatements(node.finalBody());
  }

  @Override
  public void visitAssert(Stmt.Assert node) {
    collector.visit(node.test());
    collector.visit(node.message());
  }

  @Override
  public void visitImport(Stmt.Import node) {
    node.names().forEach(this::bind);
  }

  @Override
  public void visitImportFrom(Stmt.ImportFrom node) {
    node.names().forEach(this::bind);
  }

  private void bind(Alias alias) {
    String name = alias.as().orElse(alias.name());
    if (!name.equals("*")) {
      int dot = name.indexOf('.');
      collector.add(dot < 0 ? name : name.substring(0, dot), Symbol.IMPORT);
    } else if (collector.block().type() != BlockType.MODULE) {
      throw collector.error(collector.block().at(), "import * only allowed at module level");
    }
  }

  @Override
  public void visitGlobal(Stmt.Global node) {
    declare(node, node.names(), Symbol.GLOBAL, "global");
  }

  @Override
  public void visitNonlocal(Stmt.Nonlocal node) {
    declare(node, node.names(), Symbol.NONLOCAL, "nonlocal");
  }

  private void declare(Stmt node, List<String> names, int mention, String word) {
    for (String name : names) {
      Symbol known = collector.known(name);
      if (known.has(Symbol.LOCAL | Symbol.USE | Symbol.ANNOTATED)) {
        throw collector.error(node.at(), tooLate(known, name, word));
      }
      collector.add(name, mention);
      collector.block().directives().putIfAbsent(collector.mangled(name), node.at());
    }
  }

  private static String tooLate(Symbol known, String name, String word) {
    if (known.has(Symbol.USE)) {
      return "name '" + name + "' is used prior to " + word + " declaration";
    }
    if (known.has(Symbol.ANNOTATED)) {
      return "annotated name '" + name + "' can't be " + word;
    }
    return "name '" + name + "' is assigned to before " + word + " declaration";
  }

  @Override
  public void visitExprStmt(Stmt.ExprStmt node) {
    collector.visit(node.value());
  }

  @Override
  public void visitPass(Stmt.Pass node) {}

  @Override
  public void visitBreak(Stmt.Break node) {}

  @Override
  public void visitContinue(Stmt.Continue node) {}
}
