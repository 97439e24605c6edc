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

  TextOutput(Space py) {
    this.py = py;
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
            .method("flush", self -> py.newNone())
            .method("isatty", self -> py.bool(false))
            .getter("encoding", self -> py.strs.of("UTF-8"))
            .getter("name", self -> py.strs.of(name))
            .ready();
    return py.create(type);
  }

  private long write(Consumer<String> sink, long text) {
    if (!py.strs.is(text)) {
      throw Raise.typeError("write() argument must be str, not " + py.typeName(text));
    }
    sink.accept(py.strs.text(text));
    return py.ints.of(py.strs.length(text));
  }
}
