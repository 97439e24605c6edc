package gradus.engine.compiler.build;

import gradus.engine.compiler.ast.Context;
import gradus.engine.compiler.ast.Expr;
import gradus.engine.compiler.ast.Handler;
import gradus.engine.compiler.ast.Stmt;
import gradus.engine.compiler.ast.WithItem;
import gradus.engine.compiler.parse.Node;
import gradus.engine.compiler.parse.NodeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements that hold others, but for definitions. */
final class CompoundStatementBuilder {
  private final AstBuilder builder;

  CompoundStatementBuilder(AstBuilder builder) {
    this.builder = builder;
  }

  Stmt build(Node node) {
    return switch (node.type()) {
      case IF_STMT -> ifStmt(node);
      case WHILE_STMT -> whileStmt(node);
      case FOR_STMT -> forStmt(node, false);
      case TRY_STMT -> tryStmt(node);
      case WITH_STMT -> withStmt(node, false);
      case ASYNC_STMT -> asyncStmt(node.child(1));
      default -> builder.definitions.build(node, List.of());
    };
  }

  private Stmt asyncStmt(Node node) {
    return switch (node.type()) {
      case FOR_STMT -> forStmt(node, true);
      case WITH_STMT -> withStmt(node, true);
      default -> builder.definitions.function(node, List.of(), true, builder.at(node));
    };
  }

  /** The suite after an {@code else} that ends a statement, if there is one. */
  private List<Stmt> elseSuite(Node node, int index) {
    return index < node.size() ? builder.suite(node.child(index)) : List.of();
  }

  private Stmt ifStmt(Node node) {
    boolean hasElse = node.size() % 4 == 3;
    int clauses = node.size() / 4;
    // CPython builds an if with elifs from the last branch to the first.
    if (clauses == 1) {
      Expr test = builder.expressions.build(node.child(1));
      List<Stmt> body = builder.suite(node.child(3));
      return new Stmt.If(builder.at(node), test, body, elseSuite(node, 6));
    }
    List<Stmt> orElse = List.of();
    for (int clause = clauses - 1; clause >= 0; clause--) {
      Expr test = builder.expressions.build(node.child(clause * 4 + 1));
      List<Stmt> body = builder.suite(node.child(clause * 4 + 3));
      if (hasElse && clause == clauses - 1) {
        orElse = builder.suite(node.childFromEnd(1));
      }
      Node place = clause == 0 ? node : node.child(clause * 4 + 1);
      orElse = List.of(new Stmt.If(builder.at(place), test, body, orElse));
    }
    return orElse.get(0);
  }

  private Stmt whileStmt(Node node) {
    Expr test = builder.expressions.build(node.child(1));
    List<Stmt> body = builder.suite(node.child(3));
    return new Stmt.While(builder.at(node), test, body, elseSuite(node, 6));
  }

  private Stmt forStmt(Node node, boolean async) {
    List<Stmt> orElse = elseSuite(node, 8);
    Expr target = builder.targets.list(node.child(1), Context.STORE);
    Expr iterable = builder.expressions.testlist(node.child(3));
    List<Stmt> body = builder.suite(node.child(5));
    return new Stmt.For(builder.at(node), target, iterable, body, orElse, async);
  }

  private Stmt withStmt(Node node, boolean async) {
    List<WithItem> items = new ArrayList<>();
    for (Node child : node.children()) {
      if (child.is(NodeType.WITH_ITEM)) {
        items.add(withItem(child));
      }
    }
    List<Stmt> body = builder.suite(node.childFromEnd(1));
    return new Stmt.With(builder.at(node), items, body, async);
  }

  private WithItem withItem(Node node) {
    Expr context = builder.expressions.build(node.child(0));
    Optional<Expr> target =
        builder
            .expressions
            .optional(node, 2)
            .map(plain -> builder.targets.mark(plain, Context.STORE, node));
    return new WithItem(context, target);
  }

  private Stmt tryStmt(Node node) {
    List<Stmt> body = builder.suite(node.child(2));
    List<Stmt> orElse = suiteAfter(node, "else");
    List<Stmt> finalBody = suiteAfter(node, "finally");
    List<Handler> handlers = new ArrayList<>();
    for (int i = 3; i < node.size(); i += 3) {
      if (node.child(i).is(NodeType.EXCEPT_CLAUSE)) {
        handlers.add(handler(node.child(i), node.child(i + 2)));
      }
    }
    return new Stmt.Try(builder.at(node), body, handlers, orElse, finalBody);
  }

  private List<Stmt> suiteAfter(Node node, String keyword) {
    for (int i = 3; i < node.size(); i += 3) {
      if (node.child(i).reads(keyword)) {
        return builder.suite(node.child(i + 2));
      }
    }
    return List.of();
  }

  private Handler handler(Node clause, Node suite) {
    Optional<String> name = Optional.empty();
    if (clause.size() == 4) {
      String id = AstBuilder.identifier(clause.child(3));
      builder.checkBindable(id, clause.child(3));
      name = Optional.of(id);
    }
    Optional<Expr> type = builder.expressions.optional(clause, 1);
    return new Handler(builder.at(clause), type, name, builder.suite(suite));
  }
}
