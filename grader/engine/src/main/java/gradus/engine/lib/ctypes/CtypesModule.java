package gradus.engine.lib.ctypes;

import gradus.engine.object.Fast;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.vm.Modules;

/** The module {@code ctypes}. */
public final class CtypesModule {

  private static final String[][] SIMPLE = {
    {"c_short", "h"},
    {"c_ushort", "H"},
    {"c_long", "l"},
    {"c_ulong", "L"},
    {"c_int", "i"},
    {"c_uint", "I"},
    {"c_float", "f"},
    {"c_double", "d"},
    {"c_longdouble", "g"},
    {"c_ubyte", "B"},
    {"c_byte", "b"},
    {"c_char", "c"},
    {"c_char_p", "z"},
    {"c_void_p", "P"},
    {"c_bool", "?"},
    {"c_wchar_p", "Z"},
    {"c_wchar", "u"},
    {"py_object", "O"}
  };

  /** Other names for the same types, on a 64-bit Linux. */
  private static final String[][] ALIASES = {
    {"c_longlong", "c_long"},
    {"c_ulonglong", "c_ulong"},
    {"c_voidp", "c_void_p"},
    {"c_size_t", "c_ulong"},
    {"c_ssize_t", "c_long"},
    {"c_int8", "c_byte"},
    {"c_uint8", "c_ubyte"},
    {"c_int16", "c_short"},
    {"c_uint16", "c_ushort"},
    {"c_int32", "c_int"},
    {"c_uint32", "c_uint"},
    {"c_int64", "c_long"},
    {"c_uint64", "c_ulong"}
  };

  private final Space py;

  public CtypesModule(Space py) {
    this.py = py;
  }

  /** Fills the module. */
  public void fill(Modules modules, long module) {
    Ctypes ctypes = new Ctypes(py);
    ctypes.dataType.define();
    ctypes.simple.define();
    ctypes.arrays.define();
    ctypes.pointers.define();
    ctypes.structs.define();
    ctypes.functions.define();
    ctypes.arguments.define();
    types(modules, module, ctypes);
    simpleTypes(modules, module, ctypes);
    errors(modules, module, ctypes);
    new MemoryFunctions(ctypes).fill(modules, module);
    new MakingFunctions(ctypes).fill(modules, module);
    libraries(modules, module);
  }

  private void types(Modules modules, long module, Ctypes ctypes) {
    modules.value(module, "_SimpleCData", py.own(ctypes.simple.type()));
    modules.value(module, "Array", py.own(ctypes.arrays.type()));
    modules.value(module, "_Pointer", py.own(ctypes.pointers.type()));
    modules.value(module, "Structure", py.own(ctypes.structs.type()));
    modules.value(module, "LittleEndianStructure", py.own(ctypes.structs.type()));
    modules.value(module, "BigEndianStructure", ctypes.structs.makeBigEndian());
    modules.value(module, "Union", py.own(ctypes.structs.unionType()));
    modules.value(module, "_CFuncPtr", py.own(ctypes.functions.type()));
    modules.value(module, "_pointer_type_cache", py.own(ctypes.pointers.cache()));
  }

  private void simpleTypes(Modules modules, long module, Ctypes ctypes) {
    for (String[] row : SIMPLE) {
      long type = ctypes.simple.make(row[0], row[1].charAt(0), ctypes.simple.type());
      modules.value(module, row[0], type);
      if ("bBc".contains(row[1])) {
        ctypes.simple.linkToItself(type);
      }
    }
    for (String[] row : ALIASES) {
      long type = py.dicts.getName(modules.dict(module), py.names.of(row[1]));
      modules.value(module, row[0], py.own(type));
    }
    // POINTER(None) is void *.
    long address = py.dicts.getName(modules.dict(module), py.names.of("c_void_p"));
    py.dicts.set(ctypes.pointers.cache(), py.none, address);
  }

  private void errors(Modules modules, long module, Ctypes ctypes) {
    long dict = py.dicts.create();
    long moduleName = py.strs.of("ctypes");
    py.dicts.setName(dict, "__module__", moduleName);
    long name = py.strs.of("ArgumentError");
    long bases = py.tuples.of(py.exceptions.type("Exception"));
    long type = py.calls.callWith(py.types.type, name, bases, dict);
    for (long used : new long[] {dict, moduleName, name, bases}) {
      py.decref(used);
    }
    ctypes.argumentErrorIs(type);
    modules.value(module, "ArgumentError", type);
  }

  /** There is no machine code here, so no library can be loaded. */
  private void libraries(Modules modules, long module) {
    Fast refuse =
        (self, args, count, names) -> {
          String name = count == 0 ? "a library" : py.texts.strText(py.arguments.get(args, 0));
          throw Raise.of(
              "OSError",
              "cannot load " + name + ": the simulated process has no machine code to run");
        };
    modules.function(module, "CDLL", refuse);
    modules.function(module, "PyDLL", refuse);
  }
}
