package gradus.engine.compiler.build;

import gradus.engine.compiler.ast.Arguments;
import gradus.engine.compiler.ast.BinaryOperator;
import gradus.engine.compiler.ast.BoolOperator;
import gradus.engine.compiler.ast.CompareOperator;
import gradus.engine.compiler.ast.Context;
import gradus.engine.compiler.ast.Expr;
import gradus.engine.compiler.ast.UnaryOperator;
import gradus.engine.compiler.parse.Node;
import gradus.engine.compiler.parse.NodeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Expressions down to powers and trailers. */
final class ExpressionBuilder {
  private final AstBuilder builder;

  ExpressionBuilder(AstBuilder builder) {
    this.builder = builder;
  }

  Expr build(Node start) {
    Node node = start;
    while (node.size() == 1 && isPassedThrough(node.type())) {
      node = node.child(0);
    }
    return switch (node.type()) {
      case TEST, TEST_NOCOND -> conditional(node);
      case LAMBDEF, LAMBDEF_NOCOND -> lambda(node);
      case OR_TEST -> boolOp(node, BoolOperator.OR);
      case AND_TEST -> boolOp(node, BoolOperator.AND);
      case NOT_TEST -> new Expr.UnaryOp(builder.at(node), UnaryOperator.NOT, build(node.child(1)));
      case COMPARISON -> comparison(node);
      case STAR_EXPR -> new Expr.Starred(builder.at(node), build(node.child(1)), Context.LOAD);
      case EXPR, XOR_EXPR, AND_EXPR, SHIFT_EXPR, ARITH_EXPR, TERM -> binary(node);
      case YIELD_EXPR -> yieldExpr(node);
      case FACTOR -> factor(node);
      case POWER -> power(node);
      case ATOM_EXPR -> atomExpr(node);
      case ATOM -> builder.atoms.build(node);
      default -> throw new IllegalStateException("no expression: " + node.type());
    };
  }

  private static boolean isPassedThrough(NodeType type) {
    return switch (type) {
      case TEST,
          TEST_NOCOND,
          OR_TEST,
          AND_TEST,
          NOT_TEST,
          COMPARISON,
          EXPR,
          XOR_EXPR,
          AND_EXPR,
          SHIFT_EXPR,
          ARITH_EXPR,
          TERM,
          FACTOR,
          POWER,
          ATOM_EXPR ->
          true;
      default -> false;
    };
  }

  Optional<Expr> optional(Node node, int index) {
    return index < node.size() ? Optional.of(build(node.child(index))) : Optional.empty();
  }

  /** One expression, or the tuple of several. */
  Expr testlist(Node node) {
    if (node.size() == 1) {
      return build(node.child(0));
    }
    return new Expr.TupleDisplay(builder.at(node), elements(node), Context.LOAD);
  }

  /** The expressions between commas. */
  List<Expr> elements(Node node) {
    List<Expr> elements = new ArrayList<>();
    for (int i = 0; i < node.size(); i += 2) {
      elements.add(build(node.child(i)));
    }
    return elements;
  }

  private Expr conditional(Node node) {
    Expr body = build(node.child(0));
    Expr test = build(node.child(2));
    return new Expr.IfExp(builder.at(node), test, body, build(node.child(4)));
  }

  private Expr lambda(Node node) {
    boolean bare = node.size() == 3;
    Arguments args = bare ? Arguments.NONE : builder.parameters.build(node.child(1));
    return new Expr.Lambda(builder.at(node), args, build(node.child(bare ? 2 : 3)));
  }

  private Expr boolOp(Node node, BoolOperator operator) {
    return new Expr.BoolOp(builder.at(node), operator, elements(node));
  }

  private Expr comparison(Node node) {
    List<CompareOperator> operators = new ArrayList<>();
    List<Expr> comparators = new ArrayList<>();
    for (int i = 1; i < node.size(); i += 2) {
      operators.add(compareOperator(node.child(i)));
      comparators.add(build(node.child(i + 1)));
    }
    Expr left = build(node.child(0));
    return new Expr.Compare(builder.at(node), left, operators, comparators);
  }

  private static CompareOperator compareOperator(Node node) {
    Node first = node.child(0);
    return switch (first.type()) {
      case LESS -> CompareOperator.LESS;
      case GREATER -> CompareOperator.GREATER;
      case EQEQUAL -> CompareOperator.EQUAL;
      case LESSEQUAL -> CompareOperator.LESS_EQUAL;
      case GREATEREQUAL -> CompareOperator.GREATER_EQUAL;
      case NOTEQUAL -> CompareOperator.NOT_EQUAL;
      default -> {
        if (node.size() == 2) {
          yield first.reads("not") ? CompareOperator.NOT_IN : CompareOperator.IS_NOT;
        }
        yield first.reads("in") ? CompareOperator.IN : CompareOperator.IS;
      }
    };
  }

  private Expr binary(Node node) {
    Expr left = build(node.child(0));
    Expr right = build(node.child(2));
    BinaryOperator operator = operator(node.child(1));
    Expr result = new Expr.BinOp(builder.at(node), left, operator, right);
    // From the second operator on, CPython 3.6 places the operation at its operator.
    for (int i = 3; i < node.size(); i += 2) {
      Node sign = node.child(i);
      Expr next = build(node.child(i + 1));
      result = new Expr.BinOp(builder.at(sign), result, operator(sign), next);
    }
    return result;
  }

  static BinaryOperator operator(Node sign) {
    return switch (sign.type()) {
      case VBAR, VBAREQUAL -> BinaryOperator.OR;
      case CIRCUMFLEX, CIRCUMFLEXEQUAL -> BinaryOperator.XOR;
      case AMPER, AMPEREQUAL -> BinaryOperator.AND;
      case LEFTSHIFT, LEFTSHIFTEQUAL -> BinaryOperator.LEFT_SHIFT;
      case RIGHTSHIFT, RIGHTSHIFTEQUAL -> BinaryOperator.RIGHT_SHIFT;
      case PLUS, PLUSEQUAL -> BinaryOperator.ADD;
      case MINUS, MINEQUAL -> BinaryOperator.SUBTRACT;
      case STAR, STAREQUAL -> BinaryOperator.MULTIPLY;
      case AT, ATEQUAL -> BinaryOperator.MATRIX_MULTIPLY;
      case SLASH, SLASHEQUAL -> BinaryOperator.DIVIDE;
      case DOUBLESLASH, DOUBLESLASHEQUAL -> BinaryOperator.FLOOR_DIVIDE;
      case PERCENT, PERCENTEQUAL -> BinaryOperator.MODULO;
      case DOUBLESTAREQUAL -> BinaryOperator.POWER;
      default -> throw new IllegalStateException("no operator: " + sign.type());
    };
  }

  private Expr yieldExpr(Node node) {
    if (node.size() == 1) {
      return new Expr.Yield(builder.at(node), Optional.empty());
    }
    Node argument = node.child(1);
    if (argument.size() == 2) {
      return new Expr.YieldFrom(builder.at(node), build(argument.child(1)));
    }
    return new Expr.Yield(builder.at(node), Optional.of(testlist(argument.child(0))));
  }

  private Expr factor(Node node) {
    Expr operand = build(node.child(1));
    UnaryOperator operator =
        switch (node.child(0).type()) {
          case PLUS -> UnaryOperator.PLUS;
          case MINUS -> UnaryOperator.MINUS;
          default -> UnaryOperator.INVERT;
        };
    return new Expr.UnaryOp(builder.at(node), operator, operand);
  }

  private Expr power(Node node) {
    Expr base = build(node.child(0));
    Expr exponent = build(node.child(2));
    return new Expr.BinOp(builder.at(node), base, BinaryOperator.POWER, exponent);
  }

  private Expr atomExpr(Node node) {
    int first = node.child(0).is(NodeType.AWAIT) ? 1 : 0;
    Expr result = builder.atoms.build(node.child(first));
    for (int i = first + 1; i < node.size(); i++) {
      result = builder.calls.trailer(node.child(i), result);
    }
    return first == 1 ? new Expr.Await(builder.at(node), result) : result;
  }
}
