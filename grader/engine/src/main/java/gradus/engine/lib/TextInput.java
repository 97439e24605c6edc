package gradus.engine.lib;

import gradus.engine.layout.CodeStructs;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.Unary;
import gradus.engine.vm.Modules;

/** The object behind {@code sys.stdin}, and the function {@code input} that reads from it. */
final class TextInput {

  private static final String REPR = "<_io.TextIOWrapper name='<stdin>' mode='r' encoding='UTF-8'>";

  private final Python python;
  private final Space py;

  /** What was read of a line of which only a part was asked for. */
  private String pending = "";

  TextInput(Python python) {
    this.python = python;
    py = python.py;
  }

  /** The stream. */
  long define() {
    long type =
        TypeBuilder.define(py, "_io.TextIOWrapper", CodeStructs.CELL)
            .slot("tp_repr", (Unary) self -> py.strs.of(REPR))
            .slot("tp_iter", (Unary) py::own)
            .slot("tp_iternext", (Unary) self -> orEnd(take(-1, true)))
            .methods("readline", 0, 1, (self, args, n, k) -> py.strs.of(take(limit(args, n), true)))
            .methods("read", 0, 1, (self, args, n, k) -> py.strs.of(take(limit(args, n), false)))
            .methods("readlines", 0, 1, (self, args, n, k) -> py.items.listOf(self))
            .method("readable", self -> py.bool(true))
            .method("writable", self -> py.bool(false))
            .method("seekable", self -> py.bool(false))
            .method("isatty", self -> py.bool(false))
            .method("fileno", self -> py.ints.of(0))
            .method("flush", self -> py.newNone())
            .getter("closed", self -> py.bool(false))
            .getter("encoding", self -> py.strs.of("UTF-8"))
            .getter("errors", self -> py.strs.of("strict"))
            .getter("mode", self -> py.strs.of("r"))
            .getter("name", self -> py.strs.of("<stdin>"))
            .ready();
    return py.create(type);
  }

  private long limit(long args, int count) {
    return count == 0 || py.arguments.get(args, 0) == py.none
        ? -1
        : py.numbers.sizeArgument(py.arguments.get(args, 0));
  }

  /** At most so many code points, -1 for any number, and at most a line if that is asked for. */
  private String take(long limit, boolean line) {
    StringBuilder out = new StringBuilder(pending);
    boolean enough = line && !pending.isEmpty();
    while (!enough && (limit < 0 || out.codePointCount(0, out.length()) < limit)) {
      String next = python.streams.line();
      out.append(next);
      enough = line || next.isEmpty();
    }
    int count = out.codePointCount(0, out.length());
    int taken = out.offsetByCodePoints(0, limit < 0 ? count : (int) Math.min(limit, count));
    int feed = line ? out.indexOf("\n") : -1;
    taken = feed >= 0 && feed < taken ? feed + 1 : taken;
    pending = out.substring(taken);
    return out.substring(0, taken);
  }

  private long orEnd(String line) {
    return line.isEmpty() ? 0 : py.strs.of(line);
  }

  /** Adds {@code input} to a module. */
  void fill(Modules modules, long module) {
    modules.function(module, "input", 0, 1, this::input);
  }

  private long input(long self, long args, int count, long names) {
    long in = stream("stdin");
    long out = stream("stdout");
    try {
      if (count > 0) {
        long prompt = py.texts.str(py.arguments.get(args, 0));
        py.decref(py.calls.method(out, "write", prompt));
        py.decref(prompt);
      }
      py.decref(py.calls.method(out, "flush"));
      return withoutFeed(py.calls.method(in, "readline"));
    } finally {
      py.decref(out);
      py.decref(in);
    }
  }

  private long withoutFeed(long line) {
    try {
      if (!py.strs.is(line)) {
        throw Raise.typeError("object.readline() returned non-string");
      }
      String text = py.strs.text(line);
      if (text.isEmpty()) {
        throw Raise.of("EOFError", "EOF when reading a line");
      }
      return py.strs.of(text.endsWith("\n") ? text.substring(0, text.length() - 1) : text);
    } finally {
      py.decref(line);
    }
  }

  private long stream(String name) {
    long stream = py.attributes.find(python.machine.modules.find("sys"), name);
    if (stream == 0 || stream == py.none) {
      throw Raise.runtimeError("input(): lost sys." + name);
    }
    return stream;
  }
}
