package gradus.engine.object;

import gradus.engine.layout.ObjectStructs;
import gradus.engine.memory.Memory;

/** The type all exceptions descend from (Objects/exceptions.c). */
final class BaseExceptionType {

  private final Space py;
  private final Memory memory;

  BaseExceptionType(Space py) {
    this.py = py;
    memory = py.memory;
  }

  long define() {
    return TypeBuilder.define(py, "BaseException", ObjectStructs.EXCEPTION)
        .derivable()
        .flags(TypeFlags.EXCEPTION)
        .container(this::traverse)
        .clear(this::clear)
        .dealloc(this::dealloc)
        .dictAt(Exceptions.DICT)
        .slot("tp_new", (Ternary) this::create)
        .slot("tp_init", (Ternary) this::init)
        .slot("tp_repr", (Unary) this::repr)
        .slot("tp_str", (Unary) self -> str(py, self))
        .property("args", this::args, this::setArgs)
        .property("__traceback__", field(Exceptions.TRACEBACK), setter(Exceptions.TRACEBACK))
        .property("__context__", field(Exceptions.CONTEXT), setter(Exceptions.CONTEXT))
        .property("__cause__", field(Exceptions.CAUSE), setter(Exceptions.CAUSE))
        .property("__suppress_context__", this::suppress, this::setSuppress)
        .property("__dict__", this::dict, this::setDict)
        .method1("with_traceback", this::withTraceback)
        .ready();
  }

  private void traverse(long object, java.util.function.LongConsumer visitor) {
    for (int field = Exceptions.DICT; field <= Exceptions.CAUSE; field += 8) {
      if (memory.load64(object + field) != 0) {
        visitor.accept(memory.load64(object + field));
      }
    }
  }

  private void dealloc(long object) {
    py.untrack(object);
    clear(object);
    py.free(object);
  }

  private void clear(long object) {
    for (int field = Exceptions.DICT; field <= Exceptions.CAUSE; field += 8) {
      py.clear(object + field);
    }
  }

  private long create(long type, long tuple, long keywords) {
    long exception = py.create(type);
    memory.store64(exception + Exceptions.ARGS, py.own(tuple));
    return exception;
  }

  private long init(long self, long tuple, long keywords) {
    if (keywords != 0) {
      py.arguments.noKeywordDict(py.typeName(self), keywords);
    }
    py.replace(self + Exceptions.ARGS, py.own(tuple));
    return 0;
  }

  /** The class's name and the arguments as a tuple shows them, a trailing comma included. */
  private long repr(long self) {
    String name = py.typeName(self);
    return py.strs.of(
        name.substring(name.lastIndexOf('.') + 1)
            + py.texts.reprText(memory.load64(self + Exceptions.ARGS)));
  }

  static long str(Space py, long self) {
    long arguments = py.memory.load64(self + Exceptions.ARGS);
    return switch (py.tuples.size(arguments)) {
      case 0 -> py.strs.empty();
      case 1 -> py.texts.str(py.tuples.get(arguments, 0));
      default -> py.texts.str(arguments);
    };
  }

  private long args(long self) {
    return py.own(memory.load64(self + Exceptions.ARGS));
  }

  private long setArgs(long self, long value) {
    if (value == 0) {
      throw Raise.typeError("args may not be deleted");
    }
    py.replace(self + Exceptions.ARGS, py.items.tupleOf(value));
    return 0;
  }

  private Unary field(int offset) {
    return self ->
        memory.load64(self + offset) == 0 ? py.newNone() : py.own(memory.load64(self + offset));
  }

  private Binary setter(int offset) {
    return (self, value) -> {
      if (value == 0) {
        String name = offset == Exceptions.TRACEBACK ? "__traceback__" : "__cause__";
        throw Raise.typeError(name + " may not be deleted");
      }
      if (value != py.none && !allowed(offset, value)) {
        throw Raise.typeError(
            offset == Exceptions.TRACEBACK
                ? "__traceback__ must be a traceback or None"
                : "exception %s must be None or derive from BaseException"
                    .formatted(offset == Exceptions.CAUSE ? "cause" : "context"));
      }
      py.replace(self + offset, value == py.none ? 0 : py.own(value));
      if (offset == Exceptions.CAUSE) {
        memory.store8(self + Exceptions.SUPPRESS, 1);
      }
      return 0;
    };
  }

  private boolean allowed(int offset, long value) {
    return offset == Exceptions.TRACEBACK
        ? py.typeName(value).equals("traceback")
        : py.types.is(value, TypeFlags.EXCEPTION);
  }

  private long suppress(long self) {
    return py.bool(memory.load8(self + Exceptions.SUPPRESS) != 0);
  }

  private long setSuppress(long self, long value) {
    memory.store8(self + Exceptions.SUPPRESS, py.comparisons.truth(value) ? 1 : 0);
    return 0;
  }

  private long dict(long self) {
    if (memory.load64(self + Exceptions.DICT) == 0) {
      memory.store64(self + Exceptions.DICT, py.dicts.create());
    }
    return py.own(memory.load64(self + Exceptions.DICT));
  }

  private long setDict(long self, long value) {
    if (value == 0 || !py.dicts.is(value)) {
      throw Raise.typeError(
          "__dict__ must be set to a dictionary, not a '%s'"
              .formatted(value == 0 ? "NULL" : py.typeName(value)));
    }
    py.replace(self + Exceptions.DICT, py.own(value));
    return 0;
  }

  private long withTraceback(long self, long traceback) {
    setter(Exceptions.TRACEBACK).call(self, traceback);
    return py.own(self);
  }
}
