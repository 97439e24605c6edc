package gradus.engine.lib.ctypes;

import gradus.engine.memory.Memory;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.vm.Modules;

/** The functions of ctypes that look at memory, or say where and how large things are. */
final class MemoryFunctions {

  private final Ctypes ctypes;
  private final Space py;
  private final Memory memory;

  MemoryFunctions(Ctypes ctypes) {
    this.ctypes = ctypes;
    py = ctypes.py;
    memory = py.memory;
  }

  void fill(Modules modules, long module) {
    modules.function(module, "sizeof", 1, 1, (self, args, n, k) -> sizeOf(at(args, 0)));
    modules.function(module, "alignment", 1, 1, (self, args, n, k) -> alignment(at(args, 0)));
    modules.function(module, "addressof", 1, 1, (self, args, n, k) -> addressOf(at(args, 0)));
    modules.function(module, "byref", 1, 2, this::byReference);
    modules.function(module, "resize", 2, 2, this::resize);
    modules.function(module, "cast", 2, 2, this::cast);
    modules.function(module, "memmove", 3, 3, this::move);
    modules.function(module, "memset", 3, 3, this::set);
    modules.function(module, "string_at", this::stringAt);
    modules.function(module, "wstring_at", this::wideStringAt);
  }

  private long at(long args, int index) {
    return py.arguments.get(args, index);
  }

  private long sizeOf(long object) {
    if (ctypes.isData(object)) {
      return py.ints.of(memory.load64(object + Ctypes.SIZE));
    }
    CtypeInfo info = ctypes.find(object);
    if (info == null) {
      throw Raise.typeError("this type has no size");
    }
    return py.ints.of(info.size);
  }

  private long alignment(long object) {
    CtypeInfo info = ctypes.find(ctypes.isData(object) ? py.typeOf(object) : object);
    if (info == null) {
      throw Raise.typeError("no alignment info");
    }
    return py.ints.of(info.align);
  }

  private long addressOf(long object) {
    if (!ctypes.isData(object)) {
      throw Raise.typeError("invalid type");
    }
    return py.ints.of(ctypes.address(object));
  }

  private long byReference(long self, long args, int count, long names) {
    if (!ctypes.isData(at(args, 0))) {
      throw Raise.typeError(
          "byref() argument must be a ctypes instance, not '%s'"
              .formatted(py.typeName(at(args, 0))));
    }
    long offset = count > 1 ? py.numbers.size(at(args, 1)) : 0;
    return ctypes.arguments.byReference(at(args, 0), offset);
  }

  private long resize(long self, long args, int count, long names) {
    long object = at(args, 0);
    if (!ctypes.isData(object)) {
      throw Raise.typeError("excepted ctypes instance");
    }
    long size = py.numbers.size(at(args, 1));
    if (size < ctypes.infoOf(object).size) {
      throw Raise.valueError("minimum size is " + ctypes.infoOf(object).size);
    }
    if (memory.load32(object + Ctypes.NEEDS_FREE) == 0) {
      throw Raise.valueError("Memory cannot be resized because this object doesn't own it");
    }
    ctypes.data.resize(object, size);
    return py.newNone();
  }

  private long cast(long self, long args, int count, long names) {
    long source = at(args, 0);
    long type = at(args, 1);
    long address = ctypes.arguments.address(source, 1);
    requirePointer(type);
    long result = ctypes.data.create(type);
    if (ctypes.isData(source)) {
      shareObjects(source, result);
    }
    memory.store64(ctypes.address(result), address);
    return result;
  }

  private void requirePointer(long type) {
    CtypeInfo info = ctypes.find(type);
    boolean pointer =
        info != null
            && (info.kind == CtypeInfo.Kind.POINTER
                || info.kind == CtypeInfo.Kind.FUNCTION
                || (info.kind == CtypeInfo.Kind.SIMPLE && "sPzUZXO".indexOf(info.code) >= 0));
    if (!pointer) {
      String name =
          py.types.isType(type) ? py.typeObjects.fullName(type) : ctypes.name(py.typeOf(type));
      throw Raise.typeError("cast() argument 2 must be a pointer type, not " + name);
    }
  }

  /** A cast keeps alive what the original keeps alive, and the original. */
  private void shareObjects(long source, long result) {
    long objects = ctypes.data.objectsDict(source);
    if (objects != 0) {
      memory.store64(result + Ctypes.OBJECTS, py.own(objects));
      if (py.typeOf(objects) == py.types.dict) {
        long key = py.ints.of(source);
        py.dicts.set(objects, key, source);
        py.decref(key);
      }
    }
  }

  private long move(long self, long args, int count, long names) {
    long to = ctypes.arguments.address(at(args, 0), 1);
    long from = ctypes.arguments.address(at(args, 1), 2);
    long size = ctypes.codes.mask(at(args, 2));
    if (size != 0) {
      memory.copy(to, from, size);
    }
    return address(to);
  }

  private long set(long self, long args, int count, long names) {
    long to = ctypes.arguments.address(at(args, 0), 1);
    long value = ctypes.codes.mask(at(args, 1));
    long size = ctypes.codes.mask(at(args, 2));
    if (size != 0) {
      memory.fill(to, size, (int) value);
    }
    return address(to);
  }

  private long address(long address) {
    return address == 0 ? py.newNone() : py.ints.of(address);
  }

  private long stringAt(long self, long args, int count, long names) {
    long[] values = py.arguments.parse("string_at", args, count, names, 1, "ptr", "size");
    long from = ctypes.arguments.address(values[0], 1);
    long size = values[1] == 0 ? -1 : (int) ctypes.codes.mask(values[1]);
    requireLength(size, "PyBytes_FromStringAndSize");
    return size == -1
        ? ctypes.codes.texts().bytes(from, Long.MAX_VALUE)
        : py.bytes.of(size == 0 ? new byte[0] : memory.bytes(from, size));
  }

  /** −1 is up to the end; anything else below 0 is no length. */
  private static void requireLength(long size, String function) {
    if (size < -1) {
      throw Raise.systemError("Negative size passed to " + function);
    }
  }

  private long wideStringAt(long self, long args, int count, long names) {
    long[] values = py.arguments.parse("wstring_at", args, count, names, 1, "ptr", "size");
    long from = values[0];
    long copy = py.strs.is(from) ? ctypes.codes.texts().wideCopy(from) : py.own(from);
    try {
      long address = ctypes.arguments.address(copy, 1);
      long size = values[1] == 0 ? -1 : (int) ctypes.codes.mask(values[1]);
      requireLength(size, "PyUnicode_New");
      return size == -1
          ? ctypes.codes.texts().wide(address, Long.MAX_VALUE)
          : ctypes.codes.texts().wideOf(address, size);
    } finally {
      py.decref(copy);
    }
  }
}
