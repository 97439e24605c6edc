package gradus.engine.lib;

import gradus.engine.layout.CodeStructs;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.Unary;
import java.util.function.Consumer;

/** The object behind {@code sys.stdout}: a text stream one can only write to. */
final class TextOutput {

  private final Space py;
  private final Streams streams;

  TextOutput(Python python) {
    py = python.py;
    streams = python.streams;
  }

  long define(Consumer<String> sink, String name) {
    long type =
        TypeBuilder.define(py, "_io.TextIOWrapper", CodeStructs.CELL)
            .slot(
                "tp_repr",
                (Unary)
                    self ->
                        py.strs.of(
                            "<_io.TextIOWrapper name='%s' mode='w' encoding='UTF-8'>"
                                .formatted(name)))
            .method1("write", (self, text) -> write(sink, text))
            .method("flush", this::flush)
            .method1("writelines", (self, lines) -> writeAll(sink, lines))
            .method("isatty", self -> py.bool(false))
            .method("readable", self -> py.bool(false))
            .method("writable", self -> py.bool(true))
            .method("seekable", self -> py.bool(false))
            .method("fileno", self -> py.ints.of(name.equals("<stdout>") ? 1 : 2))
            .getter("closed", self -> py.bool(false))
            .getter("mode", self -> py.strs.of("w"))
            .getter("line_buffering", self -> py.bool(name.equals("<stderr>")))
            .getter(
                "errors",
                self -> py.strs.of(name.equals("<stdout>") ? "strict" : "backslashreplace"))
            .getter("encoding", self -> py.strs.of("UTF-8"))
            .getter("name", self -> py.strs.of(name))
            .ready();
    return py.create(type);
  }

  private long flush(long self) {
    streams.flush();
    return py.newNone();
  }

  private long write(Consumer<String> sink, long text) {
    if (!py.strs.is(text)) {
      throw Raise.typeError("write() argument must be str, not " + py.typeName(text));
    }
    sink.accept(py.strs.text(text));
    return py.ints.of(py.strs.length(text));
  }

  private long writeAll(Consumer<String> sink, long lines) {
    long iterator = py.items.iter(lines);
    try {
      for (long line = py.items.next(iterator); line != 0; line = py.items.next(iterator)) {
        try {
          py.decref(write(sink, line));
        } finally {
          py.decref(line);
        }
      }
    } finally {
      py.decref(iterator);
    }
    return py.newNone();
  }
}
