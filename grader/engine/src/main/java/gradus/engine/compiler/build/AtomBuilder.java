package gradus.engine.compiler.build;

import gradus.engine.compiler.ast.Context;
import gradus.engine.compiler.ast.Expr;
import gradus.engine.compiler.ast.Position;
import gradus.engine.compiler.code.Constant;
import gradus.engine.compiler.parse.Node;
import gradus.engine.compiler.parse.NodeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names, literals, and what stands in brackets. */
final class AtomBuilder {
  private final AstBuilder builder;

  AtomBuilder(AstBuilder builder) {
    this.builder = builder;
  }

  Expr build(Node node) {
    Node first = node.child(0);
    Position at = builder.at(node);
    return switch (first.type()) {
      case NAME -> name(first, at);
      case STRING -> builder.strings.build(node);
      case NUMBER -> new Expr.Literal(at, NumberLiterals.parse(first.text()));
      case ELLIPSIS -> new Expr.Literal(at, Constant.ellipsis());
      case LPAR -> parenthesized(node);
      case LSQB -> list(node);
      default -> braces(node);
    };
  }

  private static Expr name(Node node, Position at) {
    String text = node.text();
    return switch (text) {
      case "None" -> new Expr.Literal(at, Constant.none());
      case "True" -> new Expr.Literal(at, Constant.of(true));
      case "False" -> new Expr.Literal(at, Constant.of(false));
      default -> new Expr.Name(at, AstBuilder.identifier(node), Context.LOAD);
    };
  }

  private Expr parenthesized(Node node) {
    Node inside = node.child(1);
    if (inside.is(NodeType.RPAR)) {
      return new Expr.TupleDisplay(builder.at(node), List.of(), Context.LOAD);
    }
    if (inside.is(NodeType.YIELD_EXPR)) {
      return builder.expressions.build(inside);
    }
    if (isComprehension(inside, 1)) {
      return builder.comprehensions.generator(inside);
    }
    return builder.expressions.testlist(inside);
  }

  private static boolean isComprehension(Node inside, int index) {
    return inside.size() > index && inside.child(index).is(NodeType.COMP_FOR);
  }

  private Expr list(Node node) {
    Node inside = node.child(1);
    Position at = builder.at(node);
    if (inside.is(NodeType.RSQB)) {
      return new Expr.ListDisplay(at, List.of(), Context.LOAD);
    }
    if (isComprehension(inside, 1)) {
      return builder.comprehensions.list(inside);
    }
    return new Expr.ListDisplay(at, builder.expressions.elements(inside), Context.LOAD);
  }

  private Expr braces(Node node) {
    Node inside = node.child(1);
    Position at = builder.at(node);
    if (inside.is(NodeType.RBRACE)) {
      return new Expr.Dict(at, List.of(), List.of());
    }
    boolean unpacks = inside.child(0).is(NodeType.DOUBLESTAR);
    if (inside.size() == 1 || inside.child(1).is(NodeType.COMMA)) {
      return new Expr.SetDisplay(at, builder.expressions.elements(inside));
    }
    if (isComprehension(inside, 1)) {
      return builder.comprehensions.set(inside, at);
    }
    if (isComprehension(inside, unpacks ? 2 : 3)) {
      if (unpacks) {
        throw builder.error(node, "dict unpacking cannot be used in dict comprehension");
      }
      return builder.comprehensions.dict(inside, at);
    }
    return dict(inside, at);
  }

  private Expr dict(Node inside, Position at) {
    List<Optional<Expr>> keys = new ArrayList<>();
    List<Expr> values = new ArrayList<>();
    int i = 0;
    while (i < inside.size()) {
      boolean unpacks = inside.child(i).is(NodeType.DOUBLESTAR);
      int value = i + (unpacks ? 1 : 2);
      keys.add(
          unpacks ? Optional.empty() : Optional.of(builder.expressions.build(inside.child(i))));
      values.add(builder.expressions.build(inside.child(value)));
      i = value + 2;
    }
    return new Expr.Dict(at, keys, values);
  }
}
