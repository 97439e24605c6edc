package gradus.engine.object;

import gradus.engine.layout.CodeStructs;
import gradus.engine.layout.TypeStructs;
import gradus.engine.memory.Memory;
import gradus.engine.memory.Segment;

/**
 * Native functions as Python objects: builtin_function_or_method, and how its arguments reach the
 * Java method (Objects/methodobject.c).
 */
public final class NativeFunctions {

  static final int DEF = CodeStructs.NATIVE_FUNCTION.offset("m_ml");
  static final int SELF = CodeStructs.NATIVE_FUNCTION.offset("m_self");
  static final int MODULE = CodeStructs.NATIVE_FUNCTION.offset("m_module");
  static final int METHOD = TypeStructs.METHOD_DEF.offset("ml_meth");
  static final int METHOD_FLAGS = TypeStructs.METHOD_DEF.offset("ml_flags");

  private static final int OWNER = TypeStructs.DESCR.offset("d_type");
  private static final int NAME = TypeStructs.DESCR.offset("d_name");
  private static final int PAYLOAD = TypeStructs.DESCR.size();
  private static final int WEAKLIST = CodeStructs.NATIVE_FUNCTION.offset("m_weakreflist");
  private static final int MAX_FREE = 256;

  private final Space py;
  private final Memory memory;
  private long staticMethodType;
  private long classMethodType;
  private long free;
  private int freeCount;

  NativeFunctions(Space py) {
    this.py = py;
    memory = py.memory;
  }

  /** A static PyMethodDef. */
  long methodDef(String name, int flags, long function) {
    long def = py.data.reserve(Segment.DATA, TypeStructs.METHOD_DEF.size(), 8);
    memory.store64(def, py.data.string(name));
    memory.store64(def + METHOD, function);
    memory.store32(def + METHOD_FLAGS, flags);
    return def;
  }

  /** A function object; self and module may be 0. */
  long create(long def, long self, long module) {
    long function = free;
    if (function == 0) {
      function = py.allocate(py.types.nativeFunction, CodeStructs.NATIVE_FUNCTION.size());
    } else {
      free = memory.load64(function + SELF);
      freeCount--;
      memory.store64(function + WEAKLIST, 0);
      py.refs.initialise(function, py.types.nativeFunction);
    }
    long[] near = memory.segmentOf(function);
    Memory.put64(near, function + DEF, def);
    Memory.put64(near, function + SELF, self == 0 ? 0 : py.own(self));
    Memory.put64(near, function + MODULE, module == 0 ? 0 : py.own(module));
    py.track(function);
    return function;
  }

  /** Whether the next function needs no new memory, so that no collection can start. */
  boolean hasFree() {
    return free != 0;
  }

  void dealloc(long function) {
    py.untrack(function);
    if (memory.load64(function + WEAKLIST) != 0) {
      py.weakRefs.clear(function);
    }
    py.xdecref(memory.load64(function + SELF));
    py.xdecref(memory.load64(function + MODULE));
    keep(function);
  }

  private void keep(long function) {
    if (freeCount < MAX_FREE) {
      memory.store64(function + SELF, free);
      free = function;
      freeCount++;
    } else {
      py.free(function);
    }
  }

  /**
   * Calls a native method with the object and the arguments that lie above it, as if a free
   * function had been bound to the object for that. The function is taken meanwhile, so that those
   * made in the call are others.
   */
  public long callMethod(long descriptor, long selfAndArguments, int count) {
    long function = free;
    free = memory.load64(function + SELF);
    freeCount--;
    try {
      long self = memory.load64(selfAndArguments);
      return invoke(memory.load64(descriptor + PAYLOAD), self, selfAndArguments + 8, count, 0);
    } finally {
      keep(function);
    }
  }

  void clearFreeList() {
    while (free != 0) {
      long function = free;
      free = memory.load64(function + SELF);
      py.free(function);
    }
    freeCount = 0;
  }

  /** A method of a built-in type, bound to an object of that type. */
  long bound(long descriptor, long object) {
    return create(memory.load64(descriptor + PAYLOAD), object, 0);
  }

  /** A function of a module, which is its self; it looks at its arguments itself. */
  public long ofModule(long module, String name, Fast body) {
    int flags = TypeBuilder.FAST | TypeBuilder.KEYWORDS;
    long def = methodDef(name, flags, py.code.define(name, body));
    long moduleName = py.attributes.find(module, "__name__");
    try {
      return create(def, module, moduleName);
    } finally {
      py.xdecref(moduleName);
    }
  }

  long descriptor(long kind, long type, String name, long payload) {
    long descriptor = py.create(kind);
    memory.store64(descriptor + OWNER, py.own(type));
    memory.store64(descriptor + NAME, py.own(py.names.of(name)));
    memory.store64(descriptor + PAYLOAD, payload);
    return descriptor;
  }

  long methodDescriptor(long type, long def) {
    boolean ofClass = (memory.load32(def + METHOD_FLAGS) & TypeBuilder.CLASS) != 0;
    long kind = ofClass ? py.types.classMethodDescriptor : py.types.methodDescriptor;
    return descriptor(kind, type, memory.string(memory.load64(def)), def);
  }

  public void methodTypesAre(long staticType, long classType) {
    staticMethodType = staticType;
    classMethodType = classType;
  }

  /** The type {@code staticmethod}. */
  public long staticMethodType() {
    return staticMethodType;
  }

  /** The type {@code classmethod}. */
  public long classMethodType() {
    return classMethodType;
  }

  /** A classmethod around a function, whose reference is taken over. */
  public long classMethod(long function) {
    long wrapped = py.create(classMethodType);
    memory.store64(wrapped + 16, function);
    return wrapped;
  }

  /** A staticmethod around a function, whose reference is taken over. */
  public long staticMethod(long function) {
    long wrapped = py.create(staticMethodType);
    memory.store64(wrapped + 16, function);
    return wrapped;
  }

  String name(long def) {
    return memory.string(memory.load64(def));
  }

  /** Calls the body of a method definition. */
  long invoke(long def, long self, long arguments, int count, long names) {
    long function = memory.load64(def + METHOD);
    int flags = memory.load32(def + METHOD_FLAGS);
    if ((flags & TypeBuilder.FAST) != 0) {
      return py.code.fast(function).call(self, arguments, count, names);
    }
    if (names != 0) {
      py.arguments.noKeywords(name(def), names);
    }
    if ((flags & TypeBuilder.ONE_ARGUMENT) != 0) {
      if (count != 1) {
        throw wrongCount(def, "exactly one argument", count);
      }
      return py.code.binary(function).call(self, memory.load64(arguments));
    }
    if (count != 0) {
      throw wrongCount(def, "no arguments", count);
    }
    return py.code.unary(function).call(self);
  }

  private Raise wrongCount(long def, String takes, int count) {
    return Raise.typeError("%s() takes %s (%d given)".formatted(name(def), takes, count));
  }

  /** Calls a native function with its arguments where they lie. */
  public long call(long function, long arguments, int count, long names) {
    long def = memory.load64(function + DEF);
    return invoke(def, memory.load64(function + SELF), arguments, count, names);
  }
}
