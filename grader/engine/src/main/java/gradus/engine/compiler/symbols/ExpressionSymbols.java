package gradus.engine.compiler.symbols;

import gradus.engine.compiler.ast.Arguments;
import gradus.engine.compiler.ast.Comprehension;
import gradus.engine.compiler.ast.Context;
import gradus.engine.compiler.ast.Expr;
import gradus.engine.compiler.ast.Keyword;
import gradus.engine.compiler.ast.Parameter;
import gradus.engine.compiler.ast.Slice;
import java.util.List;

/** What each expression says about names. */
final class ExpressionSymbols implements Expr.Visitor {
  private final SymbolCollector collector;

  ExpressionSymbols(SymbolCollector collector) {
    this.collector = collector;
  }

  void visitDefaults(Arguments args) {
    collector.visitAll(args.defaults());
    args.keywordDefaults().forEach(collector::visit);
  }

  void visitParameters(Arguments args) {
    args.positional().forEach(this::addParameter);
    args.keywordOnly().forEach(this::addParameter);
    if (args.rest().isPresent()) {
      addParameter(args.rest().get());
      collector.block().markVarargs();
    }
    if (args.restKeywords().isPresent()) {
      addParameter(args.restKeywords().get());
      collector.block().markVarkeywords();
    }
  }

  private void addParameter(Parameter parameter) {
    collector.add(parameter.name(), Symbol.PARAM);
  }

  @Override
  public void visitBoolOp(Expr.BoolOp node) {
    collector.visitAll(node.values());
  }

  @Override
  public void visitBinOp(Expr.BinOp node) {
    collector.visit(node.left());
    collector.visit(node.right());
  }

  @Override
  public void visitUnaryOp(Expr.UnaryOp node) {
    collector.visit(node.operand());
  }

  @Override
  public void visitLambda(Expr.Lambda node) {
    visitDefaults(node.args());
    collector.within(
        BlockType.FUNCTION,
        node,
        node.at(),
        () -> {
          visitParameters(node.args());
          collector.visit(node.body());
        });
  }

  @Override
  public void visitIfExp(Expr.IfExp node) {
    collector.visit(node.test());
    collector.visit(node.body());
    collector.visit(node.orElse());
  }

  @Override
  public void visitDict(Expr.Dict node) {
    node.keys().forEach(collector::visit);
    collector.visitAll(node.values());
  }

  @Override
  public void visitSetDisplay(Expr.SetDisplay node) {
    collector.visitAll(node.elements());
  }

  @Override
  public void visitListComp(Expr.ListComp node) {
    visitComprehension(node, node.generators(), List.of(node.element()));
  }

  @Override
  public void visitSetComp(Expr.SetComp node) {
    visitComprehension(node, node.generators(), List.of(node.element()));
  }

  @Override
  public void visitDictComp(Expr.DictComp node) {
    visitComprehension(node, node.generators(), List.of(node.value(), node.key()));
  }

  @Override
  public void visitGeneratorExp(Expr.GeneratorExp node) {
    visitComprehension(node, node.generators(), List.of(node.element()));
  }

  private void visitComprehension(Expr node, List<Comprehension> generators, List<Expr> elements) {
    Comprehension outermost = generators.get(0);
    // The outermost iterable is worked out in the block around and handed in as a parameter.
    collector.visit(outermost.iterable());
    collector.within(
        BlockType.FUNCTION,
        node,
        node.at(),
        () -> {
          if (node instanceof Expr.GeneratorExp) {
            collector.block().markGenerator();
          }
          collector.add(".0", Symbol.PARAM);
          visitClause(outermost);
          for (Comprehension generator : generators.subList(1, generators.size())) {
            visitInnerClause(generator);
          }
          collector.visitAll(elements);
        });
  }

  private void visitClause(Comprehension generator) {
    if (generator.async()) {
      collector.block().markCoroutine();
    }
    collector.visit(generator.target());
    collector.visitAll(generator.conditions());
  }

  private void visitInnerClause(Comprehension generator) {
    collector.visit(generator.target());
    collector.visit(generator.iterable());
    collector.visitAll(generator.conditions());
    if (generator.async()) {
      collector.block().markCoroutine();
    }
  }

  @Override
  public void visitAwait(Expr.Await node) {
    collector.visit(node.value());
    collector.block().markCoroutine();
  }

  @Override
  public void visitYield(Expr.Yield node) {
    collector.visit(node.value());
    collector.block().markGenerator();
  }

  @Override
  public void visitYieldFrom(Expr.YieldFrom node) {
    collector.visit(node.value());
    collector.block().markGenerator();
  }

  @Override
  public void visitCompare(Expr.Compare node) {
    collector.visit(node.left());
    collector.visitAll(node.comparators());
  }

  @Override
  public void visitCall(Expr.Call node) {
    collector.visit(node.function());
    collector.visitAll(node.args());
    node.keywords().stream().map(Keyword::value).forEach(collector::visit);
  }

  @Override
  public void visitLiteral(Expr.Literal node) {}

  @Override
  public void visitStrLiteral(Expr.StrLiteral node) {}

  @Override
  public void visitFormattedValue(Expr.FormattedValue node) {
    collector.visit(node.value());
    collector.visit(node.formatSpec());
  }

  @Override
  public void visitJoinedStr(Expr.JoinedStr node) {
    collector.visitAll(node.values());
  }

  @Override
  public void visitAttribute(Expr.Attribute node) {
    collector.visit(node.value());
  }

  @Override
  public void visitSubscript(Expr.Subscript node) {
    collector.visit(node.value());
    visit(node.slice());
  }

  private void visit(Slice slice) {
    if (slice instanceof Slice.Index index) {
      collector.visit(index.value());
    } else if (slice instanceof Slice.Range range) {
      collector.visit(range.lower());
      collector.visit(range.upper());
      collector.visit(range.step());
    } else if (slice instanceof Slice.Extended extended) {
      extended.dimensions().forEach(this::visit);
    }
  }

  @Override
  public void visitStarred(Expr.Starred node) {
    collector.visit(node.value());
  }

  @Override
  public void visitName(Expr.Name node) {
    boolean loads = node.context() == Context.LOAD;
    collector.add(node.id(), loads ? Symbol.USE : Symbol.LOCAL);
    // A super() without arguments finds its class in a cell of this name.
    if (loads && collector.block().type() == BlockType.FUNCTION && node.id().equals("super")) {
      collector.add("__class__", Symbol.USE);
    }
  }

  @Override
  public void visitListDisplay(Expr.ListDisplay node) {
    collector.visitAll(node.elements());
  }

  @Override
  public void visitTupleDisplay(Expr.TupleDisplay node) {
    collector.visitAll(node.elements());
  }
}
