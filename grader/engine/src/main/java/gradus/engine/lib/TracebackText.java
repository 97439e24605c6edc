package gradus.engine.lib;

import gradus.engine.layout.CodeStructs;
import gradus.engine.layout.ObjectStructs;
import gradus.engine.memory.Memory;
import gradus.engine.object.Exceptions;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.vm.Tracebacks;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Exceptions as the interpreter prints them (Python/pythonrun.c, Python/traceback.c). */
final class TracebackText {

  private static final int CODE = CodeStructs.FRAME.offset("f_code");
  private static final int FILENAME = CodeStructs.CODE.offset("co_filename");
  private static final int NAME = CodeStructs.CODE.offset("co_name");
  private static final int REPEATS_SHOWN = 3;
  private static final int USUAL_LIMIT = 1_000;

  private final Python python;
  private final Space py;
  private final Memory memory;

  TracebackText(Python python) {
    this.python = python;
    py = python.py;
    memory = py.memory;
  }

  /** The exception with its causes and contexts, as it ends a program. */
  String of(long exception) {
    StringBuilder out = new StringBuilder();
    chain(out, exception, new HashSet<>());
    return out.toString();
  }

  private void chain(StringBuilder out, long exception, Set<Long> seen) {
    seen.add(exception);
    long cause = memory.load64(exception + Exceptions.CAUSE);
    long context = memory.load64(exception + Exceptions.CONTEXT);
    boolean suppressed = memory.load8(exception + Exceptions.SUPPRESS) != 0;
    if (cause != 0) {
      if (!seen.contains(cause)) {
        chain(out, cause, seen);
        out.append("\nThe above exception was the direct cause of the following exception:\n\n");
      }
    } else if (context != 0 && !suppressed && !seen.contains(context)) {
      chain(out, context, seen);
      out.append("\nDuring handling of the above exception, another exception occurred:\n\n");
    }
    one(out, exception);
  }

  private void one(StringBuilder out, long exception) {
    int limit = limit();
    long traceback = memory.load64(exception + Exceptions.TRACEBACK);
    if (traceback != 0 && limit > 0) {
      out.append("Traceback (most recent call last):\n");
      List<Long> all = entries(traceback);
      frames(out, all.subList(Math.max(0, all.size() - limit), all.size()));
    }
    out.append(lastLines(exception));
  }

  /** How many entries of a traceback are shown, the last ones: {@code sys.tracebacklimit}. */
  private int limit() {
    long value = py.attributes.find(python.machine.modules.find("sys"), "tracebacklimit");
    if (value == 0) {
      return USUAL_LIMIT;
    }
    try {
      BigInteger most = BigInteger.valueOf(Integer.MAX_VALUE);
      return py.ints.is(value)
          ? py.ints.value(value).max(BigInteger.ZERO).min(most).intValue()
          : USUAL_LIMIT;
    } finally {
      py.decref(value);
    }
  }

  /** The entries of a traceback; damaged memory can make it lead back to itself. */
  private List<Long> entries(long first) {
    Set<Long> entries = new LinkedHashSet<>();
    for (long tb = first; tb != 0 && entries.add(tb); ) {
      tb = memory.load64(tb + Tracebacks.NEXT);
    }
    return List.copyOf(entries);
  }

  private void frames(StringBuilder out, List<Long> entries) {
    String last = "";
    int repeats = 0;
    for (long entry : entries) {
      String line = frame(entry);
      if (!line.equals(last)) {
        noteRepeats(out, repeats);
        repeats = 0;
        last = line;
      } else {
        repeats++;
      }
      if (repeats < REPEATS_SHOWN) {
        out.append(line);
      }
    }
    noteRepeats(out, repeats);
  }

  private static void noteRepeats(StringBuilder out, int repeats) {
    int more = repeats - REPEATS_SHOWN + 1;
    if (more > 0) {
      out.append(
          "  [Previous line repeated %d more time%s]\n".formatted(more, more > 1 ? "s" : ""));
    }
  }

  private String frame(long traceback) {
    long code = memory.load64(memory.load64(traceback + Tracebacks.FRAME) + CODE);
    String file = py.strs.text(memory.load64(code + FILENAME));
    int line = memory.load32(traceback + Tracebacks.LINENO);
    String head =
        "  File \"%s\", line %d, in %s\n"
            .formatted(file, line, py.strs.text(memory.load64(code + NAME)));
    return head + python.sources.line(file, line).map(text -> "    " + text + "\n").orElse("");
  }

  /** The line that names the exception; a syntax error is quoted before it. */
  String lastLines(long exception) {
    long type = py.typeOf(exception);
    String quoted = "";
    String text;
    if (py.typeObjects.isSubtype(type, py.exceptions.type("SyntaxError")) && hasPlace(exception)) {
      quoted = quotedPlace(exception);
      text = py.texts.strText(field(exception, "msg"));
    } else {
      text = orIfItRaises(() -> py.texts.strText(exception), "<exception str() failed>");
    }
    String name = typeName(type);
    return quoted + (text.isEmpty() ? name + "\n" : name + ": " + text + "\n");
  }

  private String orIfItRaises(Supplier<String> text, String otherwise) {
    try {
      return text.get();
    } catch (Raise raise) {
      py.exceptions.drop(raise);
      return otherwise;
    }
  }

  private String typeName(long type) {
    String name = py.typeObjects.fullName(type);
    long module = py.attributes.find(type, "__module__");
    String prefix = module != 0 && py.strs.is(module) ? py.strs.text(module) + "." : "";
    py.xdecref(module);
    name = name.substring(name.lastIndexOf('.') + 1);
    return prefix.equals("builtins.") ? name : prefix + name;
  }

  private long field(long exception, String name) {
    long value = memory.load64(exception + ObjectStructs.SYNTAX_ERROR.offset(name));
    return value == 0 ? py.none : value;
  }

  private boolean hasPlace(long exception) {
    return py.typeOf(field(exception, "lineno")) == py.types.integer;
  }

  private String quotedPlace(long exception) {
    long file = field(exception, "filename");
    StringBuilder out =
        new StringBuilder(
            "  File \"%s\", line %s\n"
                .formatted(
                    file == py.none ? "<string>" : py.texts.strText(file),
                    py.texts.strText(field(exception, "lineno"))));
    long text = field(exception, "text");
    if (text != py.none) {
      quote(out, py.strs.text(text), field(exception, "offset"));
    }
    return out.toString();
  }

  private void quote(StringBuilder out, String text, long offset) {
    int column = offset == py.none ? -1 : (int) py.ints.longValue(offset);
    String line = text;
    if (column > 0 && column == line.length() && line.endsWith("\n")) {
      column--;
    }
    int newline = line.indexOf('\n');
    while (newline >= 0 && newline < column - 1 && newline < line.length() - 1) {
      column -= newline + 1;
      line = line.substring(newline + 1);
      newline = line.indexOf('\n');
    }
    int blanks = 0;
    while (blanks < line.length() && " \t\f".indexOf(line.charAt(blanks)) >= 0) {
      blanks++;
    }
    line = line.substring(blanks);
    out.append("    ").append(line).append(line.endsWith("\n") ? "" : "\n");
    if (offset != py.none) {
      out.append("    ").append(" ".repeat(Math.max(0, column - blanks - 1))).append("^\n");
    }
  }

  /** What is printed of an exception that cannot be raised, as in {@code __del__}. */
  String unraisable(long exception, long where) {
    long object = where == 0 ? py.none : where;
    StringBuilder out = new StringBuilder("Exception ignored in: ");
    out.append(orIfItRaises(() -> py.texts.reprText(object), "<object repr() failed>"))
        .append('\n');
    one(out, exception);
    return out.toString();
  }
}
