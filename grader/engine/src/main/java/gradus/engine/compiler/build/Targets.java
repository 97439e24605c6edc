package gradus.engine.compiler.build;

import gradus.engine.compiler.ast.Context;
import gradus.engine.compiler.ast.Expr;
import gradus.engine.compiler.code.Constant;
import gradus.engine.compiler.parse.Node;
import java.util.ArrayList;
import java.util.List;

/** Turns expressions into what is assigned to or deleted, where they can be that. */
final class Targets {
  private final AstBuilder builder;

  Targets(AstBuilder builder) {
    this.builder = builder;
  }

  /** The target in an exprlist: an expression, or the tuple of those between commas. */
  Expr list(Node node, Context context) {
    List<Expr> elements = each(node, context);
    Expr first = elements.get(0);
    return node.size() == 1 ? first : new Expr.TupleDisplay(first.at(), elements, context);
  }

  List<Expr> each(Node node, Context context) {
    List<Expr> elements = new ArrayList<>();
    for (int i = 0; i < node.size(); i += 2) {
      Node child = node.child(i);
      elements.add(mark(builder.expressions.build(child), context, child));
    }
    return elements;
  }

  /** The expression with another context; an error is placed at the node. */
  Expr mark(Expr expr, Context context, Node node) {
    if (expr instanceof Expr.Name name) {
      if (context == Context.STORE) {
        builder.checkBindable(name.id(), node);
      }
      return new Expr.Name(name.at(), name.id(), context);
    }
    if (expr instanceof Expr.Attribute attribute) {
      if (context == Context.STORE) {
        builder.checkNotKeyword(attribute.name(), node);
      }
      return new Expr.Attribute(attribute.at(), attribute.value(), attribute.name(), context);
    }
    if (expr instanceof Expr.Subscript subscript) {
      return new Expr.Subscript(subscript.at(), subscript.value(), subscript.slice(), context);
    }
    if (expr instanceof Expr.Starred starred) {
      return new Expr.Starred(starred.at(), mark(starred.value(), context, node), context);
    }
    if (expr instanceof Expr.ListDisplay list) {
      return new Expr.ListDisplay(list.at(), markAll(list.elements(), context, node), context);
    }
    if (expr instanceof Expr.TupleDisplay tuple) {
      return new Expr.TupleDisplay(tuple.at(), markAll(tuple.elements(), context, node), context);
    }
    String action = context == Context.STORE ? "assign to" : "delete";
    throw builder.error(node, "can't " + action + " " + describe(expr));
  }

  private List<Expr> markAll(List<Expr> elements, Context context, Node node) {
    return elements.stream().map(element -> mark(element, context, node)).toList();
  }

  private static String describe(Expr expr) {
    if (expr instanceof Expr.Literal literal) {
      return describe(literal.value());
    }
    if (expr instanceof Expr.BoolOp || expr instanceof Expr.BinOp || expr instanceof Expr.UnaryOp) {
      return "operator";
    }
    if (expr instanceof Expr.Yield || expr instanceof Expr.YieldFrom) {
      return "yield expression";
    }
    return describeRest(expr);
  }

  private static String describe(Constant literal) {
    if (literal instanceof Constant.Ellipsis) {
      return "Ellipsis";
    }
    boolean keyword = literal instanceof Constant.None || literal instanceof Constant.Bool;
    return keyword ? "keyword" : "literal";
  }

  private static String describeRest(Expr expr) {
    if (expr instanceof Expr.Lambda) {
      return "lambda";
    }
    if (expr instanceof Expr.Call) {
      return "function call";
    }
    if (expr instanceof Expr.Await) {
      return "await expression";
    }
    if (expr instanceof Expr.Compare) {
      return "comparison";
    }
    if (expr instanceof Expr.IfExp) {
      return "conditional expression";
    }
    return describeComprehension(expr);
  }

  private static String describeComprehension(Expr expr) {
    if (expr instanceof Expr.GeneratorExp) {
      return "generator expression";
    }
    if (expr instanceof Expr.ListComp) {
      return "list comprehension";
    }
    if (expr instanceof Expr.SetComp) {
      return "set comprehension";
    }
    return expr instanceof Expr.DictComp ? "dict comprehension" : "literal";
  }
}
