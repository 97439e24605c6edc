package gradus.engine.compiler.parse;

/**
 * Cuts the source into tokens, indentation included (Parser/tokenizer.c).
 *
 * <p>{@code async} and {@code await} are names in 3.6 but for the inside of an {@code async def}.
 */
final class Tokenizer {
  private Reader reader;
  private Indentation indentation = new Indentation();
  private boolean atLineStart = true;

  /** How many parentheses are open; below zero after one too many is closed. */
  private int level;

  private boolean inAsyncDef;
  private int asyncDefDepth;
  private boolean pastAsyncSignature;

  Tokenizer(byte[] text) {
    this.reader = new Reader(text);
  }

  Reader reader() {
    return reader;
  }

  Indentation indentation() {
    return indentation;
  }

  /** The next token; {@code ERRORTOKEN} when the reader has met a trouble. */
  Token next() {
    while (true) {
      reader.betweenTokens();
      boolean blank = atLineStart && measureLine();
      if (reader.trouble() != Trouble.NONE && reader.trouble() != Trouble.EOF) {
        return empty(NodeType.ERRORTOKEN);
      }
      reader.startToken(reader.position());
      if (indentation.pending() != 0) {
        return empty(indentation.takePending());
      }
      leaveAsyncDef(blank);
      NodeType type = scan();
      if (type != NodeType.NEWLINE || (!blank && level <= 0)) {
        return token(type);
      }
    }
  }

  private Token empty(NodeType type) {
    return new Token(type, -1, -1, reader.lineno());
  }

  private Token token(NodeType type) {
    return switch (type) {
      case ENDMARKER, ERRORTOKEN -> empty(type);
      case NEWLINE -> {
        pastAsyncSignature |= inAsyncDef;
        yield new Token(type, reader.tokenStart(), reader.position() - 1, reader.lineno());
      }
      default -> new Token(type, reader.tokenStart(), reader.position(), reader.lineno());
    };
  }

  /** Reads a line's indentation and says whether the line holds nothing but a comment. */
  private boolean measureLine() {
    atLineStart = false;
    int c = indentation.measure(reader);
    if (c == '#' || c == '\n') {
      return true;
    }
    if (level == 0) {
      Trouble trouble = indentation.enterLine();
      if (trouble != Trouble.NONE) {
        reader.stopAtLineEnd(trouble);
      }
    }
    return false;
  }

  private void leaveAsyncDef(boolean blank) {
    if (inAsyncDef
        && !blank
        && level == 0
        && pastAsyncSignature
        && asyncDefDepth >= indentation.depth()) {
      inAsyncDef = false;
      asyncDefDepth = 0;
      pastAsyncSignature = false;
    }
  }

  private NodeType scan() {
    int c = skipBlanks();
    while (c == '\\') {
      if (reader.next() != '\n') {
        reader.stopAtLineEnd(Trouble.BAD_CONTINUATION);
        return NodeType.ERRORTOKEN;
      }
      c = skipBlanks();
    }
    if (c == Reader.EOF) {
      return reader.trouble() == Trouble.EOF ? NodeType.ENDMARKER : NodeType.ERRORTOKEN;
    }
    if (Identifiers.mayStart(c)) {
      return scanNameOrPrefix(c);
    }
    if (c == '\n') {
      atLineStart = true;
      return NodeType.NEWLINE;
    }
    return scanOther(c);
  }

  private int skipBlanks() {
    reader.betweenTokens();
    int c = reader.next();
    while (c == ' ' || c == '\t' || c == '\f') {
      c = reader.next();
    }
    reader.startToken(c == Reader.EOF ? reader.position() : reader.position() - 1);
    if (c == '#') {
      while (c != Reader.EOF && c != '\n') {
        c = reader.next();
      }
    }
    return c;
  }

  private NodeType scanOther(int c) {
    if (c == '.') {
      return scanPoint();
    }
    if (NumberScanner.isDigit(c)) {
      return new NumberScanner(reader).scan(c);
    }
    if (c == '\'' || c == '"') {
      return scanString(c);
    }
    return scanOperator(c);
  }

  private NodeType scanNameOrPrefix(int first) {
    StringPrefix prefix = new StringPrefix();
    int c = first;
    while (prefix.accepts(c)) {
      c = reader.next();
      if (c == '"' || c == '\'') {
        return scanString(c);
      }
    }
    boolean ascii = true;
    while (Identifiers.mayContinue(c)) {
      ascii &= c < 128;
      c = reader.next();
    }
    reader.back(c);
    if (!ascii
        && !Identifiers.isIdentifier(reader.text(), reader.tokenStart(), reader.position())) {
      reader.stop(Trouble.BAD_IDENTIFIER);
      return NodeType.ERRORTOKEN;
    }
    return nameOrAsync();
  }

  private NodeType nameOrAsync() {
    boolean async = tokenReads("async");
    if (inAsyncDef) {
      return async ? NodeType.ASYNC : tokenReads("await") ? NodeType.AWAIT : NodeType.NAME;
    }
    if (async && defFollows()) {
      asyncDefDepth = indentation.depth();
      inAsyncDef = true;
      return NodeType.ASYNC;
    }
    return NodeType.NAME;
  }

  private boolean tokenReads(String word) {
    int start = reader.tokenStart();
    if (reader.position() - start != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (reader.text()[start + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean defFollows() {
    Tokenizer ahead = new Tokenizer(reader.text());
    ahead.reader = reader.copy();
    ahead.indentation = indentation.copy();
    ahead.level = level;
    ahead.atLineStart = atLineStart;
    return ahead.next().type() == NodeType.NAME && ahead.tokenReads("def");
  }

  private NodeType scanPoint() {
    int c = reader.next();
    if (NumberScanner.isDigit(c)) {
      return new NumberScanner(reader).scanFraction(c);
    }
    if (c == '.') {
      int third = reader.next();
      if (third == '.') {
        return NodeType.ELLIPSIS;
      }
      reader.back(third);
    }
    reader.back(c);
    return NodeType.DOT;
  }

  private NodeType scanString(int quote) {
    int c = reader.next();
    if (c == quote) {
      c = reader.next();
      if (c == quote) {
        return scanStringBody(quote, 3);
      }
      reader.back(c);
      return NodeType.STRING;
    }
    reader.back(c);
    return scanStringBody(quote, 1);
  }

  private NodeType scanStringBody(int quote, int quotes) {
    int closing = 0;
    while (closing != quotes) {
      int c = reader.next();
      if (c == Reader.EOF || (quotes == 1 && c == '\n')) {
        reader.stopAtLineEnd(quotes == 3 ? Trouble.OPEN_TRIPLE_QUOTE : Trouble.OPEN_QUOTE);
        return NodeType.ERRORTOKEN;
      }
      closing = c == quote ? closing + 1 : 0;
      if (c == '\\') {
        reader.next();
      }
    }
    return NodeType.STRING;
  }

  private NodeType scanOperator(int c) {
    NodeType operator = Operators.scan(reader, c);
    switch (operator) {
      case LPAR, LSQB, LBRACE -> level++;
      case RPAR, RSQB, RBRACE -> level--;
      default -> {}
    }
    return operator;
  }
}
