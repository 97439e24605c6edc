package gradus.engine.compiler.build;

import gradus.engine.compiler.ast.Expr;
import gradus.engine.compiler.ast.Module;
import gradus.engine.compiler.parse.Node;
import gradus.engine.compiler.parse.NodeType;
import gradus.engine.compiler.parse.Parser;
import gradus.engine.compiler.source.Diagnostics;
import gradus.engine.compiler.source.SourceLines;
import java.nio.charset.StandardCharsets;

/** The expression in a field of an f-string, which is compiled on its own, in parentheses. */
final class FieldExpression {
  private FieldExpression() {}

  static Expr parse(AstBuilder builder, Node atom, byte[] source) {
    if (isBlank(source)) {
      throw builder.error(atom, "f-string: empty expression not allowed");
    }
    Diagnostics diagnostics = new Diagnostics("<fstring>", SourceLines.none());
    byte[] text = wrapped('(', source, ')');
    Node root = Parser.parse(text, NodeType.EVAL_INPUT, diagnostics, false);
    Node moved = moved(root, atom, wrapped('{', source, '}'));
    return ((Module.Expression) AstBuilder.build(moved, diagnostics)).value();
  }

  private static boolean isBlank(byte[] source) {
    for (byte b : source) {
      if (" \t\n\f\r".indexOf(b) < 0) {
        return false;
      }
    }
    return true;
  }

  private static byte[] wrapped(char before, byte[] source, char after) {
    byte[] text = new byte[source.length + 2];
    text[0] = (byte) before;
    System.arraycopy(source, 0, text, 1, source.length);
    text[source.length + 1] = (byte) after;
    return text;
  }

  /**
   * Moves the expression's places to where CPython 3.6 finds it: at the first braces in the first
   * of the literals that read the same. It looks for them without a conversion or a format spec, so
   * that others stay at the literal's own place.
   */
  private static Node moved(Node root, Node atom, byte[] wanted) {
    String literal = new String(atom.child(0).bytes(), StandardCharsets.ISO_8859_1);
    int found = literal.indexOf(new String(wanted, StandardCharsets.ISO_8859_1));
    int lines = atom.lineno() - 1;
    int columns = atom.column();
    if (found >= 0) {
      columns += found - Math.max(literal.lastIndexOf('\n', found), 0);
      lines -= (int) literal.substring(found + 1).chars().filter(c -> c == '\n').count();
    }
    return root.moved(lines, columns);
  }
}
