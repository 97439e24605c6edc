package gradus.engine.lib;

import gradus.engine.lib.io.OpenFunction;
import gradus.engine.object.Fast;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.vm.Modules;

/** The module {@code builtins}: types, constants and the plain functions. */
final class BuiltinsModule {

  private final Python python;
  private final Space py;

  BuiltinsModule(Python python) {
    this.python = python;
    py = python.py;
  }

  void fill(Modules modules, long module) {
    types(modules, module);
    modules.value(module, "None", py.newNone());
    modules.value(module, "True", py.bool(true));
    modules.value(module, "False", py.bool(false));
    modules.value(module, "NotImplemented", py.newNotImplemented());
    modules.value(module, "Ellipsis", py.own(py.ellipsis));
    modules.value(module, "__debug__", py.bool(true));
    py.exceptions.all().forEach((name, type) -> modules.value(module, name, py.own(type)));
    attributes(modules, module);
    values(modules, module);
    new IterationFunctions(python).fill(modules, module);
    new PrintFunction(python).fill(modules, module);
    new TextInput(python).fill(modules, module);
    new OpenFunction(py).fill(modules, module);
    new CodeFunctions(python).fill(modules, module);
    new ImportFunction(python).fill(modules, module);
    new ClassFunctions(python).fill(modules, module);
  }

  private void types(Modules modules, long module) {
    long[] types = {
      py.types.object,
      py.types.type,
      py.types.integer,
      py.types.bool,
      py.types.floating,
      py.types.str,
      py.types.bytes,
      py.byteArrays.type(),
      py.memoryViews.type(),
      py.types.tuple,
      py.types.list,
      py.types.dict,
      py.types.slice,
      py.types.range,
      py.sets.type(),
      py.sets.frozenType(),
      py.complexes.type(),
      py.functions.staticMethodType(),
      py.functions.classMethodType(),
      py.iterators.reversedType()
    };
    for (long type : types) {
      modules.value(module, py.typeObjects.shortName(type), py.own(type));
    }
  }

  private long at(long args, int index) {
    return py.arguments.get(args, index);
  }

  private void one(Modules modules, long module, String name, Fast body) {
    modules.function(module, name, 1, 1, body);
  }

  private void attributes(Modules modules, long module) {
    modules.function(module, "getattr", 2, 3, this::getAttribute);
    modules.function(module, "hasattr", 2, 2, this::hasAttribute);
    modules.function(
        module,
        "setattr",
        3,
        3,
        (self, args, n, k) -> {
          py.attributes.set(at(args, 0), at(args, 1), at(args, 2));
          return py.newNone();
        });
    modules.function(
        module,
        "delattr",
        2,
        2,
        (self, args, n, k) -> {
          py.attributes.set(at(args, 0), at(args, 1), 0);
          return py.newNone();
        });
    modules.function(
        module,
        "isinstance",
        2,
        2,
        (self, args, n, k) -> py.bool(ClassChecks.isInstance(py, at(args, 0), at(args, 1))));
    modules.function(
        module,
        "issubclass",
        2,
        2,
        (self, args, n, k) -> py.bool(ClassChecks.isSubclass(py, at(args, 0), at(args, 1))));
    modules.function(module, "vars", 0, 1, this::vars);
    modules.function(module, "dir", 0, 1, this::dir);
  }

  private void requireName(long name, String function) {
    if (!py.strs.is(name)) {
      throw Raise.typeError(function + "(): attribute name must be string");
    }
  }

  private long getAttribute(long self, long args, int count, long names) {
    requireName(at(args, 1), "getattr");
    if (count == 2) {
      return py.attributes.get(at(args, 0), at(args, 1));
    }
    long value = py.attributes.find(at(args, 0), at(args, 1));
    return value != 0 ? value : py.own(at(args, 2));
  }

  private long hasAttribute(long self, long args, int count, long names) {
    requireName(at(args, 1), "hasattr");
    long value = py.attributes.find(at(args, 0), at(args, 1));
    py.xdecref(value);
    return py.bool(value != 0);
  }

  private long vars(long self, long args, int count, long names) {
    if (count == 0) {
      return py.own(python.machine.frames.locals(python.machine.thread.frame()));
    }
    long dict = py.attributes.find(at(args, 0), "__dict__");
    if (dict == 0) {
      throw Raise.typeError("vars() argument must have __dict__ attribute");
    }
    return dict;
  }

  private long dir(long self, long args, int count, long names) {
    long listed;
    if (count == 0) {
      listed = py.own(python.machine.frames.locals(python.machine.thread.frame()));
    } else if (py.typeObjects.isInstance(at(args, 0), py.types.module)) {
      listed = py.attributes.get(at(args, 0), "__dict__");
    } else {
      listed = py.calls.special(at(args, 0), "__dir__");
    }
    long list = py.items.listOf(listed);
    py.decref(listed);
    py.decref(py.calls.method(list, "sort"));
    return list;
  }

  private void values(Modules modules, long module) {
    one(modules, module, "len", (self, args, n, k) -> py.ints.of(py.items.length(at(args, 0))));
    one(modules, module, "repr", (self, args, n, k) -> py.texts.repr(at(args, 0)));
    one(modules, module, "ascii", (self, args, n, k) -> py.texts.ascii(at(args, 0)));
    one(modules, module, "id", (self, args, n, k) -> py.ints.of(at(args, 0)));
    one(
        modules,
        module,
        "hash",
        (self, args, n, k) -> py.ints.of(py.comparisons.hash(at(args, 0))));
    one(
        modules,
        module,
        "callable",
        (self, args, n, k) -> py.bool(py.calls.isCallable(at(args, 0))));
    one(
        modules,
        module,
        "abs",
        (self, args, n, k) -> py.numbers.unary("nb_absolute", "abs()", at(args, 0)));
    one(modules, module, "chr", this::chr);
    one(modules, module, "ord", this::ord);
    one(modules, module, "bin", (self, args, n, k) -> radix(at(args, 0), 2, "0b"));
    one(modules, module, "oct", (self, args, n, k) -> radix(at(args, 0), 8, "0o"));
    one(modules, module, "hex", (self, args, n, k) -> radix(at(args, 0), 16, "0x"));
    modules.function(
        module,
        "divmod",
        2,
        2,
        (self, args, n, k) ->
            py.numbers.binary(gradus.engine.object.Numbers.Op.DIVMOD, at(args, 0), at(args, 1)));
    modules.function(
        module,
        "pow",
        2,
        3,
        (self, args, n, k) ->
            py.numbers.power(at(args, 0), at(args, 1), n == 3 ? at(args, 2) : py.none));
    modules.function(module, "format", this::format);
    modules.function(module, "round", this::round);
    modules.function(
        module, "globals", 0, 0, (self, args, n, k) -> py.own(python.machine.globals()));
    modules.function(
        module,
        "locals",
        0,
        0,
        (self, args, n, k) -> py.own(python.machine.frames.locals(python.machine.thread.frame())));
  }

  private long chr(long self, long args, int count, long names) {
    int point = py.numbers.intArgument(at(args, 0));
    if (point < 0 || point > 0x10ffff) {
      throw Raise.valueError("chr() arg not in range(0x110000)");
    }
    return py.strs.ofPoint(point);
  }

  private long ord(long self, long args, int count, long names) {
    long text = at(args, 0);
    if (py.bytes.is(text) || py.byteArrays.is(text)) {
      byte[] content = py.buffers.content(text);
      requireOne(content.length);
      return py.ints.of(content[0] & 0xff);
    }
    if (!py.strs.is(text)) {
      throw Raise.typeError(
          "ord() expected string of length 1, but %s found".formatted(py.typeName(text)));
    }
    requireOne(py.strs.length(text));
    return py.ints.of(py.strs.at(text, 0));
  }

  private static void requireOne(int length) {
    if (length != 1) {
      throw Raise.typeError(
          "ord() expected a character, but string of length %d found".formatted(length));
    }
  }

  private long radix(long object, int radix, String prefix) {
    java.math.BigInteger value = py.numbers.big(object);
    String sign = value.signum() < 0 ? "-" : "";
    return py.strs.of(sign + prefix + value.abs().toString(radix));
  }

  private long format(long self, long args, int count, long names) {
    py.arguments.noKeywords("format", names);
    py.arguments.count("format", count, 1, 2);
    long spec = count > 1 ? py.own(at(args, 1)) : py.strs.empty();
    try {
      py.arguments.requireStr("format", 2, spec);
      return py.texts.format(at(args, 0), spec);
    } finally {
      py.decref(spec);
    }
  }

  private long round(long self, long args, int count, long names) {
    long[] values = py.arguments.parse("round", args, count, names, 1, "number", "ndigits");
    boolean plain = values[1] == 0 || values[1] == py.none;
    long result =
        plain
            ? py.calls.special(values[0], "__round__")
            : py.calls.special(values[0], "__round__", values[1]);
    if (result == 0) {
      throw Raise.typeError(
          "type %s doesn't define __round__ method".formatted(py.typeName(values[0])));
    }
    return result;
  }
}
