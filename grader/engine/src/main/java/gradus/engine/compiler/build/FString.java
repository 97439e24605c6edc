package gradus.engine.compiler.build;

import gradus.engine.compiler.ast.Expr;
import gradus.engine.compiler.code.Str;
import gradus.engine.compiler.parse.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Puts together the value of adjacent literals: text, and the fields of f-strings (PEP 498). */
final class FString {
  private final AstBuilder builder;
  private final Node atom;
  private final List<Expr> values = new ArrayList<>();
  private IntStream.Builder text = IntStream.builder();
  private boolean hasText;
  private boolean formatted;

  FString(AstBuilder builder, Node atom) {
    this.builder = builder;
    this.atom = atom;
  }

  void append(int[] codePoints) {
    if (codePoints.length > 0) {
      hasText = true;
    }
    for (int c : codePoints) {
      text.add(c);
    }
  }

  void append(Expr field) {
    flushText();
    values.add(field);
  }

  void markFormatted() {
    formatted = true;
  }

  void appendFormatted(byte[] body, boolean raw) throws EscapeException {
    FStringScanner scanner = new FStringScanner(builder, atom, body, raw);
    scanner.scan(this, 0);
  }

  private void flushText() {
    if (hasText) {
      values.add(takeText());
    }
  }

  private Expr takeText() {
    Str value = Str.ofCodePoints(text.build().toArray());
    text = IntStream.builder();
    hasText = false;
    return new Expr.StrLiteral(builder.at(atom), value);
  }

  Expr finish() {
    if (!formatted) {
      return takeText();
    }
    flushText();
    return new Expr.JoinedStr(builder.at(atom), List.copyOf(values));
  }
}
