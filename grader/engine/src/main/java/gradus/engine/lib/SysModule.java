package gradus.engine.lib;

import gradus.engine.memory.Memory;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.vm.Modules;

/** The module {@code sys}. */
final class SysModule {

  private final Python python;
  private final Space py;
  private final Memory memory;

  SysModule(Python python) {
    this.python = python;
    py = python.py;
    memory = py.memory;
  }

  void fill(Modules modules, long module) {
    modules.value(module, "modules", py.own(modules.loaded()));
    modules.value(module, "maxsize", py.ints.of(Long.MAX_VALUE));
    modules.value(module, "maxunicode", py.ints.of(0x10ffff));
    modules.value(module, "byteorder", py.strs.of("little"));
    modules.value(module, "platform", py.strs.of("linux"));
    modules.value(module, "path", py.lists.create(0));
    modules.value(module, "argv", py.lists.create(0));
    modules.value(module, "version", py.strs.of("3.6.15 (gradus)"));
    modules.value(module, "hexversion", py.ints.of(0x03060ff0));
    modules.value(module, "dont_write_bytecode", py.bool(true));
    new SysFacts(py).fill(modules, module);
    new AsyncHooks(python).fill(modules, module);
    new SysInstallation(python).fill(modules, module);
    long stdout = new TextOutput(python).define(python.streams::output, "<stdout>");
    long stderr = new TextOutput(python).define(python.streams::error, "<stderr>");
    long stdin = new TextInput(python).define();
    modules.value(module, "__stdin__", py.own(stdin));
    modules.value(module, "stdin", stdin);
    modules.value(module, "__stdout__", py.own(stdout));
    modules.value(module, "stdout", stdout);
    modules.value(module, "__stderr__", py.own(stderr));
    modules.value(module, "stderr", stderr);
    functions(modules, module);
  }

  private void functions(Modules modules, long module) {
    modules.function(module, "exc_info", 0, 0, (self, args, n, k) -> excInfo());
    modules.function(
        module,
        "getrefcount",
        1,
        1,
        (self, args, n, k) -> py.ints.of(py.refs.count(py.arguments.get(args, 0))));
    modules.function(
        module,
        "getsizeof",
        1,
        2,
        (self, args, n, k) -> py.ints.of(sizeOf(py, py.arguments.get(args, 0))));
    modules.function(
        module,
        "getrecursionlimit",
        0,
        0,
        (self, args, n, k) -> py.ints.of(py.exceptions.recursionLimit()));
    modules.function(module, "setrecursionlimit", 1, 1, this::setRecursionLimit);
    modules.function(
        module,
        "intern",
        1,
        1,
        (self, args, n, k) -> py.strs.intern(py.own(py.arguments.get(args, 0))));
    modules.function(module, "exit", 0, 1, this::exit);
    modules.function(module, "_getframe", 0, 1, this::getFrame);
    modules.function(module, "displayhook", 1, 1, this::display);
    modules.function(module, "excepthook", 3, 3, this::reportException);
    for (String hook : new String[] {"displayhook", "excepthook"}) {
      modules.value(module, "__%s__".formatted(hook), py.attributes.get(module, hook));
    }
    modules.function(
        module,
        "getallocatedblocks",
        0,
        0,
        (self, args, n, k) -> py.ints.of(py.ground.allocator().allocatedBlocks()));
    modules.function(module, "getdefaultencoding", 0, 0, (self, args, n, k) -> py.strs.of("utf-8"));
    new SysTracing(python).fill(modules, module);
  }

  private long excInfo() {
    long value = python.machine.thread.handledValue();
    if (value == 0) {
      return py.tuples.of(py.none, py.none, py.none);
    }
    long traceback = memory.load64(value + gradus.engine.object.Exceptions.TRACEBACK);
    return py.tuples.of(py.typeOf(value), value, traceback == 0 ? py.none : traceback);
  }

  /** The size in bytes of an object with what belongs to it alone, and the collector's header. */
  static long sizeOf(Space py, long object) {
    long size = py.calls.special(object, "__sizeof__");
    long bytes = py.numbers.size(size);
    py.decref(size);
    boolean container = py.types.isContainer(object);
    boolean isStatic = gradus.engine.memory.Segment.DATA.contains(object);
    return bytes + (container && !isStatic ? py.ground.collectorHeadSize() : 0);
  }

  private long setRecursionLimit(long self, long args, int count, long names) {
    long limit = py.numbers.intArgument(py.arguments.get(args, 0));
    if (limit < 1) {
      throw Raise.valueError("recursion limit must be greater or equal than 1");
    }
    if (py.exceptions.depth() >= limit) {
      throw Raise.of(
          "RecursionError",
          "cannot set the recursion limit to %d at the recursion depth %d: the limit is too low"
              .formatted(limit, py.exceptions.depth()));
    }
    py.exceptions.setRecursionLimit((int) limit);
    return py.newNone();
  }

  private long exit(long self, long args, int count, long names) {
    long type = py.exceptions.type("SystemExit");
    throw Raise.object(
        count == 0 ? py.calls.call(type) : py.calls.call(type, py.arguments.get(args, 0)));
  }

  private long getFrame(long self, long args, int count, long names) {
    long depth = count == 0 ? 0 : py.numbers.intArgument(py.arguments.get(args, 0));
    long frame = python.machine.thread.frame();
    int back = gradus.engine.layout.CodeStructs.FRAME.offset("f_back");
    for (; depth > 0 && frame != 0; depth--) {
      frame = memory.load64(frame + back);
    }
    if (frame == 0) {
      throw Raise.valueError("call stack is not deep enough");
    }
    return py.own(frame);
  }

  private long reportException(long self, long args, int count, long names) {
    long exception = py.arguments.get(args, 1);
    if (!py.types.isException(exception)) {
      throw Raise.typeError("excepthook() needs an exception, not " + py.typeName(exception));
    }
    write("stderr", py.strs.of(new TracebackText(python).of(exception)));
    return py.newNone();
  }

  private long display(long self, long args, int count, long names) {
    long value = py.arguments.get(args, 0);
    if (value != py.none) {
      long builtins = python.machine.modules.builtinsDict();
      py.dicts.setName(builtins, "_", py.none);
      show(value);
      py.dicts.setName(builtins, "_", value);
    }
    return py.newNone();
  }

  private void show(long value) {
    write("stdout", py.texts.repr(value));
    write("stdout", py.strs.of("\n"));
  }

  /** Writes a text, whose reference is taken over, to the stream that has the name now. */
  private void write(String name, long text) {
    long stream = py.attributes.find(python.machine.modules.find("sys"), name);
    try {
      if (stream == 0) {
        throw Raise.runtimeError("lost sys." + name);
      }
      py.decref(py.calls.method(stream, "write", text));
    } finally {
      py.xdecref(stream);
      py.decref(text);
    }
  }
}
