package gradus.engine.compiler.source;

import gradus.engine.compiler.source.PySyntaxError.Place;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes the errors of one compilation: it knows the file's name and how to quote its lines. */
public record Diagnostics(String filename, SourceLines lines) {

  /** An error of the tokenizer or the parser, which quote the text they hold themselves. */
  public PySyntaxError parsing(ErrorKind kind, String msg, int lineno, int offset, String text) {
    Optional<String> quoted = Optional.of(text);
    return withAdvice(place(lineno, OptionalInt.of(offset), quoted, true), kind, msg);
  }

  /** An error of decoding, which has no text to quote. */
  public PySyntaxError decoding(String msg) {
    return decoding(0, msg);
  }

  /** An error of decoding a line of a file. */
  public PySyntaxError decoding(int lineno, String msg) {
    Place place = place(lineno, OptionalInt.of(0), Optional.empty(), true);
    return PySyntaxError.at(place, ErrorKind.SYNTAX_ERROR, msg);
  }

  /** An error about a construct at a line and column, raised with its place. */
  public PySyntaxError at(int lineno, int column, String msg) {
    Place place = place(lineno, OptionalInt.of(column), lines.line(lineno), true);
    return withAdvice(place, ErrorKind.SYNTAX_ERROR, msg);
  }

  /** The same, but with the place set on the exception only after it was made. */
  public PySyntaxError placedLater(int lineno, int column, String msg) {
    OptionalInt offset = column >= 0 ? OptionalInt.of(column) : OptionalInt.empty();
    Place place = place(lineno, offset, lines.line(lineno), false);
    return PySyntaxError.at(place, ErrorKind.SYNTAX_ERROR, msg);
  }

  private static PySyntaxError withAdvice(Place place, ErrorKind kind, String msg) {
    if (kind != ErrorKind.SYNTAX_ERROR) {
      return PySyntaxError.at(place, kind, msg);
    }
    String advised = place.text().flatMap(OldStatements::advice).orElse(msg);
    return PySyntaxError.at(place, kind, advised);
  }

  private Place place(int lineno, OptionalInt offset, Optional<String> text, boolean inArgs) {
    return new Place(filename, lineno, offset, text, inArgs);
  }
}
