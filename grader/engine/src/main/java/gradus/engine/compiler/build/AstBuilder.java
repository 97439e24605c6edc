package gradus.engine.compiler.build;

import gradus.engine.compiler.ast.Module;
import gradus.engine.compiler.ast.Position;
import gradus.engine.compiler.ast.Stmt;
import gradus.engine.compiler.parse.Node;
import gradus.engine.compiler.parse.NodeType;
import gradus.engine.compiler.source.Diagnostics;
import gradus.engine.compiler.source.PySyntaxError;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the abstract syntax tree of a concrete one (Python/ast.c), and the checks the grammar
 * leaves open. The parts of the language have a builder each; this one knows them all.
 */
public final class AstBuilder {
  private final Diagnostics diagnostics;
  final ExpressionBuilder expressions = new ExpressionBuilder(this);
  final AtomBuilder atoms = new AtomBuilder(this);
  final ComprehensionBuilder comprehensions = new ComprehensionBuilder(this);
  final CallBuilder calls = new CallBuilder(this);
  final ParameterBuilder parameters = new ParameterBuilder(this);
  final Targets targets = new Targets(this);
  final SimpleStatementBuilder simpleStatements = new SimpleStatementBuilder(this);
  final ImportBuilder imports = new ImportBuilder(this);
  final CompoundStatementBuilder compoundStatements = new CompoundStatementBuilder(this);
  final DefinitionBuilder definitions = new DefinitionBuilder(this);
  final StringLiterals strings = new StringLiterals(this);

  AstBuilder(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** The abstract form of a parsed text. */
  public static Module build(Node root, Diagnostics diagnostics) {
    return new AstBuilder(diagnostics).module(root);
  }

  private Module module(Node root) {
    return switch (root.type()) {
      case FILE_INPUT -> new Module.Body(statements(root.children()));
      case EVAL_INPUT -> new Module.Expression(expressions.testlist(root.child(0)));
      default -> new Module.Interactive(interactive(root));
    };
  }

  private List<Stmt> interactive(Node root) {
    Node first = root.child(0);
    return first.is(NodeType.NEWLINE)
        ? List.of(new Stmt.Pass(at(root)))
        : statements(List.of(first));
  }

  /** The statements of several lines. */
  List<Stmt> statements(List<Node> nodes) {
    List<Stmt> statements = new ArrayList<>(nodes.size());
    for (Node node : nodes) {
      addStatements(node, statements);
    }
    return statements;
  }

  private void addStatements(Node node, List<Stmt> statements) {
    switch (node.type()) {
      case STMT -> addStatements(node.child(0), statements);
      case SIMPLE_STMT -> {
        for (Node part : node.children()) {
          if (part.is(NodeType.SMALL_STMT)) {
            statements.add(simpleStatements.build(part.child(0)));
          }
        }
      }
      case COMPOUND_STMT -> statements.add(compoundStatements.build(node.child(0)));
      default -> {}
    }
  }

  /** The statements of a block: one line's, or the indented lines'. */
  List<Stmt> suite(Node node) {
    return statements(node.children());
  }

  Position at(Node node) {
    return new Position(node.lineno(), node.column());
  }

  PySyntaxError error(Node node, String message) {
    return diagnostics.at(node.lineno(), node.column(), message);
  }

  Diagnostics diagnostics() {
    return diagnostics;
  }

  /** A name as the compiler sees it: in normal form KC (PEP 3131). */
  static String identifier(Node node) {
    String text = node.text();
    boolean ascii = text.chars().allMatch(c -> c < 128);
    return ascii ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  /** Refuses to bind {@code __debug__}. */
  void checkBindable(String name, Node node) {
    if (name.equals("__debug__")) {
      throw error(node, "assignment to keyword");
    }
  }

  /** Refuses to bind {@code __debug__} and, where a name may read so, the keyword constants. */
  void checkNotKeyword(String name, Node node) {
    checkBindable(name, node);
    if (name.equals("None") || name.equals("True") || name.equals("False")) {
      throw error(node, "assignment to keyword");
    }
  }
}
