package gradus.engine.lib;

import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.vm.Modules;

/** The function {@code print}. */
final class PrintFunction {

  private final Python python;
  private final Space py;

  PrintFunction(Python python) {
    this.python = python;
    py = python.py;
  }

  void fill(Modules modules, long module) {
    modules.function(module, "print", this::print);
  }

  private long print(long self, long args, int count, long names) {
    long[] values =
        py.arguments.parse(
            "print", args + 8L * count, 0, names, 0, "$sep", "$end", "$file", "$flush");
    String separator = text(values[0], "sep", " ");
    String end = text(values[1], "end", "\n");
    long file = values[2];
    if (file == 0 || file == py.none) {
      long sys = python.machine.modules.find("sys");
      file = py.attributes.find(sys, "stdout");
      if (file == 0) {
        throw Raise.runtimeError("lost sys.stdout");
      }
      py.decref(file);
    }
    StringBuilder out = new StringBuilder();
    for (int index = 0; index < count; index++) {
      out.append(index == 0 ? "" : separator);
      out.append(py.texts.strText(py.arguments.get(args, index)));
    }
    write(file, out.append(end).toString());
    return py.newNone();
  }

  private void write(long file, String text) {
    long str = py.strs.of(text);
    try {
      py.decref(py.calls.method(file, "write", str));
    } finally {
      py.decref(str);
    }
  }

  private String text(long value, String name, String otherwise) {
    if (value == 0 || value == py.none) {
      return otherwise;
    }
    if (!py.strs.is(value)) {
      throw Raise.typeError(
          "%s must be None or a string, not %s".formatted(name, py.typeName(value)));
    }
    return py.strs.text(value);
  }
}
