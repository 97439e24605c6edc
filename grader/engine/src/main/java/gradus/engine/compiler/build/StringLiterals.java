package gradus.engine.compiler.build;

import gradus.engine.compiler.ast.Expr;
import gradus.engine.compiler.code.Bytes;
import gradus.engine.compiler.parse.Node;
import java.io.ByteArrayOutputStream;

/** Adjacent string literals, which make one str, bytes or f-string. */
final class StringLiterals {
  private final AstBuilder builder;

  StringLiterals(AstBuilder builder) {
    this.builder = builder;
  }

  Expr build(Node atom) {
    try {
      return concatenate(atom);
    } catch (EscapeException e) {
      throw builder.error(atom, e.reason());
    }
  }

  private Expr concatenate(Node atom) throws EscapeException {
    FString text = new FString(builder, atom);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean first = true;
    boolean ofBytes = false;
    for (Node token : atom.children()) {
      StringToken literal = StringToken.of(token);
      if (literal.isBytes() && !literal.isFormatted()) {
        bytes.writeBytes(bytes(literal, token));
      } else if (!literal.isFormatted()) {
        text.append(text(literal));
      }
      if (!first && ofBytes != literal.isBytes()) {
        throw builder.error(atom, "cannot mix bytes and nonbytes literals");
      }
      if (literal.isFormatted()) {
        text.appendFormatted(literal.body(), literal.isRaw());
      }
      ofBytes = literal.isBytes();
      first = false;
    }
    return ofBytes
        ? new Expr.Literal(builder.at(atom), Bytes.of(bytes.toByteArray()))
        : text.finish();
  }

  private static int[] text(StringToken literal) throws EscapeException {
    return literal.isRaw() || !literal.hasBackslash()
        ? TextEscapes.plain(literal.body())
        : TextEscapes.decode(literal.body());
  }

  private byte[] bytes(StringToken literal, Node token) throws EscapeException {
    for (byte b : literal.body()) {
      if (b < 0) {
        throw builder.error(token, "bytes can only contain ASCII literal characters.");
      }
    }
    return literal.isRaw() || !literal.hasBackslash()
        ? literal.body()
        : ByteEscapes.decode(literal.body());
  }
}
