package gradus.engine.lib;

import gradus.engine.compiler.source.PySyntaxError;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;

/** The compiler's errors as exceptions. */
final class SyntaxErrors {

  private final Space py;

  SyntaxErrors(Space py) {
    this.py = py;
  }

  Raise raise(PySyntaxError error) {
    if (error.place().isEmpty()) {
      return Raise.of(error.typeName(), error.msg());
    }
    PySyntaxError.Place place = error.place().get();
    long where = py.tuples.create(4);
    py.tuples.set(where, 0, py.strs.of(place.filename()));
    py.tuples.set(where, 1, py.ints.of(place.lineno()));
    py.tuples.set(
        where, 2, place.offset().isPresent() ? py.ints.of(place.offset().getAsInt()) : none());
    py.tuples.set(where, 3, place.text().map(py.strs::of).orElseGet(this::none));
    long arguments = py.tuples.create(2);
    py.tuples.set(arguments, 0, py.strs.of(error.msg()));
    py.tuples.set(arguments, 1, where);
    try {
      return Raise.object(py.calls.call(py.exceptions.type(error.typeName()), arguments, 0L));
    } finally {
      py.decref(arguments);
    }
  }

  private long none() {
    return py.newNone();
  }
}
