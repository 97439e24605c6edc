package gradus.engine.lib;

import gradus.engine.builtin.Builtins;
import gradus.engine.compiler.CompileMode;
import gradus.engine.compiler.CompileOptions;
import gradus.engine.compiler.Compiler;
import gradus.engine.compiler.code.Code;
import gradus.engine.compiler.source.PySyntaxError;
import gradus.engine.layout.GrowthPolicy;
import gradus.engine.layout.ObjectLayout;
import gradus.engine.lib.ctypes.CtypesModule;
import gradus.engine.lib.io.IoModule;
import gradus.engine.memory.Memory;
import gradus.engine.object.Exceptions;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.vm.LimitExceeded;
import gradus.engine.vm.Machine;
import gradus.engine.vm.Modules;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A Python process: the object space, the interpreter, the modules, the standard streams. */
public final class Python {

  public final Space py;
  public final Machine machine;
  final Streams streams;
  final Sources sources;
  final ModuleLoader loader;
  final NamespaceType namespaces;
  ModuleFinder finder = ModuleFinder.NONE;
  private @Nullable IoModule io;

  /**
   * Starts a process.
   *
   * @param limit the most bytes it may map
   */
  public Python(ObjectLayout layout, GrowthPolicy growth, long limit, Streams streams) {
    this.streams = streams;
    py = Builtins.space(layout, growth, limit);
    machine = new Machine(py);
    sources = new Sources();
    loader = new ModuleLoader(this);
    namespaces = new NamespaceType(py);
    machine.modules.register("builtins", new BuiltinsModule(this)::fill);
    machine.modules.register("sys", new SysModule(this)::fill);
    machine.modules.register("ctypes", this::fillCtypes);
    machine.modules.register("types", new TypesModule(this)::fill);
    machine.modules.register("linecache", new LinecacheModule(this)::fill);
    machine.modules.register("_opcode", new OpcodeModule(this)::fill);
    for (String name : List.of("__future__", "dis", "inspect", "opcode", "weakref")) {
      machine.modules.register(name, new BundledSource(this, name));
    }
    machine.modules.register("math", new MathModule(this)::fill);
    machine.modules.register("operator", new OperatorModule(this)::fill);
    machine.modules.register("_operator", new OperatorModule(this)::fill);
    for (String name : List.of("io", "_io")) {
      machine.modules.register(name, (modules, module) -> io().fill(modules, module));
    }
    machine.modules.register("time", new TimeModule(this)::fill);
    machine.modules.register("gc", new GcModule(this)::fill);
    machine.modules.register("_weakref", new WeakRefModule(this)::fill);
    py.exceptions.unraisableTo(this::reportUnraisable);
    machine.warnings.to(this::reportWarning);
    machine.modules.find("builtins");
    machine.modules.find("sys");
  }

  /** From then on the program may look at any byte. */
  private void fillCtypes(Modules modules, long module) {
    machine.stepOnly();
    new CtypesModule(py).fill(modules, module);
  }

  /** The module io, whose types are made when it is imported first. */
  private IoModule io() {
    if (io == null) {
      io = new IoModule(py);
    }
    return io;
  }

  /** The namespace of {@code __main__}, borrowed. */
  public long mainDict() {
    long main = machine.modules.find("__main__");
    if (main == 0) {
      main = machine.modules.create("__main__");
      py.dicts.setName(machine.modules.loaded(), "__main__", main);
      py.decref(main);
      py.dicts.setName(
          machine.modules.dict(main), "__builtins__", machine.modules.find("builtins"));
      long annotations = py.dicts.create();
      py.dicts.setName(machine.modules.dict(main), "__annotations__", annotations);
      py.decref(annotations);
    }
    return machine.modules.dict(main);
  }

  /** Runs source in {@code __main__}; what it raises is thrown. */
  public void runInMain(String filename, byte[] source) {
    sources.add(filename, source);
    run(compile(source, CompileOptions.of(filename)));
  }

  private void run(long code) {
    try {
      py.decref(machine.runCode(code, mainDict(), mainDict()));
    } finally {
      py.decref(code);
      streams.flush();
    }
  }

  /** The value of an expression in {@code __main__}, a new reference. */
  public long evaluate(String expression) {
    byte[] source = expression.getBytes(StandardCharsets.UTF_8);
    CompileOptions options = CompileOptions.of("<eval>").with(CompileMode.EVAL);
    long code = compile(source, options);
    try {
      return machine.runCode(code, mainDict(), mainDict());
    } finally {
      py.decref(code);
    }
  }

  /** What the interpreter prints of an exception that nobody caught. */
  public String traceback(long exception) {
    return new TracebackText(this).of(exception);
  }

  /** {@code sys.getsizeof}. */
  public long sizeOf(long object) {
    return SysModule.sizeOf(py, object);
  }

  /**
   * Lets the program import modules written in Python, from folders and from nowhere else.
   *
   * @param root the folder {@code sys.path} begins with
   * @param others those that the program may add to a path
   */
  public void importFrom(Path root, Path... others) {
    finder = new FolderFinder(root, others);
    appendTo("path", root.toString());
  }

  /** What the program was started with: {@code sys.argv}, its own name first. */
  public void startedWith(List<String> arguments) {
    arguments.forEach(argument -> appendTo("argv", argument));
  }

  private void appendTo(String list, String text) {
    long object = py.attributes.get(machine.modules.find("sys"), list);
    long item = py.strs.of(text);
    py.decref(py.calls.method(object, "append", item));
    py.decref(item);
    py.decref(object);
  }

  /**
   * Runs a program as {@code python3.6 file} does.
   *
   * @return the exit status
   */
  public int runFile(String filename, byte[] source) {
    long dict = mainDict();
    long file = py.strs.of(filename);
    py.dicts.setName(dict, "__file__", file);
    py.decref(file);
    py.dicts.setName(dict, "__cached__", py.none);
    sources.add(filename, source);
    return runAndEnd(source, CompileOptions.of(filename));
  }

  private int runToEnd(byte[] source, CompileOptions options) {
    try {
      long code = compileFile(source, options);
      py.decref(machine.runCode(code, mainDict(), mainDict()));
      py.decref(code);
      return 0;
    } catch (Raise raise) {
      return failed(raise);
    }
  }

  /** Runs the program and ends the process; the exit status. */
  private int runAndEnd(byte[] source, CompileOptions options) {
    try {
      int status = runToEnd(source, options);
      new Shutdown(this).run();
      return status;
    } catch (LimitExceeded limit) {
      throw limit;
    } catch (RuntimeException failure) {
      return new Crashes(this).end(failure);
    } catch (OutOfMemoryError failure) {
      // A length that was read from memory can ask for more than there is.
      return new Crashes(this).end(failure);
    } finally {
      streams.flush();
    }
  }

  /** Tells {@code sys.stderr} of an exception nobody can catch. */
  private void reportUnraisable(long exception, long where) {
    report(new TracebackText(this).unraisable(exception, where));
  }

  private void reportWarning(String filename, int line, String category, String text) {
    String source = sources.line(filename, line).map("  %s\n"::formatted).orElse("");
    report("%s:%d: %s: %s\n%s".formatted(filename, line, category, text, source));
  }

  /** Writes to {@code sys.stderr}; what goes wrong there is lost. */
  private void report(String text) {
    try {
      long stderr = py.attributes.find(machine.modules.find("sys"), "stderr");
      long line = py.strs.of(text);
      if (stderr != 0 && stderr != py.none) {
        py.decref(py.calls.method(stderr, "write", line));
      }
      py.decref(line);
      py.xdecref(stderr);
    } catch (Raise raise) {
      py.exceptions.drop(raise);
    }
  }

  /** The code object of a file's source. */
  long compile(String filename, byte[] source) {
    return compile(source, CompileOptions.of(filename));
  }

  private long compile(byte[] source, CompileOptions options) {
    return codeOf(() -> Compiler.compile(source, options));
  }

  private long compileFile(byte[] source, CompileOptions options) {
    return codeOf(() -> Compiler.compileFile(source, options));
  }

  private long codeOf(Supplier<Code> compilation) {
    try {
      return machine.codes.of(compilation.get());
    } catch (PySyntaxError error) {
      throw new SyntaxErrors(this).raiseInFile(error);
    }
  }

  /** Shows an exception that nobody caught; the exit status. */
  private int failed(Raise raise) {
    long exception = py.exceptions.object(raise);
    try {
      if (py.typeObjects.isInstance(exception, py.exceptions.type("SystemExit"))) {
        return exitStatus(exception);
      }
      streams.flush();
      streams.error(new TracebackText(this).of(exception));
      return 1;
    } finally {
      py.exceptions.drop(raise);
    }
  }

  private int exitStatus(long exception) {
    Memory memory = py.memory;
    long code = memory.load64(exception + Exceptions.STOP_VALUE);
    if (code == 0 || code == py.none) {
      return 0;
    }
    if (py.typeOf(code) == py.types.integer) {
      return py.numbers.fits(code) ? (int) py.ints.longValue(code) : -1;
    }
    streams.flush();
    streams.error(py.texts.strText(code) + "\n");
    return 1;
  }
}
