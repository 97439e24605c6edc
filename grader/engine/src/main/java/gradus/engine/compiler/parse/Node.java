package gradus.engine.compiler.parse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A node of the concrete syntax tree, as Parser/node.c keeps it: every rule on the way to a token
 * has its node.
 */
public final class Node {
  private final NodeType type;
  private final byte[] source;
  private final int start;
  private final int end;
  private final int lineno;
  private final int column;
  private final List<Node> children = new ArrayList<>(1);

  Node(NodeType type, byte[] source, Token token, int column) {
    this.type = type;
    this.source = source;
    this.start = token.start();
    this.end = token.end();
    this.lineno = token.lineno();
    this.column = column;
  }

  void add(Node child) {
    children.add(child);
  }

  public NodeType type() {
    return type;
  }

  public boolean is(NodeType wanted) {
    return type == wanted;
  }

  /** The line of the node's first token; for a token of several lines, its last. */
  public int lineno() {
    return lineno;
  }

  /** The first token's column, in bytes of UTF-8; -1 for a token that began on an earlier line. */
  public int column() {
    return column;
  }

  public int size() {
    return children.size();
  }

  public Node child(int index) {
    return children.get(index);
  }

  /** The child at an index counted from the end: 1 is the last. */
  public Node childFromEnd(int index) {
    return children.get(children.size() - index);
  }

  public List<Node> children() {
    return children;
  }

  /**
   * The same tree at another place: moved down by lines and, on its first line, right by columns.
   * The outermost node of a parse has no line of its own.
   */
  public Node moved(int lines, int columns) {
    Token place = new Token(type, start, end, lineno + lines);
    Node copy = new Node(type, source, place, column + columns);
    int childColumns = columns;
    for (Node child : children) {
      if (lineno != 0 && lineno < child.lineno) {
        childColumns = 0;
      }
      copy.add(child.moved(lines, childColumns));
    }
    return copy;
  }

  /** A token's text. */
  public String text() {
    return new String(source, start, end - start, StandardCharsets.UTF_8);
  }

  /** A token's text as it stands in the source, which may not be valid UTF-8. */
  public byte[] bytes() {
    return Arrays.copyOfRange(source, start, end);
  }

  /** Whether this is a token that reads so. */
  public boolean reads(String text) {
    if (text.length() != end - start || type.isRule()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (source[start + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
