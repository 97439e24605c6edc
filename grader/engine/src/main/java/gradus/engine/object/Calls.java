package gradus.engine.object;

import gradus.engine.memory.Memory;

/**
 * Calling objects.
 *
 * <p>Arguments lie in memory, one pointer after the other, usually on the caller's value stack. A
 * type whose {@code tp_call} can take them so ({@link NativeCode#alsoFast}) gets them as they are;
 * any other gets a tuple and a dict made of them. This is how the object layer reaches Python
 * functions without knowing the interpreter.
 */
public final class Calls {

  private static final int CALL = Slots.type("tp_call");

  private final Space py;
  private final Memory memory;
  private long functionType;

  Calls(Space py) {
    this.py = py;
    memory = py.memory;
  }

  /** Names the type of Python functions, which need no bound method to be called with a self. */
  public void functionsAre(long type) {
    functionType = type;
  }

  boolean isPythonFunction(long object) {
    return py.typeOf(object) == functionType;
  }

  /** Whether an object is a function or method, whose calls the interpreter makes itself. */
  public boolean isFunction(long object) {
    long type = py.typeOf(object);
    return type == functionType || type == py.types.nativeFunction || type == py.types.method;
  }

  public boolean isCallable(long object) {
    return memory.load64(py.typeOf(object) + CALL) != 0;
  }

  /**
   * Calls with the arguments in an array.
   *
   * @param names a tuple of the keywords whose values follow the positional arguments, or 0
   */
  public long call(long callable, long arguments, int count, long names) {
    py.exceptions.enter(" while calling a Python object");
    try {
      return direct(callable, arguments, count, names);
    } finally {
      py.exceptions.leave();
    }
  }

  /** The same for the interpreter's own calls of functions, which do not count as a level. */
  public long direct(long callable, long arguments, int count, long names) {
    long function = memory.load64(py.typeOf(callable) + CALL);
    if (function == 0) {
      throw Raise.typeError("'%s' object is not callable".formatted(py.typeName(callable)));
    }
    if (py.code.isFast(function)) {
      return py.code.fast(function).call(callable, arguments, count, names);
    }
    long tuple = py.tuples.ofArray(arguments, count);
    long keywords = names == 0 ? 0 : py.arguments.keywordDict(arguments, count, names);
    try {
      return py.code.ternary(function).call(callable, tuple, keywords);
    } finally {
      py.decref(tuple);
      py.xdecref(keywords);
    }
  }

  /** Calls with a tuple of arguments and a dict of keywords, which may be 0. */
  public long call(long callable, long tuple, long keywords) {
    py.exceptions.enter(" while calling a Python object");
    try {
      return directly(callable, tuple, keywords);
    } finally {
      py.exceptions.leave();
    }
  }

  private long directly(long callable, long tuple, long keywords) {
    long function = memory.load64(py.typeOf(callable) + CALL);
    if (function == 0) {
      throw Raise.typeError("'%s' object is not callable".formatted(py.typeName(callable)));
    }
    if (!py.code.isFast(function)) {
      return py.code.ternary(function).call(callable, tuple, keywords);
    }
    if (keywords == 0 || py.dicts.size(keywords) == 0) {
      long items = tuple + Tuples.ITEMS;
      return py.code.fast(function).call(callable, items, py.tuples.size(tuple), 0);
    }
    return spread(function, callable, tuple, keywords);
  }

  private long spread(long function, long callable, long tuple, long keywords) {
    int positional = py.tuples.size(tuple);
    int count = positional + py.dicts.size(keywords);
    long array = py.stack.push(count);
    long names = py.arguments.spread(tuple, keywords, array);
    long values = array + 8L * positional;
    hold(values, count - positional);
    try {
      return py.code.fast(function).call(callable, array, positional, names);
    } finally {
      release(values, count - positional);
      py.decref(names);
      py.stack.pop(count);
    }
  }

  /** Calls without arguments. */
  public long call(long callable) {
    return call(callable, 0, 0, 0);
  }

  /** Calls with one argument. */
  public long call(long callable, long argument) {
    long array = py.stack.push(argument);
    try {
      return call(callable, array, 1, 0);
    } finally {
      py.stack.pop(1);
    }
  }

  /** Calls with these arguments. */
  public long callWith(long callable, long... arguments) {
    long array = py.stack.push(arguments.length);
    for (int index = 0; index < arguments.length; index++) {
      memory.store64(array + 8L * index, arguments[index]);
    }
    try {
      return call(callable, array, arguments.length, 0);
    } finally {
      py.stack.pop(arguments.length);
    }
  }

  /** Calls a method by name, looking for it as {@code object.name} does. */
  public long method(long object, String name, long... arguments) {
    long method = py.attributes.get(object, name);
    try {
      return callWith(method, arguments);
    } finally {
      py.decref(method);
    }
  }

  /** Whether a special method is defined by an object's type. */
  public boolean hasSpecial(long object, String name) {
    return py.typeObjects.lookup(py.typeOf(object), name) != 0;
  }

  /**
   * Calls a special method, which is looked for in the object's type only; the array has the object
   * itself first.
   *
   * @return the result, or 0 if the type has no such method
   */
  public long special(long name, long selfAndArguments, int count) {
    long object = memory.load64(selfAndArguments);
    long type = py.typeOf(object);
    long found = py.typeObjects.lookup(type, name);
    if (found == 0) {
      return 0;
    }
    py.incref(found);
    try {
      return callFound(found, selfAndArguments, count, 0);
    } finally {
      py.decref(found);
    }
  }

  /** Calls what was found in a type, with the object first among the arguments. */
  long callFound(long found, long selfAndArguments, int count, long names) {
    long kind = py.typeOf(found);
    if (kind == functionType) {
      return callHolding(found, selfAndArguments, count, names);
    }
    if (kind == py.types.wrapperDescriptor) {
      return call(found, selfAndArguments, count, names);
    }
    long object = memory.load64(selfAndArguments);
    long bound = py.attributes.bind(found, object, py.typeOf(object));
    try {
      return call(bound, selfAndArguments + 8, count - 1, names);
    } finally {
      py.decref(bound);
    }
  }

  /**
   * Calls a function of Python's that a slot found. CPython makes a bound method and a tuple of
   * arguments for it; here the counts tell of them (call_method in Objects/typeobject.c).
   */
  private long callHolding(long function, long selfAndArguments, int count, long names) {
    hold(selfAndArguments, count);
    try {
      return call(function, selfAndArguments, count, names);
    } finally {
      release(selfAndArguments, count);
    }
  }

  private void hold(long array, int count) {
    for (int index = 0; index < count; index++) {
      py.incref(memory.load64(array + 8L * index));
    }
  }

  private void release(long array, int count) {
    for (int index = 0; index < count; index++) {
      py.decref(memory.load64(array + 8L * index));
    }
  }

  /** Calls a special method without arguments; 0 if there is none. */
  public long special(long object, String name) {
    long array = py.stack.push(object);
    try {
      return special(py.names.of(name), array, 1);
    } finally {
      py.stack.pop(1);
    }
  }

  /** Calls a special method with an argument; 0 if there is none. */
  public long special(long object, String name, long argument) {
    long array = py.stack.push(object, argument);
    try {
      return special(py.names.of(name), array, 2);
    } finally {
      py.stack.pop(2);
    }
  }

  /** Calls a special method with two arguments; 0 if there is none. */
  public long special(long object, String name, long first, long second) {
    long array = py.stack.push(3);
    memory.store64(array, object);
    memory.store64(array + 8, first);
    memory.store64(array + 16, second);
    try {
      return special(py.names.of(name), array, 3);
    } finally {
      py.stack.pop(3);
    }
  }
}
