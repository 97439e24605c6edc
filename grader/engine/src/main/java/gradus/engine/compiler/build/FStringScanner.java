package gradus.engine.compiler.build;

import gradus.engine.compiler.ast.Conversion;
import gradus.engine.compiler.ast.Expr;
import gradus.engine.compiler.code.Bytes;
import gradus.engine.compiler.parse.Node;
import gradus.engine.compiler.source.PySyntaxError;
import java.util.Arrays;
import java.util.Optional;

/** Reads the body of an f-string: text, and fields with their conversions and format specs. */
final class FStringScanner {
  private final AstBuilder builder;
  private final Node atom;
  private final Bytes body;
  private final boolean raw;
  private int i;

  FStringScanner(AstBuilder builder, Node atom, byte[] body, boolean raw) {
    this.builder = builder;
    this.atom = atom;
    this.body = Bytes.of(body);
    this.raw = raw;
  }

  /**
   * Reads text and fields into a value.
   *
   * @param level 0 for the string itself, 1 and more for a format spec within it
   */
  void scan(FString value, int level) throws EscapeException {
    value.markFormatted();
    boolean more = true;
    while (more) {
      boolean doubled = scanText(value, level);
      more = doubled || (i < body.length() && body.at(i) != '}');
      if (more && !doubled) {
        value.append(scanField(level));
      }
    }
    if (level == 0 && i < body.length() - 1) {
      throw error("unexpected end of string");
    }
    if (level != 0 && at(i) != '}') {
      throw error("expecting '}'");
    }
  }

  private int at(int index) {
    return index < body.length() ? body.at(index) : -1;
  }

  private PySyntaxError error(String message) {
    return builder.error(atom, "f-string: " + message);
  }

  private PySyntaxError errorInExpression(String message) {
    return builder.error(atom, "f-string expression part cannot include " + message);
  }

  /** Reads text up to a brace; says whether it ended with a doubled one, now skipped. */
  private boolean scanText(FString value, int level) throws EscapeException {
    int start = i;
    while (i < body.length()) {
      int c = body.at(i++);
      if (!raw && c == '\\' && i < body.length()) {
        c = body.at(i++);
        if (c == 'N') {
          if (at(i++) != '{') {
            break;
          }
          skipPast('}');
          continue;
        }
      }
      if (c == '{' || c == '}') {
        if (level == 0 && at(i) == c) {
          appendText(value, start, i);
          i++;
          return true;
        }
        if (level == 0 && c == '}') {
          throw error("single '}' is not allowed");
        }
        i--;
        break;
      }
    }
    i = Math.min(i, body.length());
    appendText(value, start, i);
    return false;
  }

  private void skipPast(int wanted) {
    while (i < body.length() && body.at(i++) != wanted) {
      // the name of a character is not ours to read
    }
  }

  private void appendText(FString value, int start, int end) throws EscapeException {
    byte[] text = Arrays.copyOfRange(body.toArray(), start, end);
    value.append(raw ? TextEscapes.plain(text) : TextEscapes.decode(text));
  }

  private Expr scanField(int level) throws EscapeException {
    if (level >= 2) {
      throw error("expressions nested too deeply");
    }
    int start = ++i;
    skipExpression();
    if (i >= body.length()) {
      throw error("expecting '}'");
    }
    byte[] source = Arrays.copyOfRange(body.toArray(), start, i);
    Expr expression = FieldExpression.parse(builder, atom, source);
    Conversion conversion = at(i) == '!' ? scanConversion() : Conversion.NONE;
    Optional<Expr> spec = at(i) == ':' ? Optional.of(scanSpec(level)) : Optional.empty();
    if (at(i) != '}') {
      throw error("expecting '}'");
    }
    i++;
    return new Expr.FormattedValue(builder.at(atom), expression, conversion, spec);
  }

  private Conversion scanConversion() {
    i++;
    int letter = at(i++);
    return switch (letter) {
      case 's' -> Conversion.STR;
      case 'r' -> Conversion.REPR;
      case 'a' -> Conversion.ASCII;
      case -1 -> throw error("expecting '}'");
      default -> throw error("invalid conversion character: expected 's', 'r', or 'a'");
    };
  }

  private Expr scanSpec(int level) throws EscapeException {
    i++;
    if (i >= body.length()) {
      throw error("expecting '}'");
    }
    FString spec = new FString(builder, atom);
    scan(spec, level + 1);
    return spec.finish();
  }

  /** Moves to the character that ends the expression: a {@code !}, a colon or a brace. */
  private void skipExpression() {
    int quote = 0;
    boolean triple = false;
    int depth = 0;
    for (; i < body.length(); i++) {
      int c = body.at(i);
      if (c == '\\') {
        throw errorInExpression("a backslash");
      }
      boolean three = at(i + 1) == c && at(i + 2) == c;
      if (quote != 0) {
        if (c == quote && (!triple || three)) {
          i += triple ? 2 : 0;
          quote = 0;
        }
      } else if (c == '\'' || c == '"') {
        quote = c;
        triple = three;
        i += triple ? 2 : 0;
      } else if (c == '[' || c == '{' || c == '(') {
        depth++;
      } else if (c == '#') {
        throw errorInExpression("'#'");
      } else if (depth == 0 && endsExpression(c)) {
        break;
      } else if (depth > 0 && (c == ']' || c == '}' || c == ')')) {
        depth--;
      }
    }
    if (quote != 0) {
      throw error("unterminated string");
    }
    if (depth != 0) {
      throw error("mismatched '(', '{', or '['");
    }
  }

  private boolean endsExpression(int c) {
    return c == ':' || c == '}' || (c == '!' && at(i + 1) != '=');
  }
}
