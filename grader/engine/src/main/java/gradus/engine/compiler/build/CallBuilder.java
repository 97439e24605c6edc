package gradus.engine.compiler.build;

import gradus.engine.compiler.ast.Context;
import gradus.engine.compiler.ast.Expr;
import gradus.engine.compiler.ast.Keyword;
import gradus.engine.compiler.ast.Slice;
import gradus.engine.compiler.parse.Node;
import gradus.engine.compiler.parse.NodeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Trailers: calls, subscripts and attributes. */
final class CallBuilder {
  private static final int MAX_ARGUMENTS = 255;

  private final AstBuilder builder;

  CallBuilder(AstBuilder builder) {
    this.builder = builder;
  }

  /** The arguments of a call. */
  record Parts(List<Expr> args, List<Keyword> keywords) {}

  Expr trailer(Node node, Expr left) {
    Node inside = node.child(1);
    return switch (node.child(0).type()) {
      case LPAR -> call(inside, left);
      case DOT -> new Expr.Attribute(left.at(), left, AstBuilder.identifier(inside), Context.LOAD);
      default -> new Expr.Subscript(left.at(), left, subscripts(inside), Context.LOAD);
    };
  }

  private Expr call(Node inside, Expr function) {
    if (inside.is(NodeType.RPAR)) {
      return new Expr.Call(function.at(), function, List.of(), List.of());
    }
    Parts parts = arguments(inside);
    return new Expr.Call(function.at(), function, parts.args(), parts.keywords());
  }

  Parts arguments(Node node) {
    checkCounts(node);
    ArgumentList list = new ArgumentList(builder);
    for (Node child : node.children()) {
      if (child.is(NodeType.ARGUMENT)) {
        list.add(child);
      }
    }
    return list.parts();
  }

  private void checkCounts(Node node) {
    int generators = 0;
    int all = 0;
    for (Node child : node.children()) {
      if (child.is(NodeType.ARGUMENT)) {
        all++;
        generators += child.size() > 1 && child.child(1).is(NodeType.COMP_FOR) ? 1 : 0;
      }
    }
    if (generators > 0 && all > 1) {
      throw builder.error(node, "Generator expression must be parenthesized if not sole argument");
    }
    if (all > MAX_ARGUMENTS) {
      throw builder.error(node, "more than 255 arguments");
    }
  }

  private Slice subscripts(Node node) {
    if (node.size() == 1) {
      return slice(node.child(0));
    }
    List<Slice> slices = new ArrayList<>();
    List<Expr> indexes = new ArrayList<>();
    for (int i = 0; i < node.size(); i += 2) {
      Slice slice = slice(node.child(i));
      slices.add(slice);
      if (slice instanceof Slice.Index index) {
        indexes.add(index.value());
      }
    }
    // Without a range among them, the indexes are one tuple.
    return indexes.size() < slices.size()
        ? new Slice.Extended(slices)
        : new Slice.Index(new Expr.TupleDisplay(builder.at(node), indexes, Context.LOAD));
  }

  private Slice slice(Node node) {
    if (node.size() == 1 && node.child(0).is(NodeType.TEST)) {
      return new Slice.Index(builder.expressions.build(node.child(0)));
    }
    int colon = node.child(0).is(NodeType.COLON) ? 0 : 1;
    Optional<Expr> lower = testAt(node, colon - 1);
    Optional<Expr> upper = testAt(node, colon + 1);
    Node last = node.childFromEnd(1);
    Optional<Expr> step = last.is(NodeType.SLICEOP) ? testAt(last, 1) : Optional.empty();
    return new Slice.Range(lower, upper, step);
  }

  private Optional<Expr> testAt(Node node, int index) {
    boolean there = index >= 0 && index < node.size() && node.child(index).is(NodeType.TEST);
    return there ? Optional.of(builder.expressions.build(node.child(index))) : Optional.empty();
  }
}
