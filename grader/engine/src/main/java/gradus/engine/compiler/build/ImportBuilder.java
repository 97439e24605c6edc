package gradus.engine.compiler.build;

import gradus.engine.compiler.ast.Alias;
import gradus.engine.compiler.ast.Position;
import gradus.engine.compiler.ast.Stmt;
import gradus.engine.compiler.parse.Node;
import gradus.engine.compiler.parse.NodeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Import statements. */
final class ImportBuilder {
  private final AstBuilder builder;

  ImportBuilder(AstBuilder builder) {
    this.builder = builder;
  }

  Stmt build(Node node, Position at) {
    if (node.is(NodeType.IMPORT_NAME)) {
      return new Stmt.Import(at, aliases(node.child(1)));
    }
    int level = 0;
    int i = 1;
    while (node.child(i).is(NodeType.DOT) || node.child(i).is(NodeType.ELLIPSIS)) {
      level += node.child(i++).is(NodeType.DOT) ? 1 : 3;
    }
    Optional<String> module = Optional.empty();
    if (node.child(i).is(NodeType.DOTTED_NAME)) {
      module = Optional.of(dottedName(node.child(i++)));
    }
    return new Stmt.ImportFrom(at, module, imported(node, i + 1), level);
  }

  private List<Alias> imported(Node node, int index) {
    return switch (node.child(index).type()) {
      case STAR -> List.of(new Alias("*", Optional.empty()));
      case LPAR -> aliases(node.child(index + 1));
      default -> {
        Node names = node.child(index);
        if (names.size() % 2 == 0) {
          throw builder.error(names, "trailing comma not allowed without surrounding parentheses");
        }
        yield aliases(names);
      }
    };
  }

  private List<Alias> aliases(Node node) {
    List<Alias> aliases = new ArrayList<>();
    for (int i = 0; i < node.size(); i += 2) {
      aliases.add(alias(node.child(i)));
    }
    return aliases;
  }

  private Alias alias(Node node) {
    Node name = node.child(0);
    boolean dotted = name.is(NodeType.DOTTED_NAME);
    String id = dotted ? dottedName(name) : AstBuilder.identifier(name);
    if (node.size() == 3) {
      String as = AstBuilder.identifier(node.child(2));
      builder.checkBindable(as, node.child(2));
      return new Alias(id, Optional.of(as));
    }
    builder.checkBindable(id, dotted ? name.child(0) : name);
    return new Alias(id, Optional.empty());
  }

  private static String dottedName(Node node) {
    if (node.size() == 1) {
      return AstBuilder.identifier(node.child(0));
    }
    return node.children().stream().map(Node::text).collect(Collectors.joining());
  }
}
