package gradus.engine.compiler.build;

import gradus.engine.compiler.ast.Context;
import gradus.engine.compiler.ast.Expr;
import gradus.engine.compiler.ast.Position;
import gradus.engine.compiler.ast.Stmt;
import gradus.engine.compiler.parse.Node;
import gradus.engine.compiler.parse.NodeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements of one line. */
final class SimpleStatementBuilder {
  private final AstBuilder builder;

  SimpleStatementBuilder(AstBuilder builder) {
    this.builder = builder;
  }

  Stmt build(Node node) {
    Position at = builder.at(node);
    return switch (node.type()) {
      case EXPR_STMT -> exprStmt(node);
      case DEL_STMT -> new Stmt.Delete(at, builder.targets.each(node.child(1), Context.DELETE));
      case PASS_STMT -> new Stmt.Pass(at);
      case FLOW_STMT -> flow(node.child(0), at);
      case IMPORT_STMT -> builder.imports.build(node.child(0), at);
      case GLOBAL_STMT -> new Stmt.Global(at, names(node));
      case NONLOCAL_STMT -> new Stmt.Nonlocal(at, names(node));
      default -> assertion(node);
    };
  }

  private static List<String> names(Node node) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i < node.size(); i += 2) {
      names.add(AstBuilder.identifier(node.child(i)));
    }
    return names;
  }

  private Stmt assertion(Node node) {
    Expr test = builder.expressions.build(node.child(1));
    return new Stmt.Assert(builder.at(node), test, builder.expressions.optional(node, 3));
  }

  private Stmt flow(Node node, Position at) {
    return switch (node.type()) {
      case BREAK_STMT -> new Stmt.Break(at);
      case CONTINUE_STMT -> new Stmt.Continue(at);
      case YIELD_STMT -> new Stmt.ExprStmt(at, builder.expressions.build(node.child(0)));
      case RETURN_STMT -> {
        boolean bare = node.size() == 1;
        yield new Stmt.Return(
            at, bare ? Optional.empty() : Optional.of(builder.expressions.testlist(node.child(1))));
      }
      default -> {
        Optional<Expr> exception = builder.expressions.optional(node, 1);
        yield new Stmt.Raise(at, exception, builder.expressions.optional(node, 3));
      }
    };
  }

  private Stmt exprStmt(Node node) {
    if (node.size() == 1) {
      return new Stmt.ExprStmt(builder.at(node), builder.expressions.testlist(node.child(0)));
    }
    return switch (node.child(1).type()) {
      case AUGASSIGN -> augmented(node);
      case ANNASSIGN -> annotated(node);
      default -> assignment(node);
    };
  }

  private Expr value(Node node) {
    return node.is(NodeType.YIELD_EXPR)
        ? builder.expressions.build(node)
        : builder.expressions.testlist(node);
  }

  private Stmt augmented(Node node) {
    Node left = node.child(0);
    Expr plain = builder.expressions.testlist(left);
    Expr target = builder.targets.mark(plain, Context.STORE, left);
    if (!isSingleTarget(target)) {
      throw builder.error(left, "illegal expression for augmented assignment");
    }
    Expr value = value(node.child(2));
    var operator = ExpressionBuilder.operator(node.child(1).child(0));
    return new Stmt.AugAssign(builder.at(node), target, operator, value);
  }

  private static boolean isSingleTarget(Expr expr) {
    return expr instanceof Expr.Name
        || expr instanceof Expr.Attribute
        || expr instanceof Expr.Subscript;
  }

  private Stmt annotated(Node node) {
    Node left = node.child(0);
    Expr plain = builder.expressions.testlist(left);
    if (!isSingleTarget(plain)) {
      throw builder.error(left, whyNotAnnotated(plain));
    }
    Expr target = builder.targets.mark(plain, Context.STORE, node);
    boolean simple = target instanceof Expr.Name && !isParenthesized(left);
    Node annotation = node.child(1);
    Expr type = builder.expressions.build(annotation.child(1));
    Optional<Expr> value = builder.expressions.optional(annotation, 3);
    return new Stmt.AnnAssign(builder.at(node), target, type, value, simple);
  }

  private static String whyNotAnnotated(Expr target) {
    if (target instanceof Expr.ListDisplay) {
      return "only single target (not list) can be annotated";
    }
    return target instanceof Expr.TupleDisplay
        ? "only single target (not tuple) can be annotated"
        : "illegal target for annotation";
  }

  private static boolean isParenthesized(Node left) {
    Node deep = left;
    while (deep.size() == 1) {
      deep = deep.child(0);
    }
    return deep.size() > 0 && deep.child(0).is(NodeType.LPAR);
  }

  private Stmt assignment(Node node) {
    List<Expr> targets = new ArrayList<>();
    for (int i = 0; i < node.size() - 2; i += 2) {
      Node left = node.child(i);
      if (left.is(NodeType.YIELD_EXPR)) {
        throw builder.error(left, "assignment to yield expression not possible");
      }
      Expr plain = builder.expressions.testlist(left);
      targets.add(builder.targets.mark(plain, Context.STORE, left));
    }
    return new Stmt.Assign(builder.at(node), targets, value(node.childFromEnd(1)));
  }
}
