package gradus.engine.lib;

import gradus.engine.layout.LibraryStructs;
import gradus.engine.layout.Struct;
import gradus.engine.memory.Memory;
import gradus.engine.object.Fast;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.Unary;
import gradus.engine.vm.Modules;

/** The types {@code operator.itemgetter}, {@code attrgetter} and {@code methodcaller}. */
final class OperatorGetters {

  private static final int COUNT = LibraryStructs.ITEM_GETTER.offset("nitems");
  private static final int ITEM = LibraryStructs.ITEM_GETTER.offset("item");
  private static final int NAME = LibraryStructs.METHOD_CALLER.offset("name");
  private static final int ARGUMENTS = LibraryStructs.METHOD_CALLER.offset("args");
  private static final int KEYWORDS = LibraryStructs.METHOD_CALLER.offset("kwds");

  private final Space py;
  private final Memory memory;

  OperatorGetters(Python python) {
    py = python.py;
    memory = py.memory;
  }

  void fill(Modules modules, long module) {
    define(
        modules,
        module,
        "itemgetter",
        LibraryStructs.ITEM_GETTER,
        new int[] {ITEM},
        this::newItemGetter,
        this::getItems,
        this::getterRepr);
    define(
        modules,
        module,
        "attrgetter",
        LibraryStructs.ATTRIBUTE_GETTER,
        new int[] {ITEM},
        this::newAttributeGetter,
        this::getAttributes,
        this::getterRepr);
    define(
        modules,
        module,
        "methodcaller",
        LibraryStructs.METHOD_CALLER,
        new int[] {NAME, ARGUMENTS, KEYWORDS},
        this::newMethodCaller,
        this::callMethod,
        this::callerRepr);
  }

  private void define(
      Modules modules,
      long module,
      String name,
      Struct struct,
      int[] fields,
      Ternary create,
      Fast call,
      Unary repr) {
    long type =
        TypeBuilder.define(py, "operator." + name, struct)
            .container(
                (object, visitor) -> {
                  for (int field : fields) {
                    visitor.accept(memory.load64(object + field));
                  }
                })
            .dealloc(
                object -> {
                  py.untrack(object);
                  for (int field : fields) {
                    py.xdecref(memory.load64(object + field));
                  }
                  py.free(object);
                })
            .slot("tp_new", create)
            .fastCall(call)
            .slot("tp_repr", repr)
            .ready();
    modules.value(module, name, py.own(type));
  }

  private long newItemGetter(long type, long tuple, long keywords) {
    return getter("itemgetter", type, tuple, keywords);
  }

  private long newAttributeGetter(long type, long tuple, long keywords) {
    long getter = getter("attrgetter", type, tuple, keywords);
    for (int index = 0; index < py.tuples.size(tuple); index++) {
      if (!py.strs.is(py.tuples.get(tuple, index))) {
        py.decref(getter);
        throw Raise.typeError("attribute name must be a string");
      }
    }
    return getter;
  }

  private long getter(String name, long type, long tuple, long keywords) {
    py.arguments.noKeywordDict(name + "()", keywords);
    int count = py.tuples.size(tuple);
    if (count == 0) {
      py.arguments.unpack(name, count, 1, 1);
    }
    long getter = py.create(type);
    memory.store64(getter + COUNT, count);
    memory.store64(getter + ITEM, py.own(count == 1 ? py.tuples.get(tuple, 0) : tuple));
    return getter;
  }

  private long object(String name, long args, int count, long names) {
    if (names != 0 && py.tuples.size(names) > 0) {
      throw Raise.typeError(name + " does not take keyword arguments");
    }
    py.arguments.unpack(name, count, 1, 1);
    return py.arguments.get(args, 0);
  }

  private long getItems(long self, long args, int count, long names) {
    long object = object("itemgetter", args, count, names);
    return each(self, key -> py.items.get(object, key));
  }

  private long getAttributes(long self, long args, int count, long names) {
    long object = object("attrgetter", args, count, names);
    return each(self, path -> follow(object, py.strs.text(path)));
  }

  private long each(long self, java.util.function.LongUnaryOperator get) {
    long item = memory.load64(self + ITEM);
    int count = (int) memory.load64(self + COUNT);
    if (count == 1) {
      return get.applyAsLong(item);
    }
    long result = py.tuples.create(count);
    try {
      for (int index = 0; index < count; index++) {
        py.tuples.set(result, index, get.applyAsLong(py.tuples.get(item, index)));
      }
      return result;
    } catch (Raise raise) {
      py.decref(result);
      throw raise;
    }
  }

  /** The attribute at the end of a path such as {@code a.b.c}. */
  private long follow(long object, String path) {
    long at = py.own(object);
    for (String name : path.split("\\.", -1)) {
      try {
        long next = py.attributes.get(at, name);
        py.decref(at);
        at = next;
      } catch (Raise raise) {
        py.decref(at);
        throw raise;
      }
    }
    return at;
  }

  private long newMethodCaller(long type, long tuple, long keywords) {
    int count = py.tuples.size(tuple);
    if (count == 0) {
      throw Raise.typeError("methodcaller needs at least one argument, the method name");
    }
    if (!py.strs.is(py.tuples.get(tuple, 0))) {
      throw Raise.typeError("method name must be a string");
    }
    long caller = py.create(type);
    memory.store64(caller + NAME, py.strs.intern(py.own(py.tuples.get(tuple, 0))));
    memory.store64(caller + ARGUMENTS, py.tuples.slice(tuple, 1, count));
    memory.store64(caller + KEYWORDS, keywords == 0 ? 0 : py.own(keywords));
    return caller;
  }

  private long callMethod(long self, long args, int count, long names) {
    long object = object("methodcaller", args, count, names);
    long method = py.attributes.get(object, memory.load64(self + NAME));
    try {
      return py.calls.call(method, memory.load64(self + ARGUMENTS), memory.load64(self + KEYWORDS));
    } finally {
      py.decref(method);
    }
  }

  private long getterRepr(long self) {
    long item = memory.load64(self + ITEM);
    String shown = py.texts.reprText(item);
    boolean single = memory.load64(self + COUNT) == 1;
    return py.strs.of(
        py.typeObjects.fullName(py.typeOf(self)) + (single ? "(" + shown + ")" : shown));
  }

  private long callerRepr(long self) {
    StringBuilder text = new StringBuilder(py.typeObjects.fullName(py.typeOf(self)));
    text.append('(').append(py.texts.reprText(memory.load64(self + NAME)));
    long arguments = memory.load64(self + ARGUMENTS);
    for (int index = 0; index < py.tuples.size(arguments); index++) {
      text.append(", ").append(py.texts.reprText(py.tuples.get(arguments, index)));
    }
    long keywords = memory.load64(self + KEYWORDS);
    for (int at = keywords == 0 ? -1 : py.dicts.next(keywords, 0);
        at >= 0;
        at = py.dicts.next(keywords, at + 1)) {
      text.append(", ").append(py.texts.strText(py.dicts.keyAt(keywords, at)));
      text.append('=').append(py.texts.reprText(py.dicts.valueAt(keywords, at)));
    }
    return py.strs.of(text.append(')').toString());
  }
}
