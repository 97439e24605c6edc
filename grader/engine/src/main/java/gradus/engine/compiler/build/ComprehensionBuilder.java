package gradus.engine.compiler.build;

import gradus.engine.compiler.ast.Comprehension;
import gradus.engine.compiler.ast.Context;
import gradus.engine.compiler.ast.Expr;
import gradus.engine.compiler.ast.Position;
import gradus.engine.compiler.parse.Node;
import gradus.engine.compiler.parse.NodeType;
import java.util.ArrayList;
import java.util.List;

/** Comprehensions and generator expressions. */
final class ComprehensionBuilder {
  private final AstBuilder builder;

  ComprehensionBuilder(AstBuilder builder) {
    this.builder = builder;
  }

  Expr generator(Node node) {
    return new Expr.GeneratorExp(builder.at(node), element(node), clauses(node.child(1)));
  }

  Expr list(Node node) {
    return new Expr.ListComp(builder.at(node), element(node), clauses(node.child(1)));
  }

  Expr set(Node node, Position at) {
    return new Expr.SetComp(at, element(node), clauses(node.child(1)));
  }

  Expr dict(Node node, Position at) {
    Expr key = builder.expressions.build(node.child(0));
    Expr value = builder.expressions.build(node.child(2));
    return new Expr.DictComp(at, key, value, clauses(node.child(3)));
  }

  private Expr element(Node node) {
    Expr element = builder.expressions.build(node.child(0));
    if (element instanceof Expr.Starred) {
      throw builder.error(node.child(0), "iterable unpacking cannot be used in comprehension");
    }
    return element;
  }

  private List<Comprehension> clauses(Node compFor) {
    List<Comprehension> clauses = new ArrayList<>();
    Node node = compFor;
    while (node.is(NodeType.COMP_FOR)) {
      int async = node.child(0).is(NodeType.ASYNC) ? 1 : 0;
      Expr target = builder.targets.list(node.child(1 + async), Context.STORE);
      Expr iterable = builder.expressions.build(node.child(3 + async));
      List<Expr> conditions = new ArrayList<>();
      node = conditions(node, 4 + async, conditions);
      clauses.add(new Comprehension(target, iterable, conditions, async == 1));
    }
    return clauses;
  }

  /** Collects the conditions after a clause; returns the next clause, or a node that is none. */
  private Node conditions(Node clause, int index, List<Expr> conditions) {
    if (index >= clause.size()) {
      return clause.child(0);
    }
    Node next = clause.child(index).child(0);
    while (next.is(NodeType.COMP_IF)) {
      conditions.add(builder.expressions.build(next.child(1)));
      next = next.size() == 3 ? next.child(2).child(0) : next.child(0);
    }
    return next;
  }
}
