package gradus.engine.object;

import gradus.engine.layout.ObjectStructs;

/** {@code str(SyntaxError(…))}: the message, with the file's last name and the line. */
final class SyntaxErrorText {

  private SyntaxErrorText() {}

  static long of(Space py, long self) {
    long message = field(py, self, "msg");
    long file = field(py, self, "filename");
    long line = field(py, self, "lineno");
    String text = py.texts.strText(message == 0 ? py.none : message);
    boolean hasFile = file != 0 && py.strs.is(file);
    boolean hasLine = line != 0 && py.typeOf(line) == py.types.integer;
    String name = hasFile ? py.strs.text(file) : "";
    name = name.substring(name.lastIndexOf('/') + 1);
    if (hasFile && hasLine) {
      return py.strs.of("%s (%s, line %s)".formatted(text, name, py.ints.value(line)));
    }
    if (hasFile) {
      return py.strs.of("%s (%s)".formatted(text, name));
    }
    return py.strs.of(hasLine ? "%s (line %s)".formatted(text, py.ints.value(line)) : text);
  }

  private static long field(Space py, long self, String name) {
    return py.memory.load64(self + ObjectStructs.SYNTAX_ERROR.offset(name));
  }
}
