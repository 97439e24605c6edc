package gradus.engine.lib.ctypes;

import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.vm.Modules;

/** The functions of ctypes that make types, pointers and buffers. */
final class MakingFunctions {

  private final Ctypes ctypes;
  private final Space py;
  private long character;
  private long wide;

  MakingFunctions(Ctypes ctypes) {
    this.ctypes = ctypes;
    py = ctypes.py;
  }

  void fill(Modules modules, long module) {
    modules.function(
        module, "POINTER", 1, 1, (self, args, n, k) -> ctypes.pointers.to(at(args, 0)));
    modules.function(module, "pointer", 1, 1, (self, args, n, k) -> pointer(at(args, 0)));
    modules.function(module, "SetPointerType", 2, 2, this::setPointerType);
    modules.function(module, "ARRAY", 2, 2, this::array);
    modules.function(module, "CFUNCTYPE", this::functionType);
    modules.function(module, "PYFUNCTYPE", this::functionType);
    modules.function(
        module, "create_string_buffer", (self, args, n, k) -> buffer(args, n, k, "c_char"));
    modules.function(module, "c_buffer", (self, args, n, k) -> buffer(args, n, k, "c_char"));
    modules.function(
        module, "create_unicode_buffer", (self, args, n, k) -> buffer(args, n, k, "c_wchar"));
    character = py.dicts.getName(modules.dict(module), py.names.of("c_char"));
    wide = py.dicts.getName(modules.dict(module), py.names.of("c_wchar"));
  }

  private long at(long args, int index) {
    return py.arguments.get(args, index);
  }

  private long pointer(long object) {
    long type = ctypes.pointers.to(py.typeOf(object));
    try {
      return py.calls.call(type, object);
    } finally {
      py.decref(type);
    }
  }

  private long setPointerType(long self, long args, int count, long names) {
    long pointer = at(args, 0);
    long target = at(args, 1);
    if (py.dicts.contains(ctypes.pointers.cache(), target)) {
      throw Raise.runtimeError("This type already exists in the cache");
    }
    long key = py.ints.of(pointer);
    try {
      if (!py.dicts.contains(ctypes.pointers.cache(), key)) {
        throw Raise.runtimeError("What's this???");
      }
      py.decref(py.calls.method(pointer, "set_type", target));
      py.dicts.set(ctypes.pointers.cache(), target, pointer);
      py.dicts.remove(ctypes.pointers.cache(), key);
    } finally {
      py.decref(key);
    }
    return py.newNone();
  }

  private long array(long self, long args, int count, long names) {
    return ctypes.arrays.times(at(args, 0), py.numbers.size(at(args, 1)));
  }

  private long functionType(long self, long args, int count, long names) {
    long parameters = py.tuples.ofArray(args + 8, count - 1);
    try {
      return ctypes.functions.make(at(args, 0), parameters);
    } finally {
      py.decref(parameters);
    }
  }

  private long buffer(long args, int count, long names, String items) {
    boolean narrow = items.equals("c_char");
    String function = narrow ? "create_string_buffer" : "create_unicode_buffer";
    long[] values = py.arguments.parse(function, args, count, names, 1, "init", "size");
    boolean text = narrow ? py.bytes.is(values[0]) : py.strs.is(values[0]);
    boolean sized = values[1] != 0 && values[1] != py.none;
    if (!text && !py.typeObjects.isInstance(values[0], py.types.integer)) {
      throw Raise.object(py.calls.call(py.exceptions.type("TypeError"), values[0]));
    }
    long size =
        !text
            ? py.numbers.size(values[0])
            : sized ? py.numbers.size(values[1]) : py.items.length(values[0]) + 1;
    long type = ctypes.arrays.times(narrow ? character : wide, size);
    long made = py.calls.call(type);
    py.decref(type);
    if (text) {
      py.attributes.set(made, "value", values[0]);
    }
    return made;
  }
}
