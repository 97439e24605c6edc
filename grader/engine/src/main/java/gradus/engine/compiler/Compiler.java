package gradus.engine.compiler;

import gradus.engine.compiler.ast.Module;
import gradus.engine.compiler.build.AstBuilder;
import gradus.engine.compiler.code.Code;
import gradus.engine.compiler.code.CodeFlags;
import gradus.engine.compiler.emit.CodeGenerator;
import gradus.engine.compiler.emit.Future;
import gradus.engine.compiler.parse.Node;
import gradus.engine.compiler.parse.Parser;
import gradus.engine.compiler.source.Decoder;
import gradus.engine.compiler.source.Diagnostics;
import gradus.engine.compiler.source.ErrorKind;
import gradus.engine.compiler.source.LineEnds;
import gradus.engine.compiler.source.PySyntaxError;
import gradus.engine.compiler.symbols.SymbolTable;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Python's {@code compile}: from source to a code record. */
public final class Compiler {
  private final CompileOptions options;
  private final Diagnostics diagnostics;

  private Compiler(CompileOptions options) {
    this.options = options;
    this.diagnostics = new Diagnostics(options.filename(), options.lines());
  }

  /**
   * Compiles the bytes of a source file, in the encoding they declare (PEP 263).
   *
   * @throws PySyntaxError if CPython 3.6 would not compile them
   */
  public static Code compile(byte[] source, CompileOptions options) {
    return new Compiler(options).compile(source);
  }

  /**
   * Compiles a program's own file, which CPython reads line by line: where no encoding is declared,
   * a line that is not UTF-8 is an error even in a comment.
   *
   * @throws PySyntaxError if CPython 3.6 would not compile it
   */
  public static Code compileFile(byte[] source, CompileOptions options) {
    Compiler compiler = new Compiler(options);
    new Decoder(compiler.diagnostics).checkLines(source);
    return compiler.compile(source);
  }

  /**
   * Compiles text; a declaration of its encoding means nothing.
   *
   * @throws PySyntaxError if CPython 3.6 would not compile it
   */
  public static Code compile(String source, CompileOptions options) {
    return new Compiler(options).compile(source);
  }

  private Code compile(byte[] source) {
    checkNoNulls(source);
    return DeepStack.call(() -> generate(new Decoder(diagnostics).decode(source, endsLastLine())));
  }

  private Code compile(String source) {
    byte[] text = encode(source);
    checkNoNulls(text);
    return DeepStack.call(() -> generate(LineEnds.translate(text, endsLastLine())));
  }

  private boolean endsLastLine() {
    return options.mode() == CompileMode.EXEC;
  }

  private static void checkNoNulls(byte[] source) {
    for (byte b : source) {
      if (b == 0) {
        throw PySyntaxError.of(
            ErrorKind.VALUE_ERROR, "source code string cannot contain null bytes");
      }
    }
  }

  private static byte[] encode(String source) {
    try {
      var encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(source));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw PySyntaxError.of(ErrorKind.UNICODE_ENCODE_ERROR, surrogateMessage(source));
    }
  }

  private static String surrogateMessage(String source) {
    int[] codePoints = source.codePoints().toArray();
    int at = 0;
    while (codePoints[at] < Character.MIN_SURROGATE || codePoints[at] > Character.MAX_SURROGATE) {
      at++;
    }
    return "'utf-8' codec can't encode character '\\u%04x' in position %d: surrogates not allowed"
        .formatted(codePoints[at], at);
  }

  private Code generate(byte[] text) {
    boolean barry = (options.flags() & CodeFlags.FUTURE_BARRY_AS_BDFL) != 0;
    Node tree = Parser.parse(text, options.mode().start(), diagnostics, barry);
    Module module = AstBuilder.build(tree, diagnostics);
    Future future = Future.of(module, options.flags(), diagnostics);
    SymbolTable symbols =
        SymbolTable.of(module, diagnostics, options.recursionDepth(), options.recursionLimit());
    return CodeGenerator.generate(module, symbols, future, options.optimize(), diagnostics);
  }
}
