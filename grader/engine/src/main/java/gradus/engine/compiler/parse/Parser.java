package gradus.engine.compiler.parse;

import gradus.engine.compiler.source.Diagnostics;
import gradus.engine.compiler.source.ErrorKind;
import gradus.engine.compiler.source.PySyntaxError;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Builds the concrete syntax tree: a stack of automata driven by one token at a time
 * (Parser/parser.c, Parser/parsetok.c). An error is therefore found at the first token with which
 * no program could go on.
 */
public final class Parser {
  /** CPython's MAXSTACK: deeper nesting is a MemoryError. */
  private static final int MAX_STACK = 1500;

  private final Grammar grammar = Grammar.python();
  private final Deque<Entry> stack = new ArrayDeque<>();
  private final Tokenizer tokenizer;
  private final Reader reader;
  private final Diagnostics diagnostics;
  private final boolean barry;

  private Parser(byte[] text, Diagnostics diagnostics, boolean barry) {
    this.tokenizer = new Tokenizer(text);
    this.reader = tokenizer.reader();
    this.diagnostics = diagnostics;
    this.barry = barry;
  }

  /** A rule that is being read: its node so far and the state it has reached. */
  private static final class Entry {
    final Automaton automaton;
    final Node node;
    int state;

    Entry(Automaton automaton, Node node) {
      this.automaton = automaton;
      this.node = node;
    }

    Automaton.State current() {
      return automaton.state(state);
    }
  }

  /**
   * Parses a text.
   *
   * @param text UTF-8, its lines ended by {@code \n}
   * @param start the rule the text has to match: file_input, single_input or eval_input
   * @param barry whether inequality is written {@code <>} (PEP 401)
   * @throws PySyntaxError if it does not match
   */
  public static Node parse(byte[] text, NodeType start, Diagnostics diagnostics, boolean barry) {
    return new Parser(text, diagnostics, barry).run(start);
  }

  private Node run(NodeType start) {
    Node root = new Node(start, new byte[0], new Token(start, 0, 0, 0), 0);
    stack.push(new Entry(grammar.automaton(start), root));
    boolean started = false;
    while (!stack.isEmpty()) {
      Token token = tokenizer.next();
      if (token.type() == NodeType.ERRORTOKEN) {
        throw failure(reader.trouble());
      }
      if (token.type() == NodeType.ENDMARKER && started) {
        token = new Token(NodeType.NEWLINE, -1, -1, token.lineno());
        started = false;
        if (tokenizer.indentation().depth() > 0) {
          tokenizer.indentation().closeAll();
        }
      } else {
        started = true;
      }
      accept(token);
    }
    if (start == NodeType.SINGLE_INPUT) {
      checkNothingFollows();
    }
    return root;
  }

  private void accept(Token token) {
    Node node = leaf(token);
    if (token.type() == NodeType.NOTEQUAL) {
      checkInequality(node);
    }
    String text = token.type() == NodeType.NAME ? node.text() : "";
    int label = grammar.label(token.type(), text);
    while (!stack.isEmpty()) {
      Entry top = stack.element();
      Automaton.State state = top.current();
      if (!state.moves(label)) {
        leave(state, token);
      } else if (state.entered(label) == NodeType.ERRORTOKEN) {
        shift(top, label, node);
        return;
      } else {
        enter(top, label, token, node);
      }
    }
    throw failure(Trouble.SYNTAX);
  }

  private Node leaf(Token token) {
    boolean onThisLine = token.start() >= reader.lineStart();
    int column = onThisLine ? token.start() - reader.lineStart() : -1;
    Token placed = token.start() < 0 ? new Token(token.type(), 0, 0, token.lineno()) : token;
    return new Node(token.type(), reader.text(), placed, column);
  }

  private void checkInequality(Node node) {
    if (!barry && !node.reads("!=")) {
      throw failure(Trouble.SYNTAX);
    }
    if (barry && !node.reads("<>")) {
      throw failure(Trouble.BARRY);
    }
  }

  private void shift(Entry top, int label, Node node) {
    top.node.add(node);
    top.state = top.current().target(label);
    while (!stack.isEmpty() && stack.element().current().onlyAccepts()) {
      stack.pop();
    }
  }

  private void enter(Entry top, int label, Token token, Node first) {
    NodeType rule = top.current().entered(label);
    top.state = top.current().target(label);
    Token place = new Token(rule, 0, 0, token.lineno());
    Node node = new Node(rule, reader.text(), place, first.column());
    top.node.add(node);
    if (stack.size() == MAX_STACK) {
      throw PySyntaxError.of(ErrorKind.MEMORY_ERROR, "");
    }
    stack.push(new Entry(grammar.automaton(rule), node));
  }

  private void leave(Automaton.State state, Token token) {
    if (state.accepts) {
      stack.pop();
      return;
    }
    if (state.expectsOnly(NodeType.INDENT.label())) {
      throw failure(Trouble.EXPECTED_INDENT);
    }
    throw failure(
        switch (token.type()) {
          case INDENT -> Trouble.UNEXPECTED_INDENT;
          case DEDENT -> Trouble.UNEXPECTED_DEDENT;
          default -> Trouble.SYNTAX;
        });
  }

  private PySyntaxError failure(Trouble found) {
    // Whatever is wrong with the last token, what is missing is the rest of the text.
    Trouble trouble = reader.trouble() == Trouble.EOF ? Trouble.EOF : found;
    String text = reader.quotation();
    return diagnostics.parsing(
        trouble.kind(), trouble.message(), reader.lineno(), reader.offset(), text);
  }

  private void checkNothingFollows() {
    byte[] text = reader.text();
    boolean inComment = false;
    for (int i = reader.position(); i < text.length; i++) {
      inComment = text[i] == '#' || (inComment && text[i] != '\n');
      if (!inComment && " \t\n\f".indexOf(text[i]) < 0) {
        throw failure(Trouble.NOT_SINGLE);
      }
    }
  }
}
