package gradus.engine.vm;

import gradus.engine.memory.Memory;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;

/** Calls: arguments are handed on as they lie on the value stack. */
final class CallOps {

  private final Space py;
  private final Memory memory;

  CallOps(Machine machine) {
    py = machine.py;
    memory = py.memory;
  }

  /** Lets go of the callable and what is above it, and puts the result in its place. */
  private long finish(long sp, long callable, long result) {
    for (long place = sp - 8; place >= callable; place -= 8) {
      py.decref(memory.load64(place));
    }
    memory.store64(callable, result);
    return callable + 8;
  }

  private long invoke(long callable, long arguments, int count, long names) {
    return py.calls.isFunction(callable)
        ? py.calls.direct(callable, arguments, count, names)
        : py.calls.call(callable, arguments, count, names);
  }

  long call(long sp, int count) {
    long callable = sp - 8L * count - 8;
    long result = invoke(memory.load64(callable), callable + 8, count, 0);
    return finish(sp, callable, result);
  }

  long callWithNames(long sp, int count) {
    long names = memory.load64(sp - 8);
    long callable = sp - 8L * count - 16;
    int positional = count - py.tuples.size(names);
    long result = invoke(memory.load64(callable), callable + 8, positional, names);
    return finish(sp, callable, result);
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
    long result = py.calls.call(function, memory.load64(place), keywords);
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
    new gradus.engine.object.DictMerge(py).merge(dict, keywords);
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
