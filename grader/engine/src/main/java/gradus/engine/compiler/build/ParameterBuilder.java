package gradus.engine.compiler.build;

import gradus.engine.compiler.ast.Arguments;
import gradus.engine.compiler.ast.Expr;
import gradus.engine.compiler.ast.Parameter;
import gradus.engine.compiler.parse.Node;
import gradus.engine.compiler.parse.NodeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parameters of functions and lambdas. */
final class ParameterBuilder {
  private static final int MAX_PARAMETERS = 255;

  private final AstBuilder builder;

  ParameterBuilder(AstBuilder builder) {
    this.builder = builder;
  }

  Arguments build(Node node) {
    if (node.is(NodeType.PARAMETERS)) {
      return node.size() == 2 ? Arguments.NONE : new Reading(node.child(1)).run();
    }
    return new Reading(node).run();
  }

  /** One parameter list being read, from left to right. */
  private final class Reading {
    private final Node node;
    private final List<Parameter> positional = new ArrayList<>();
    private final List<Expr> defaults = new ArrayList<>();
    private final List<Parameter> keywordOnly = new ArrayList<>();
    private final List<Optional<Expr>> keywordDefaults = new ArrayList<>();
    private Optional<Parameter> rest = Optional.empty();
    private Optional<Parameter> restKeywords = Optional.empty();
    private int i;

    Reading(Node node) {
      this.node = node;
    }

    Arguments run() {
      checkCount();
      while (i < node.size()) {
        switch (node.child(i).type()) {
          case STAR -> readStar();
          case DOUBLESTAR -> {
            restKeywords = Optional.of(parameter(node.child(i + 1)));
            i += 3;
          }
          default -> readPositional();
        }
      }
      return new Arguments(positional, rest, keywordOnly, keywordDefaults, restKeywords, defaults);
    }

    private void checkCount() {
      int count = 0;
      for (int j = 0; j < node.size(); j++) {
        boolean collects = j > 0 && isStars(node.child(j - 1).type());
        count += isParameter(j) && !collects ? 1 : 0;
      }
      if (count > MAX_PARAMETERS) {
        throw builder.error(node, "more than 255 arguments");
      }
    }

    private static boolean isStars(NodeType type) {
      return type == NodeType.STAR || type == NodeType.DOUBLESTAR;
    }

    private boolean isParameter(int index) {
      return index < node.size()
          && (node.child(index).is(NodeType.TFPDEF) || node.child(index).is(NodeType.VFPDEF));
    }

    private boolean hasDefault() {
      return i + 1 < node.size() && node.child(i + 1).is(NodeType.EQUAL);
    }

    private void readPositional() {
      Node name = node.child(i);
      if (hasDefault()) {
        defaults.add(builder.expressions.build(node.child(i + 2)));
        i += 2;
      } else if (!defaults.isEmpty()) {
        throw builder.error(node, "non-default argument follows default argument");
      }
      positional.add(parameter(name));
      i += 2;
    }

    private void readStar() {
      boolean bare = !isParameter(i + 1);
      int following = i + (bare ? 2 : 3);
      if (bare && following >= node.size()) {
        throw builder.error(node.child(i), "named arguments must follow bare *");
      }
      if (bare && !isParameter(following)) {
        throw builder.error(node.child(following), "named arguments must follow bare *");
      }
      if (!bare) {
        rest = Optional.of(parameter(node.child(i + 1)));
      }
      i = following;
      while (isParameter(i)) {
        readKeywordOnly();
      }
    }

    private void readKeywordOnly() {
      Node name = node.child(i);
      if (hasDefault()) {
        keywordDefaults.add(Optional.of(builder.expressions.build(node.child(i + 2))));
        i += 2;
      } else {
        keywordDefaults.add(Optional.empty());
      }
      Optional<Expr> annotation = builder.expressions.optional(name, 2);
      String id = AstBuilder.identifier(name.child(0));
      builder.checkBindable(id, name.child(0));
      keywordOnly.add(new Parameter(builder.at(name.child(0)), id, annotation));
      i += 2;
    }

    private Parameter parameter(Node definition) {
      Node name = definition.child(0);
      String id = AstBuilder.identifier(name);
      builder.checkBindable(id, name);
      Optional<Expr> annotation = builder.expressions.optional(definition, 2);
      return new Parameter(builder.at(definition), id, annotation);
    }
  }
}
