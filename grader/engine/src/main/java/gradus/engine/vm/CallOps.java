package gradus.engine.vm;

import gradus.engine.memory.Memory;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;

/** Calls: arguments are handed on as they lie on the value stack. */
final class CallOps {

  private final Space py;
  private final Memory memory;
  private final Functions functions;
  private final Tracing tracing;

  CallOps(Machine machine) {
    py = machine.py;
    memory = py.memory;
    functions = machine.functions;
    tracing = machine.tracing;
  }

  /** Lets go of the callable and what is above it, and puts the result in its place. */
  private long finish(long sp, long callable, long result) {
    release(sp, callable);
    memory.store64(callable, result);
    return callable + 8;
  }

  private void release(long sp, long first) {
    // Even if what ends here makes the segment grow: no one else writes to these places.
    long[] near = memory.segmentOf(first);
    for (long place = sp - 8; place >= first; place -= 8) {
      py.decref(Memory.get64(near, place));
    }
  }

  /**
   * Calls what lies at a place of the stack with the arguments above it. A bound method makes room
   * for its self there, and what it calls is held on to (call_function in Python/ceval.c).
   */
  private long invoke(long place, int count, long names) {
    long callable = memory.load64(place);
    long type = py.typeOf(callable);
    if (type == py.types.nativeFunction) {
      return tracing.profilesCalls()
          ? tracing.profiled(callable, () -> py.functions.call(callable, place + 8, count, names))
          : py.functions.call(callable, place + 8, count, names);
    }
    if (type != py.types.method) {
      return held(py.own(callable), place + 8, count, names);
    }
    long function = py.own(py.methods.function(callable));
    memory.store64(place, py.own(py.methods.self(callable)));
    py.decref(callable);
    return held(function, place, count + 1, names);
  }

  /** Calls a function and lets it go. */
  private long held(long function, long arguments, int count, long names) {
    long result;
    try {
      result = dispatch(function, arguments, count, names);
    } catch (Raise raise) {
      py.decref(function);
      throw raise;
    }
    py.decref(function);
    return result;
  }

  private long dispatch(long function, long arguments, int count, long names) {
    if (py.typeOf(function) == functions.type()) {
      return functions.call(function, arguments, count, names);
    }
    return py.calls.isFunction(function)
        ? py.calls.direct(function, arguments, count, names)
        : py.calls.call(function, arguments, count, names);
  }

  long call(long sp, int count) {
    long place = sp - 8L * count - 8;
    return finish(sp, place, invoke(place, count, 0));
  }

  /**
   * Calls what the type of an object has, with the object and the arguments that lie above it, as
   * if it had been bound to the object before.
   *
   * @return the result; the object and the arguments have been let go of
   */
  long callMethod(long place, int count, long method) {
    long result =
        py.typeOf(method) == functions.type()
            ? held(py.own(method), place, count + 1, 0)
            : py.functions.callMethod(method, place, count);
    release(place + 8L * count + 8, place);
    return result;
  }

  long callWithNames(long sp, int count) {
    long names = memory.load64(sp - 8);
    long place = sp - 8L * count - 16;
    int positional = count - py.tuples.size(names);
    return finish(sp, place, invoke(place, positional, names));
  }

  /** {@code f(*args, **kwargs)}. */
  long callSpread(long sp, int flags) {
    boolean hasKeywords = (flags & 1) != 0;
    long place = hasKeywords ? sp - 16 : sp - 8;
    long function = memory.load64(place - 8);
    if (hasKeywords) {
      toDict(function, sp - 8);
    }
    toTuple(function, place);
    long keywords = hasKeywords ? memory.load64(sp - 8) : 0;
    long arguments = memory.load64(place);
    boolean profiled = tracing.profilesCalls() && py.typeOf(function) == py.types.nativeFunction;
    long result =
        profiled
            ? tracing.profiled(function, () -> py.calls.call(function, arguments, keywords))
            : py.calls.call(function, arguments, keywords);
    return finish(sp, place - 8, result);
  }

  private void toTuple(long function, long place) {
    long arguments = memory.load64(place);
    if (py.typeOf(arguments) == py.types.tuple) {
      return;
    }
    if (!py.calls.hasSpecial(arguments, "__iter__") && !py.items.isSequence(arguments)) {
      throw Raise.typeError(
          "%s argument after * must be an iterable, not %s"
              .formatted(describe(py, function), py.typeName(arguments)));
    }
    py.replace(place, py.items.tupleOf(arguments));
  }

  private void toDict(long function, long place) {
    long keywords = memory.load64(place);
    if (py.typeOf(keywords) == py.types.dict) {
      return;
    }
    if (!hasKeys(keywords)) {
      throw Raise.typeError(
          "%s argument after ** must be a mapping, not %s"
              .formatted(describe(py, function), py.typeName(keywords)));
    }
    long dict = py.dicts.create();
    new gradus.engine.builtin.DictMerge(py).merge(dict, keywords);
    py.replace(place, dict);
  }

  private boolean hasKeys(long mapping) {
    long keys = py.attributes.find(mapping, "keys");
    py.xdecref(keys);
    return keys != 0;
  }

  /** How messages name a callable: with its parentheses, or as an object of its type. */
  static String describe(Space py, long callable) {
    String type = py.typeName(callable);
    if (type.equals("function")
        || type.equals("method")
        || type.equals("builtin_function_or_method")) {
      long name = py.attributes.get(callable, "__name__");
      return py.texts.take(name) + "()";
    }
    return type + " object";
  }
}
