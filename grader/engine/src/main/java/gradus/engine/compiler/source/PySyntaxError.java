package gradus.engine.compiler.source;

import java.util.Optional;
import java.util.OptionalInt;

/** A source text CPython 3.6 would not compile, with what its exception carries. */
public final class PySyntaxError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorKind kind;
  private final String msg;
  private final transient Optional<Place> place;

  private PySyntaxError(ErrorKind kind, String msg, Optional<Place> place) {
    super(msg, null, false, false);
    this.kind = kind;
    this.msg = msg;
    this.place = place;
  }

  /**
   * Where the error is.
   *
   * @param lineno counted from 1; 0 where CPython names no line of the file
   * @param offset in characters, counted as CPython counts it at each place; empty for {@code None}
   * @param text the line, with its line end; empty for {@code None}
   * @param inArgs whether the exception was made with this place in its {@code args}, or it was set
   *     on the exception afterwards
   */
  public record Place(
      String filename, int lineno, OptionalInt offset, Optional<String> text, boolean inArgs) {}

  /** An error that names no place. */
  public static PySyntaxError of(ErrorKind kind, String msg) {
    return new PySyntaxError(kind, msg, Optional.empty());
  }

  /** An error at a place. */
  public static PySyntaxError at(Place place, ErrorKind kind, String msg) {
    return new PySyntaxError(kind, msg, Optional.of(place));
  }

  public ErrorKind kind() {
    return kind;
  }

  /** The Python type's name: {@code SyntaxError}, {@code IndentationError} … */
  public String typeName() {
    return kind.typeName();
  }

  /** What Python shows as {@code e.msg}. */
  public String msg() {
    return msg;
  }

  public Optional<Place> place() {
    return place;
  }

  public Optional<String> filename() {
    return place.map(Place::filename);
  }

  public OptionalInt lineno() {
    return place.map(p -> OptionalInt.of(p.lineno())).orElse(OptionalInt.empty());
  }

  public OptionalInt offset() {
    return place.map(Place::offset).orElse(OptionalInt.empty());
  }

  public Optional<String> text() {
    return place.flatMap(Place::text);
  }
}
