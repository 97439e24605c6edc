package gradus.engine.vm;

import gradus.engine.memory.Memory;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import java.util.ArrayList;
import java.util.List;

/** Brings a call's arguments into a frame's locals (_PyEval_EvalCodeWithName). */
final class ArgumentBinding {

  private final Machine machine;
  private final Space py;
  private final Memory memory;

  ArgumentBinding(Machine machine) {
    this.machine = machine;
    py = machine.py;
    memory = py.memory;
  }

  /** A frame that is ready to run. */
  long frame(long function, long code, long globals, long arguments, int count, long names) {
    long frame = machine.newFrame(code, globals, 0);
    try {
      new Call(function, code, frame).bind(arguments, count, names);
      return frame;
    } catch (Raise raise) {
      py.decref(frame);
      throw raise;
    }
  }

  /** One call. */
  private final class Call {
    private final long function;
    private final long code;
    private final long frame;
    private final long fast;
    private final int flags;
    private final int positional;
    private final int named;
    private long extraKeywords;

    Call(long function, long code, long frame) {
      this.function = function;
      this.code = code;
      this.frame = frame;
      fast = frame + Frames.FAST;
      flags = memory.load32(code + CodeObjects.FLAGS);
      positional = memory.load32(code + CodeObjects.ARGCOUNT);
      named = positional + memory.load32(code + CodeObjects.KWONLY);
    }

    private long get(int index) {
      return memory.load64(fast + 8L * index);
    }

    private void set(int index, long value) {
      memory.store64(fast + 8L * index, value);
    }

    private String name(int index) {
      long varnames = memory.load64(code + CodeObjects.VARNAMES);
      return py.strs.text(py.tuples.get(varnames, index));
    }

    private String functionName() {
      return machine.codes.name(code);
    }

    void bind(long arguments, int count, long names) {
      int next = named;
      boolean variable = (flags & Flags.VARARGS) != 0;
      if ((flags & Flags.VARKEYWORDS) != 0) {
        extraKeywords = py.dicts.create();
        set(named + (variable ? 1 : 0), extraKeywords);
      }
      int taken = Math.min(count, positional);
      for (int index = 0; index < taken; index++) {
        set(index, py.own(memory.load64(arguments + 8L * index)));
      }
      if (variable) {
        set(next, py.tuples.ofArray(arguments + 8L * taken, count - taken));
      }
      keywords(arguments, count, names);
      if (count > positional && !variable) {
        throw tooMany(count);
      }
      positionalDefaults(count);
      keywordDefaults();
      placeCells(machine, frame, code, function);
    }

    private void keywords(long arguments, int count, long names) {
      int keywords = names == 0 ? 0 : py.tuples.size(names);
      for (int index = 0; index < keywords; index++) {
        long keyword = py.tuples.get(names, index);
        long value = memory.load64(arguments + 8L * (count + index));
        if (!py.strs.is(keyword)) {
          throw Raise.typeError(functionName() + "() keywords must be strings");
        }
        keyword(keyword, value);
      }
    }

    private void keyword(long keyword, long value) {
      long varnames = memory.load64(code + CodeObjects.VARNAMES);
      for (int index = 0; index < named; index++) {
        if (py.strs.equal(py.tuples.get(varnames, index), keyword)) {
          if (get(index) != 0) {
            throw Raise.typeError(
                "%s() got multiple values for argument '%s'"
                    .formatted(functionName(), py.strs.text(keyword)));
          }
          set(index, py.own(value));
          return;
        }
      }
      if (extraKeywords == 0) {
        throw Raise.typeError(
            "%s() got an unexpected keyword argument '%s'"
                .formatted(functionName(), py.strs.text(keyword)));
      }
      py.dicts.set(extraKeywords, keyword, value);
    }

    private int defaultCount() {
      long defaults = memory.load64(function + Functions.DEFAULTS);
      return defaults == 0 ? 0 : py.tuples.size(defaults);
    }

    private Raise tooMany(int given) {
      int defaults = defaultCount();
      int keywordOnly = 0;
      for (int index = positional; index < named; index++) {
        keywordOnly += get(index) != 0 ? 1 : 0;
      }
      boolean plural = defaults > 0 || positional != 1;
      String takes =
          defaults > 0
              ? "from %d to %d".formatted(positional - defaults, positional)
              : Integer.toString(positional);
      String extra =
          keywordOnly > 0
              ? " positional argument%s (and %d keyword-only argument%s)"
                  .formatted(given != 1 ? "s" : "", keywordOnly, keywordOnly != 1 ? "s" : "")
              : "";
      return Raise.typeError(
          "%s() takes %s positional argument%s but %d%s %s given"
              .formatted(
                  functionName(),
                  takes,
                  plural ? "s" : "",
                  given,
                  extra,
                  given == 1 && keywordOnly == 0 ? "was" : "were"));
    }

    private void positionalDefaults(int count) {
      if (count >= positional) {
        return;
      }
      int defaults = defaultCount();
      int required = positional - defaults;
      List<String> missing = new ArrayList<>();
      for (int index = count; index < required; index++) {
        if (get(index) == 0) {
          missing.add(name(index));
        }
      }
      if (!missing.isEmpty()) {
        throw missing("positional", missing);
      }
      for (int index = Math.max(required, 0); index < positional; index++) {
        if (get(index) == 0) {
          long tuple = memory.load64(function + Functions.DEFAULTS);
          set(index, py.own(py.tuples.get(tuple, index - required)));
        }
      }
    }

    private void keywordDefaults() {
      List<String> missing = new ArrayList<>();
      long defaults = memory.load64(function + Functions.KWDEFAULTS);
      long varnames = memory.load64(code + CodeObjects.VARNAMES);
      for (int index = positional; index < named; index++) {
        if (get(index) == 0) {
          long value =
              defaults == 0 ? 0 : py.dicts.getName(defaults, py.tuples.get(varnames, index));
          if (value == 0) {
            missing.add(name(index));
          } else {
            set(index, py.own(value));
          }
        }
      }
      if (!missing.isEmpty()) {
        throw missing("keyword-only", missing);
      }
    }

    private Raise missing(String kind, List<String> names) {
      int count = names.size();
      List<String> quoted = names.stream().map(name -> "'" + name + "'").toList();
      String list =
          switch (count) {
            case 1 -> quoted.get(0);
            case 2 -> quoted.get(0) + " and " + quoted.get(1);
            default ->
                String.join(", ", quoted.subList(0, count - 1)) + ", and " + quoted.get(count - 1);
          };
      return Raise.typeError(
          "%s() missing %d required %s argument%s: %s"
              .formatted(functionName(), count, kind, count == 1 ? "" : "s", list));
    }
  }

  /** Makes a frame's cells, and puts the function's free variables behind them. */
  static void placeCells(Machine machine, long frame, long code, long function) {
    Space py = machine.py;
    Memory memory = py.memory;
    long fast = frame + Frames.FAST;
    long slots = fast + 8L * memory.load32(code + CodeObjects.NLOCALS);
    long table = memory.load64(code + CodeObjects.CELL2ARG);
    int cells = py.tuples.size(memory.load64(code + CodeObjects.CELLVARS));
    for (int cell = 0; cell < cells; cell++) {
      int argument = table == 0 ? -1 : (byte) memory.load8(table + cell);
      long value = argument >= 0 ? memory.load64(fast + 8L * argument) : 0;
      if (argument >= 0) {
        memory.store64(fast + 8L * argument, 0);
      }
      memory.store64(slots + 8L * cell, machine.cells.of(value));
    }
    int frees = py.tuples.size(memory.load64(code + CodeObjects.FREEVARS));
    for (int index = 0; index < frees; index++) {
      long closure = memory.load64(function + Functions.CLOSURE);
      memory.store64(slots + 8L * (cells + index), py.own(py.tuples.get(closure, index)));
    }
  }
}
