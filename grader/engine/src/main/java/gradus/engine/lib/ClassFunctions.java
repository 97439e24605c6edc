package gradus.engine.lib;

import gradus.engine.layout.CodeStructs;
import gradus.engine.memory.Memory;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.vm.Modules;

/** {@code __build_class__}, and the types {@code property} and {@code super}. */
final class ClassFunctions {

  private final Python python;
  private final Space py;
  private final Memory memory;

  ClassFunctions(Python python) {
    this.python = python;
    py = python.py;
    memory = py.memory;
  }

  void fill(Modules modules, long module) {
    modules.function(module, "__build_class__", this::buildClass);
    modules.value(module, "property", py.own(new PropertyType(py).define()));
    modules.value(module, "super", py.own(new SuperType(python).define()));
  }

  private long buildClass(long self, long args, int count, long names) {
    if (count < 2) {
      throw Raise.typeError("__build_class__: not enough arguments");
    }
    long body = py.arguments.get(args, 0);
    long name = py.arguments.get(args, 1);
    if (py.typeOf(body) != python.machine.functions.type()) {
      throw Raise.typeError("__build_class__: func must be a function");
    }
    if (!py.strs.is(name)) {
      throw Raise.typeError("__build_class__: name is not a string");
    }
    long bases = py.tuples.ofArray(args + 16, count - 2);
    long keywords = names == 0 ? 0 : py.arguments.keywordDict(args, count, names);
    try {
      return build(body, name, bases, keywords);
    } finally {
      py.decref(bases);
      py.xdecref(keywords);
    }
  }

  private long build(long body, long name, long bases, long keywords) {
    long meta = keywords == 0 ? 0 : py.dicts.take(keywords, py.names.of("metaclass"));
    if (meta == 0) {
      long first = py.tuples.size(bases) == 0 ? 0 : py.tuples.get(bases, 0);
      meta = py.own(first == 0 ? py.types.type : py.typeOf(first));
    }
    if (py.types.isType(meta)) {
      long winner = py.own(py.typeObjects.heapTypes().metaclass(meta, bases));
      py.decref(meta);
      meta = winner;
    }
    long namespace = prepare(meta, name, bases, keywords);
    try {
      return create(body, meta, name, bases, namespace, keywords);
    } finally {
      py.decref(namespace);
      py.decref(meta);
    }
  }

  private long prepare(long meta, long name, long bases, long keywords) {
    long prepare = py.attributes.find(meta, "__prepare__");
    if (prepare == 0) {
      return py.dicts.create();
    }
    long arguments = py.tuples.of(name, bases);
    long namespace;
    try {
      namespace = py.calls.call(prepare, arguments, keywords);
    } finally {
      py.decref(arguments);
      py.decref(prepare);
    }
    if (!py.dicts.is(namespace) && !py.calls.hasSpecial(namespace, "__getitem__")) {
      String made = py.typeName(namespace);
      py.decref(namespace);
      throw Raise.typeError(
          "%s.__prepare__() must return a mapping, not %s"
              .formatted(
                  py.types.isType(meta) ? py.typeObjects.shortName(meta) : "<metaclass>", made));
    }
    return namespace;
  }

  private long create(long body, long meta, long name, long bases, long namespace, long keywords) {
    long cell = python.machine.runClassBody(body, namespace);
    long arguments = py.tuples.of(name, bases, namespace);
    try {
      long type = py.calls.call(meta, arguments, keywords);
      checkCell(cell, type, name);
      return type;
    } finally {
      py.decref(arguments);
      py.decref(cell);
    }
  }

  /** The cell behind {@code __class__} must have been filled by the metaclass. */
  private void checkCell(long cell, long type, long name) {
    boolean isCell = py.typeName(cell).equals("cell");
    if (!isCell || !py.types.isType(type)) {
      return;
    }
    long place = cell + CodeStructs.CELL.offset("ob_ref");
    long inside = memory.load64(place);
    if (inside == 0) {
      memory.store64(place, py.own(type));
    } else if (inside != type) {
      throw Raise.typeError(
          "__class__ set to %s defining %s as %s"
              .formatted(
                  py.texts.reprText(inside), py.texts.reprText(name), py.texts.reprText(type)));
    }
  }
}
