package gradus.engine.lib;

import gradus.engine.compiler.source.PySyntaxError;
import gradus.engine.compiler.source.PySyntaxError.Place;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import java.util.List;
import java.util.Optional;

/** The compiler's errors as exceptions. */
final class SyntaxErrors {

  private static final String END = "unexpected EOF while parsing";
  private static final String END_OF_STRING = "EOF while scanning triple-quoted string literal";

  private final Space py;
  private final Sources sources;

  SyntaxErrors(Python python) {
    py = python.py;
    sources = python.sources;
  }

  /** The error in a file that is read line by line: what ends too early does so after the last. */
  Raise raiseInFile(PySyntaxError error) {
    boolean ends = error.msg().equals(END);
    int more = ends || error.msg().equals(END_OF_STRING) ? 1 : 0;
    return raise(
        error,
        error
            .place()
            .map(
                place ->
                    new Place(
                        place.filename(),
                        place.lineno() + more,
                        place.offset(),
                        ends ? Optional.of("") : place.text(),
                        place.inArgs())));
  }

  /** The error in a source that is there as a whole. */
  Raise raise(PySyntaxError error) {
    return raise(error, error.place());
  }

  private Raise raise(PySyntaxError error, Optional<Place> found) {
    if (found.isEmpty()) {
      return Raise.of(error.typeName(), error.msg());
    }
    Place place = found.get();
    long arguments = py.tuples.create(place.inArgs() ? 2 : 1);
    py.tuples.set(arguments, 0, py.strs.of(error.msg()));
    if (place.inArgs()) {
      py.tuples.set(arguments, 1, where(place));
    }
    try {
      long exception = py.calls.call(py.exceptions.type(error.typeName()), arguments, 0L);
      if (!place.inArgs()) {
        setPlace(exception, place);
      }
      return Raise.object(exception);
    } finally {
      py.decref(arguments);
    }
  }

  private long where(Place place) {
    long where = py.tuples.create(4);
    py.tuples.set(where, 0, py.strs.of(place.filename()));
    py.tuples.set(where, 1, py.ints.of(place.lineno()));
    py.tuples.set(where, 2, offset(place));
    py.tuples.set(where, 3, text(place));
    return where;
  }

  private void setPlace(long exception, Place place) {
    set(exception, "filename", py.strs.of(place.filename()));
    set(exception, "lineno", py.ints.of(place.lineno()));
    set(exception, "offset", offset(place));
    set(exception, "text", text(place));
  }

  private void set(long exception, String name, long value) {
    py.attributes.set(exception, name, value);
    py.decref(value);
  }

  private long offset(Place place) {
    return place.offset().isPresent() ? py.ints.of(place.offset().getAsInt()) : py.newNone();
  }

  /** The line that the error is in; if the compiler does not have it, from the file. */
  private long text(Place place) {
    List<String> file = sources.lines(place.filename());
    int line = place.lineno() - 1;
    return place
        .text()
        .or(() -> line < 0 || line >= file.size() ? Optional.empty() : Optional.of(file.get(line)))
        .map(py.strs::of)
        .orElseGet(py::newNone);
  }
}
