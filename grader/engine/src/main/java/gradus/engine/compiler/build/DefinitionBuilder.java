package gradus.engine.compiler.build;

import gradus.engine.compiler.ast.Arguments;
import gradus.engine.compiler.ast.Context;
import gradus.engine.compiler.ast.Expr;
import gradus.engine.compiler.ast.FunctionParts;
import gradus.engine.compiler.ast.Position;
import gradus.engine.compiler.ast.Stmt;
import gradus.engine.compiler.parse.Node;
import gradus.engine.compiler.parse.NodeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Functions, classes and their decorators. */
final class DefinitionBuilder {
  private final AstBuilder builder;

  DefinitionBuilder(AstBuilder builder) {
    this.builder = builder;
  }

  Stmt build(Node node, List<Expr> decorators) {
    return placed(node, decorators, builder.at(node));
  }

  private Stmt placed(Node node, List<Expr> decorators, Position at) {
    return switch (node.type()) {
      case FUNCDEF -> function(node, decorators, false, at);
      case ASYNC_FUNCDEF -> function(node.child(1), decorators, true, at);
      case CLASSDEF -> classDef(node, decorators, at);
      default -> placed(node.child(1), decorators(node.child(0)), at);
    };
  }

  private List<Expr> decorators(Node node) {
    List<Expr> decorators = new ArrayList<>();
    for (Node decorator : node.children()) {
      decorators.add(decorator(decorator));
    }
    return decorators;
  }

  private Expr decorator(Node node) {
    Expr name = dottedName(node.child(1));
    return switch (node.size()) {
      case 3 -> name;
      case 5 -> new Expr.Call(builder.at(node), name, List.of(), List.of());
      default -> {
        CallBuilder.Parts parts = builder.calls.arguments(node.child(3));
        yield new Expr.Call(name.at(), name, parts.args(), parts.keywords());
      }
    };
  }

  private Expr dottedName(Node node) {
    Position at = builder.at(node);
    Expr result = new Expr.Name(at, AstBuilder.identifier(node.child(0)), Context.LOAD);
    for (int i = 2; i < node.size(); i += 2) {
      String name = AstBuilder.identifier(node.child(i));
      result = new Expr.Attribute(at, result, name, Context.LOAD);
    }
    return result;
  }

  Stmt function(Node node, List<Expr> decorators, boolean async, Position at) {
    String name = AstBuilder.identifier(node.child(1));
    builder.checkBindable(name, node.child(1));
    Arguments args = builder.parameters.build(node.child(2));
    boolean annotated = node.child(3).is(NodeType.RARROW);
    Optional<Expr> returns = annotated ? builder.expressions.optional(node, 4) : Optional.empty();
    List<Stmt> body = builder.suite(node.childFromEnd(1));
    FunctionParts parts = new FunctionParts(name, args, body, decorators, returns);
    return new Stmt.FunctionDef(at, parts, async);
  }

  private Stmt classDef(Node node, List<Expr> decorators, Position at) {
    boolean hasArguments = node.child(3).is(NodeType.ARGLIST);
    CallBuilder.Parts parts =
        hasArguments
            ? builder.calls.arguments(node.child(3))
            : new CallBuilder.Parts(List.of(), List.of());
    List<Stmt> body = builder.suite(node.childFromEnd(1));
    String name = AstBuilder.identifier(node.child(1));
    builder.checkBindable(name, node.child(hasArguments ? 1 : 3));
    return new Stmt.ClassDef(at, name, parts.args(), parts.keywords(), body, decorators);
  }
}
