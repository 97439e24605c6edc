package gradus.engine.compiler.build;

import gradus.engine.compiler.ast.Context;
import gradus.engine.compiler.ast.Expr;
import gradus.engine.compiler.ast.Keyword;
import gradus.engine.compiler.parse.Node;
import gradus.engine.compiler.parse.NodeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects a call's arguments and keeps watch over their order. */
final class ArgumentList {
  private final AstBuilder builder;
  private final List<Expr> args = new ArrayList<>();
  private final List<Keyword> keywords = new ArrayList<>();
  private boolean mappingUnpacked;

  ArgumentList(AstBuilder builder) {
    this.builder = builder;
  }

  CallBuilder.Parts parts() {
    return new CallBuilder.Parts(args, keywords);
  }

  void add(Node argument) {
    Node first = argument.child(0);
    if (argument.size() == 1) {
      addPositional(first);
    } else if (first.is(NodeType.STAR)) {
      addUnpacked(first, argument.child(1));
    } else if (first.is(NodeType.DOUBLESTAR)) {
      Expr mapping = builder.expressions.build(argument.child(1));
      keywords.add(new Keyword(Optional.empty(), mapping));
      mappingUnpacked = true;
    } else if (argument.child(1).is(NodeType.COMP_FOR)) {
      args.add(builder.comprehensions.generator(argument));
    } else {
      addKeyword(argument, first);
    }
  }

  private void addPositional(Node node) {
    if (!keywords.isEmpty()) {
      String what = mappingUnpacked ? "keyword argument unpacking" : "keyword argument";
      throw builder.error(node, "positional argument follows " + what);
    }
    args.add(builder.expressions.build(node));
  }

  private void addUnpacked(Node star, Node value) {
    if (mappingUnpacked) {
      throw builder.error(star, "iterable argument unpacking follows keyword argument unpacking");
    }
    Expr iterable = builder.expressions.build(value);
    args.add(new Expr.Starred(builder.at(star), iterable, Context.LOAD));
  }

  private void addKeyword(Node argument, Node nameNode) {
    Expr target = builder.expressions.build(nameNode);
    if (target instanceof Expr.Lambda) {
      throw builder.error(nameNode, "lambda cannot contain assignment");
    }
    if (!(target instanceof Expr.Name name)) {
      throw builder.error(nameNode, "keyword can't be an expression");
    }
    builder.checkNotKeyword(name.id(), argument);
    Optional<String> key = Optional.of(name.id());
    if (keywords.stream().anyMatch(keyword -> keyword.name().equals(key))) {
      throw builder.error(nameNode, "keyword argument repeated");
    }
    keywords.add(new Keyword(key, builder.expressions.build(argument.child(2))));
  }
}
