package gradus.engine.lib;

import gradus.engine.compiler.CompileMode;
import gradus.engine.compiler.CompileOptions;
import gradus.engine.compiler.Compiler;
import gradus.engine.compiler.source.PySyntaxError;
import gradus.engine.layout.CodeStructs;
import gradus.engine.memory.Memory;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.vm.Modules;

/** {@code compile}, {@code exec}, {@code eval}. */
final class CodeFunctions {

  /** The features of {@code __future__}, nested scopes, and how an interactive line may end. */
  private static final int KNOWN_FLAGS = 0xfe000 | 0x10 | 0x200 | 0x400;

  private final Python python;
  private final Space py;
  private final Memory memory;

  CodeFunctions(Python python) {
    this.python = python;
    py = python.py;
    memory = py.memory;
  }

  void fill(Modules modules, long module) {
    modules.function(module, "compile", this::compile);
    modules.function(module, "exec", 1, 3, (self, args, n, k) -> run(args, n, CompileMode.EXEC));
    modules.function(module, "eval", 1, 3, (self, args, n, k) -> run(args, n, CompileMode.EVAL));
  }

  private long compile(String filename, long source, CompileMode mode, int flags) {
    CompileOptions options = CompileOptions.of(filename).with(mode).withFlags(flags);
    try {
      if (!py.strs.is(source)) {
        return python.machine.codes.of(Compiler.compile(py.buffers.content(source), options));
      }
      String text = py.strs.text(source);
      if (text.indexOf('\0') >= 0) {
        throw Raise.valueError("source code string cannot contain null bytes");
      }
      return python.machine.codes.of(Compiler.compile(text, options));
    } catch (PySyntaxError error) {
      throw new SyntaxErrors(python).raise(error);
    }
  }

  private long compile(long self, long args, int count, long names) {
    long[] values =
        py.arguments.parse(
            "compile",
            args,
            count,
            names,
            3,
            "source",
            "filename",
            "mode",
            "flags",
            "dont_inherit",
            "optimize");
    String filename = py.codecs.path(values[1]);
    py.arguments.requireStr("compile", 3, values[2]);
    String mode = py.strs.text(values[2]);
    if (mode.indexOf('\0') >= 0) {
      throw Raise.valueError("embedded null character");
    }
    int flags = number(values[3], 0);
    number(values[4], 0);
    requireKnown(flags, number(values[5], -1));
    CompileMode compileMode = mode(mode);
    requireSource(values[0], "compile");
    return compile(filename, values[0], compileMode, flags);
  }

  private int number(long argument, int otherwise) {
    return argument == 0 ? otherwise : py.numbers.intArgument(argument);
  }

  private static void requireKnown(int flags, int optimize) {
    if ((flags & ~KNOWN_FLAGS) != 0) {
      throw Raise.valueError("compile(): unrecognised flags");
    }
    if (optimize < -1 || optimize > 2) {
      throw Raise.valueError("compile(): invalid optimize value");
    }
  }

  private static CompileMode mode(String name) {
    return switch (name) {
      case "exec" -> CompileMode.EXEC;
      case "eval" -> CompileMode.EVAL;
      case "single" -> CompileMode.SINGLE;
      default -> throw Raise.valueError("compile() mode must be 'exec', 'eval' or 'single'");
    };
  }

  private void requireSource(long source, String function) {
    if (!py.strs.is(source) && !py.buffers.supports(source)) {
      throw Raise.typeError(
          "%s() arg 1 must be a string, bytes or %s object"
              .formatted(function, function.equals("compile") ? "AST" : "code"));
    }
  }

  private long run(long args, int count, CompileMode mode) {
    String function = mode == CompileMode.EVAL ? "eval" : "exec";
    long source = py.arguments.get(args, 0);
    long globals = count > 1 ? py.arguments.get(args, 1) : py.none;
    long locals = count > 2 ? py.arguments.get(args, 2) : py.none;
    if (globals == py.none) {
      globals = python.machine.globals();
      locals =
          locals == py.none ? python.machine.frames.locals(python.machine.thread.frame()) : locals;
    } else if (!py.dicts.is(globals)) {
      throw Raise.typeError(
          mode == CompileMode.EVAL
              ? "globals must be a dict"
              : "exec() globals must be a dict, not " + py.typeName(globals));
    }
    locals = locals == py.none ? globals : locals;
    if (!py.dicts.contains(globals, py.names.of("__builtins__"))) {
      py.dicts.setName(globals, "__builtins__", python.machine.modules.find("builtins"));
    }
    long code = code(source, function, mode);
    try {
      long result = python.machine.runCode(code, globals, locals);
      if (mode == CompileMode.EVAL) {
        return result;
      }
      py.decref(result);
      return py.newNone();
    } finally {
      py.decref(code);
    }
  }

  private long code(long source, String function, CompileMode mode) {
    if (py.typeOf(source) == python.machine.codes.type()) {
      long frees = memory.load64(source + CodeStructs.CODE.offset("co_freevars"));
      if (py.tuples.size(frees) > 0) {
        throw Raise.typeError(
            "code object passed to %s() may not contain free variables".formatted(function));
      }
      return py.own(source);
    }
    requireSource(source, function);
    if (mode != CompileMode.EVAL || !py.strs.is(source)) {
      return compile("<string>", source, mode, 0);
    }
    long stripped = py.strs.of(py.strs.text(source).replaceFirst("^[ \t]+", ""));
    try {
      return compile("<string>", stripped, mode, 0);
    } finally {
      py.decref(stripped);
    }
  }
}
