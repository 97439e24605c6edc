package gradus.engine.vm;

import gradus.engine.layout.CodeStructs;
import gradus.engine.memory.Memory;
import gradus.engine.object.MemberKind;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.Unary;

/** Function objects, and how a call becomes a frame (Objects/funcobject.c). */
public final class Functions {

  static final int CODE = offset("func_code");
  static final int GLOBALS = offset("func_globals");
  static final int DEFAULTS = offset("func_defaults");
  static final int KWDEFAULTS = offset("func_kwdefaults");
  static final int CLOSURE = offset("func_closure");
  static final int DOC = offset("func_doc");
  static final int NAME = offset("func_name");
  static final int DICT = offset("func_dict");
  static final int WEAKLIST = offset("func_weakreflist");
  static final int MODULE = offset("func_module");
  static final int ANNOTATIONS = offset("func_annotations");
  static final int QUALNAME = offset("func_qualname");

  private final Space py;
  private final Memory memory;
  private final Machine machine;
  private final ArgumentBinding binding;
  private final long type;

  Functions(Machine machine) {
    this.machine = machine;
    py = machine.py;
    memory = py.memory;
    binding = new ArgumentBinding(machine);
    type =
        TypeBuilder.define(py, "function", CodeStructs.FUNCTION)
            .container(
                (object, visitor) -> {
                  for (int field = CODE; field <= QUALNAME; field += 8) {
                    if (field != WEAKLIST && memory.load64(object + field) != 0) {
                      visitor.accept(memory.load64(object + field));
                    }
                  }
                })
            .dealloc(this::dealloc)
            .dictAt(DICT)
            .weakListAt(WEAKLIST)
            .fastCall(this::call)
            .slot("tp_descr_get", (Ternary) this::bind)
            .slot("tp_repr", (Unary) this::repr)
            .slot("tp_new", (Ternary) this::create)
            .member("__closure__", CLOSURE, MemberKind.OBJECT)
            .member("__globals__", GLOBALS, MemberKind.OBJECT)
            .writableMember("__doc__", DOC, MemberKind.OBJECT)
            .writableMember("__module__", MODULE, MemberKind.OBJECT)
            .property("__code__", self -> field(self, CODE), this::setCode)
            .property("__name__", self -> field(self, NAME), (s, v) -> setStr(s, v, NAME))
            .property(
                "__qualname__", self -> field(self, QUALNAME), (s, v) -> setStr(s, v, QUALNAME))
            .property("__defaults__", self -> field(self, DEFAULTS), this::setDefaults)
            .property("__kwdefaults__", self -> field(self, KWDEFAULTS), this::setKwDefaults)
            .property("__annotations__", this::annotations, this::setAnnotations)
            .property("__dict__", this::dict, this::setDict)
            .ready();
    py.calls.functionsAre(type);
  }

  private static int offset(String field) {
    return CodeStructs.FUNCTION.offset(field);
  }

  public long type() {
    return type;
  }

  /** A function of a code object; the globals name its module. */
  public long of(long code, long globals, long qualname) {
    long function = py.create(type);
    memory.store64(function + CODE, py.own(code));
    memory.store64(function + GLOBALS, py.own(globals));
    long name = memory.load64(code + CodeObjects.NAME);
    memory.store64(function + NAME, py.own(name));
    memory.store64(function + QUALNAME, py.own(qualname == 0 ? name : qualname));
    long consts = memory.load64(code + CodeObjects.CONSTS);
    boolean documented = py.tuples.size(consts) > 0 && py.strs.is(py.tuples.get(consts, 0));
    memory.store64(function + DOC, py.own(documented ? py.tuples.get(consts, 0) : py.none));
    long module = py.dicts.getName(globals, py.names.of("__name__"));
    memory.store64(function + MODULE, module == 0 ? 0 : py.own(module));
    return function;
  }

  private void dealloc(long function) {
    py.untrack(function);
    py.weakRefs.clear(function);
    for (int field = CODE; field <= QUALNAME; field += 8) {
      if (field != WEAKLIST) {
        py.clear(function + field);
      }
    }
    py.free(function);
  }

  private long bind(long function, long object, long owner) {
    return object == 0 ? py.own(function) : py.methods.of(function, object);
  }

  private long repr(long function) {
    String name = py.strs.text(memory.load64(function + QUALNAME));
    return py.strs.of("<function %s at 0x%x>".formatted(name, function));
  }

  private long create(long functionType, long tuple, long keywords) {
    long[] values =
        py.arguments.parseTuple(
            "function", tuple, keywords, 2, "code", "globals", "name", "argdefs", "closure");
    if (py.typeOf(values[0]) != machine.codes.type()) {
      throw Raise.typeError("function() argument 1 must be code, not " + py.typeName(values[0]));
    }
    long function = of(values[0], values[1], 0);
    if (values[2] != 0 && values[2] != py.none) {
      py.replace(function + NAME, py.own(values[2]));
    }
    if (values[3] != 0 && values[3] != py.none) {
      py.replace(function + DEFAULTS, py.own(values[3]));
    }
    int frees = py.tuples.size(memory.load64(values[0] + CodeObjects.FREEVARS));
    if (frees > 0 && (values[4] == 0 || !py.tuples.is(values[4]))) {
      throw Raise.typeError("arg 5 (closure) must be tuple");
    }
    if (values[4] != 0 && values[4] != py.none) {
      if (py.tuples.size(values[4]) != frees) {
        throw Raise.valueError(
            "%s requires closure of length %d, not %d"
                .formatted(machine.codes.name(values[0]), frees, py.tuples.size(values[4])));
      }
      py.replace(function + CLOSURE, py.own(values[4]));
    }
    return function;
  }

  private long field(long function, int offset) {
    long value = memory.load64(function + offset);
    return value == 0 ? py.newNone() : py.own(value);
  }

  private long setCode(long function, long value) {
    if (value == 0 || py.typeOf(value) != machine.codes.type()) {
      throw Raise.typeError("__code__ must be set to a code object");
    }
    int frees = py.tuples.size(memory.load64(value + CodeObjects.FREEVARS));
    long closure = memory.load64(function + CLOSURE);
    int cells = closure == 0 ? 0 : py.tuples.size(closure);
    if (frees != cells) {
      throw Raise.valueError(
          "%s() requires a code object with %d free vars, not %d"
              .formatted(py.strs.text(memory.load64(function + NAME)), cells, frees));
    }
    py.replace(function + CODE, py.own(value));
    return 0;
  }

  private long setStr(long function, long value, int offset) {
    if (value == 0 || !py.strs.is(value)) {
      throw Raise.typeError(
          (offset == NAME ? "__name__" : "__qualname__") + " must be set to a string object");
    }
    py.replace(function + offset, py.own(value));
    return 0;
  }

  private long setDefaults(long function, long value) {
    boolean none = value == 0 || value == py.none;
    if (!none && !py.tuples.is(value)) {
      throw Raise.typeError("__defaults__ must be set to a tuple object");
    }
    py.replace(function + DEFAULTS, none ? 0 : py.own(value));
    return 0;
  }

  private long setKwDefaults(long function, long value) {
    boolean none = value == 0 || value == py.none;
    if (!none && !py.dicts.is(value)) {
      throw Raise.typeError("__kwdefaults__ must be set to a dict object");
    }
    py.replace(function + KWDEFAULTS, none ? 0 : py.own(value));
    return 0;
  }

  private long annotations(long function) {
    if (memory.load64(function + ANNOTATIONS) == 0) {
      memory.store64(function + ANNOTATIONS, py.dicts.create());
    }
    return py.own(memory.load64(function + ANNOTATIONS));
  }

  private long setAnnotations(long function, long value) {
    boolean none = value == 0 || value == py.none;
    if (!none && !py.dicts.is(value)) {
      throw Raise.typeError("__annotations__ must be set to a dict object");
    }
    py.replace(function + ANNOTATIONS, none ? 0 : py.own(value));
    return 0;
  }

  private long dict(long function) {
    if (memory.load64(function + DICT) == 0) {
      memory.store64(function + DICT, py.dicts.create());
    }
    return py.own(memory.load64(function + DICT));
  }

  private long setDict(long function, long value) {
    if (value == 0 || !py.dicts.is(value)) {
      throw Raise.typeError(
          "__dict__ must be set to a dictionary, not a '%s'"
              .formatted(value == 0 ? "NULL" : py.typeName(value)));
    }
    py.replace(function + DICT, py.own(value));
    return 0;
  }

  /** Calls a function with its arguments where they lie. */
  long call(long function, long arguments, int count, long names) {
    long code = memory.load64(function + CODE);
    long globals = memory.load64(function + GLOBALS);
    long[] near = memory.segmentOf(code);
    int flags = Memory.get32(near, code + CodeObjects.FLAGS) & ~Flags.GENERATOR_STOP;
    if (flags == Flags.SIMPLE
        && names == 0
        // One word: so many parameters, and none by keyword only.
        && count == Memory.get64(near, code + CodeObjects.ARGCOUNT)) {
      return machine.call(code, globals, arguments, count);
    }
    long frame = binding.frame(function, code, globals, arguments, count, names);
    return machine.start(frame, function);
  }
}
