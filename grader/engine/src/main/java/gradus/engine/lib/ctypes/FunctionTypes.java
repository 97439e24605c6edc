package gradus.engine.lib.ctypes;

import gradus.engine.layout.CtypesStructs;
import gradus.engine.memory.Memory;
import gradus.engine.memory.Segment;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.Unary;
import java.util.HashMap;
import java.util.Map;

/** Functions as C sees them: only those that are Python callables inside can be called. */
final class FunctionTypes {

  private static final int CALLABLE = CtypesStructs.FUNCTION.offset("callable");
  private static final int THUNK_SIZE = 16;

  private final Ctypes ctypes;
  private final Space py;
  private final Memory memory;

  /** The callables behind the addresses that were given out. */
  private final Map<Long, Long> thunks = new HashMap<>();

  private long meta;
  private long type;

  FunctionTypes(Ctypes ctypes) {
    this.ctypes = ctypes;
    py = ctypes.py;
    memory = py.memory;
  }

  long type() {
    return type;
  }

  void define() {
    meta = ctypes.dataType.meta("_ctypes.PyCFuncPtrType", this::createType).ready();
    type =
        TypeBuilder.define(py, "_ctypes.PyCFuncPtr", CtypesStructs.FUNCTION)
            .base(ctypes.dataType.type())
            .derivable()
            .dealloc(this::dealloc)
            .slot("tp_new", (Ternary) this::create)
            .slot("tp_repr", (Unary) this::repr)
            .slot("nb_bool", (Unary) self -> target(self) == 0 ? 0 : 1)
            .fastCall(this::call)
            .ready();
    py.typeObjects.setMetaclass(type, meta);
  }

  /** {@code CFUNCTYPE(restype, *argtypes)}. */
  long make(long result, long parameters) {
    long dict = py.dicts.create();
    py.dicts.setName(dict, "_restype_", result);
    py.dicts.setName(dict, "_argtypes_", parameters);
    long flags = py.ints.of(1);
    py.dicts.setName(dict, "_flags_", flags);
    long name = py.strs.of("CFunctionType");
    long bases = py.tuples.of(type);
    long made = py.calls.callWith(meta, name, bases, dict);
    for (long used : new long[] {dict, flags, name, bases}) {
      py.decref(used);
    }
    return made;
  }

  private long createType(long metaclass, long tuple, long keywords) {
    long made = py.typeObjects.heapTypes().create(metaclass, tuple, keywords);
    long flags = ctypes.attribute(made, "_flags_");
    if (flags == 0 || !py.typeObjects.isInstance(flags, py.types.integer)) {
      py.xdecref(flags);
      py.decref(made);
      throw Raise.typeError("class must define _flags_ which must be an integer");
    }
    py.decref(flags);
    CtypeInfo info = new CtypeInfo(CtypeInfo.Kind.FUNCTION);
    info.size = 8;
    info.align = 8;
    info.length = 1;
    info.format = "X{}";
    ctypes.know(made, info);
    return made;
  }

  private void dealloc(long self) {
    py.clear(self + CALLABLE);
    ctypes.data.dealloc(self);
  }

  private long create(long kind, long tuple, long keywords) {
    long self = ctypes.data.create(kind);
    if (py.tuples.size(tuple) == 0) {
      return self;
    }
    long argument = py.tuples.get(tuple, 0);
    if (py.typeObjects.isInstance(argument, py.types.integer)) {
      memory.store64(ctypes.address(self), py.ints.value(argument).longValue());
    } else if (py.calls.isCallable(argument)) {
      memory.store64(self + CALLABLE, py.own(argument));
      long thunk = py.data.reserve(Segment.DATA, THUNK_SIZE, THUNK_SIZE);
      memory.store64(ctypes.address(self), thunk);
      thunks.put(thunk, argument);
      ctypes.data.keep(self, 0, py.own(argument));
    } else {
      py.decref(self);
      throw Raise.typeError("argument must be callable or integer function address");
    }
    return self;
  }

  private long target(long self) {
    return memory.load64(ctypes.address(self));
  }

  private long repr(long self) {
    return py.strs.of("<%s object at 0x%x>".formatted(ctypes.name(py.typeOf(self)), self));
  }

  /** Calls a function: arguments and result pass through C data. */
  private long call(long self, long arguments, int count, long names) {
    Long callable = thunks.get(target(self));
    if (callable == null) {
      // What lies there is not code: fetching it is what a processor would fault on.
      memory.load64(0);
      return 0;
    }
    long types = ctypes.attribute(py.typeOf(self), "_argtypes_");
    long result = ctypes.attribute(py.typeOf(self), "_restype_");
    try {
      return convertResult(result, callPython(callable, types, arguments, count));
    } finally {
      py.xdecref(types);
      py.xdecref(result);
    }
  }

  private long callPython(long callable, long types, long arguments, int count) {
    int wanted = types == 0 ? 0 : py.tuples.size(types);
    if (count < wanted) {
      throw Raise.typeError(
          "this function takes at least %d argument%s (%d given)"
              .formatted(wanted, wanted == 1 ? "" : "s", count));
    }
    long tuple = py.tuples.create(wanted);
    try {
      for (int index = 0; index < wanted; index++) {
        long value = memory.load64(arguments + 8L * index);
        py.tuples.set(tuple, index, argument(py.tuples.get(types, index), value, index));
      }
      return py.calls.call(callable, tuple, 0L);
    } finally {
      py.decref(tuple);
    }
  }

  /** A value on its way through C: data of a type, then what Python sees of it. */
  private long pass(long kind, long value) {
    long made = ctypes.data.create(kind);
    try {
      if (ctypes.is(kind, CtypeInfo.Kind.POINTER)) {
        memory.store64(ctypes.address(made), ctypes.arguments.address(value));
      } else if (ctypes.arguments.is(value)) {
        ctypes.arguments.copyValue(value, ctypes.address(made), ctypes.info(kind).size);
      } else {
        ctypes.data.set(made, kind, value, 0, ctypes.address(made));
      }
      return ctypes.data.get(kind, made, 0, ctypes.address(made));
    } finally {
      py.decref(made);
    }
  }

  private long argument(long kind, long value, int index) {
    try {
      long converted = ctypes.arguments.convert(kind, value);
      try {
        return pass(kind, converted);
      } finally {
        py.decref(converted);
      }
    } catch (Raise raise) {
      String text = py.texts.strText(py.exceptions.object(raise));
      String name = py.typeName(py.exceptions.object(raise));
      py.exceptions.drop(raise);
      throw ctypes.argumentError("argument %d: <class '%s'>: %s".formatted(index + 1, name, text));
    }
  }

  private long convertResult(long kind, long value) {
    try {
      return kind == 0 || kind == py.none ? py.newNone() : pass(kind, value);
    } finally {
      py.decref(value);
    }
  }
}
