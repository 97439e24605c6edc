package gradus.engine.compiler.parse;

import java.util.Arrays;

/**
 * The stack of indentation levels. Each is measured twice, with tabs to eight columns and to one:
 * an order that depends on the width of a tab is a TabError.
 */
final class Indentation {
  private static final int MAX_LEVELS = 100;
  private static final int TAB = 8;

  private final int[] columns = new int[MAX_LEVELS];
  private final int[] altColumns = new int[MAX_LEVELS];
  private int depth;

  /** Indents (positive) or dedents (negative) not yet handed out. */
  private int pending;

  private int column;
  private int altColumn;

  Indentation() {}

  private Indentation(Indentation other) {
    System.arraycopy(other.columns, 0, columns, 0, MAX_LEVELS);
    System.arraycopy(other.altColumns, 0, altColumns, 0, MAX_LEVELS);
    depth = other.depth;
    pending = other.pending;
    column = other.column;
    altColumn = other.altColumn;
  }

  Indentation copy() {
    return new Indentation(this);
  }

  int depth() {
    return depth;
  }

  int pending() {
    return pending;
  }

  /** Reads the white space at the start of a line and returns the byte after it, unread. */
  int measure(Reader reader) {
    column = 0;
    altColumn = 0;
    int c = reader.next();
    while (advance(c)) {
      c = reader.next();
    }
    reader.back(c);
    return c;
  }

  private boolean advance(int c) {
    switch (c) {
      case ' ' -> {
        column++;
        altColumn++;
      }
      case '\t' -> {
        column = (column / TAB + 1) * TAB;
        altColumn++;
      }
      case '\f' -> {
        column = 0;
        altColumn = 0;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Compares the line just measured with the levels so far. */
  Trouble enterLine() {
    if (column > columns[depth]) {
      return indent();
    }
    while (depth > 0 && column < columns[depth]) {
      pending--;
      depth--;
    }
    if (column != columns[depth]) {
      return Trouble.BAD_DEDENT;
    }
    return altColumn == altColumns[depth] ? Trouble.NONE : Trouble.TABS_AND_SPACES;
  }

  private Trouble indent() {
    if (depth + 1 >= MAX_LEVELS) {
      return Trouble.TOO_DEEP;
    }
    if (altColumn <= altColumns[depth]) {
      return Trouble.TABS_AND_SPACES;
    }
    pending++;
    depth++;
    columns[depth] = column;
    altColumns[depth] = altColumn;
    return Trouble.NONE;
  }

  /** Hands out one pending indent or dedent. */
  NodeType takePending() {
    if (pending < 0) {
      pending++;
      return NodeType.DEDENT;
    }
    pending--;
    return NodeType.INDENT;
  }

  /** Makes every level still open pending as a dedent. */
  void closeAll() {
    pending = -depth;
    depth = 0;
    Arrays.fill(columns, 1, MAX_LEVELS, 0);
  }
}
