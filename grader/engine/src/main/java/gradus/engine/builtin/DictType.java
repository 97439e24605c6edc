package gradus.engine.builtin;

import gradus.engine.object.Binary;
import gradus.engine.object.Comparisons;
import gradus.engine.object.Dicts;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.TypeFlags;
import gradus.engine.object.Unary;

/** The type {@code dict}: its slots and methods (Objects/dictobject.c). */
final class DictType {

  private final Space py;
  private final Dicts dicts;

  DictType(Space py) {
    this.py = py;
    dicts = py.dicts;
  }

  void define() {
    TypeBuilder.of(py, py.types.dict)
        .derivable()
        .flags(TypeFlags.DICT)
        .container(
            (dict, visitor) -> {
              boolean names = dicts.holdsNames(dict);
              for (int at = dicts.next(dict, 0); at >= 0; at = dicts.next(dict, at + 1)) {
                if (!names) {
                  visitor.accept(dicts.keyAt(dict, at));
                }
                visitor.accept(dicts.valueAt(dict, at));
              }
            })
        .clear(dicts::clear)
        .dealloc(dicts::dealloc)
        .unhashable()
        .slot("tp_new", (Ternary) this::create)
        .slot("tp_init", (Ternary) this::init)
        .slot("tp_repr", (Unary) this::repr)
        .slot("tp_richcompare", (Ternary) this::compare)
        .slot("tp_iter", (Unary) self -> py.dictViews.iterateKeys(self))
        .slot("sq_contains", (Binary) (self, key) -> dicts.contains(self, key) ? 1 : 0)
        .slot("mp_length", (Unary) dicts::size)
        .slot("mp_subscript", (Binary) this::subscript)
        .slot("mp_ass_subscript", (Ternary) this::setItem)
        .method1("__contains__", (self, key) -> py.bool(dicts.contains(self, key)))
        .method1("__getitem__", this::subscript)
        .method(
            "__sizeof__",
            self -> py.ints.of(py.typeObjects.basicSize(self) + dicts.tableSize(self)))
        .method("keys", self -> py.dictViews.keys(self))
        .method("values", self -> py.dictViews.values(self))
        .method("items", self -> py.dictViews.items(self))
        .method("copy", dicts::copy)
        .method("clear", this::clear)
        .method("popitem", this::popItem)
        .methods("get", this::get)
        .methods("setdefault", this::setDefault)
        .methods("pop", this::pop)
        .methods("update", this::update)
        .classMethods("fromkeys", new DictFromKeys(py)::call);
  }

  private long create(long type, long tuple, long keywords) {
    // As in CPython, a call of dict makes a fresh object; only displays use the free list.
    long dict = py.create(type);
    dicts.initialise(dict);
    if (type == py.types.dict) {
      py.untrack(dict);
    }
    return dict;
  }

  private long init(long self, long tuple, long keywords) {
    py.arguments.unpack("dict", py.tuples.size(tuple), 0, 1);
    if (py.tuples.size(tuple) == 1) {
      new DictMerge(py).merge(self, py.tuples.get(tuple, 0));
    }
    if (keywords != 0) {
      if (!dicts.holdsNames(keywords)) {
        throw Raise.typeError("keyword arguments must be strings");
      }
      dicts.update(self, keywords);
    }
    return 0;
  }

  private long update(long self, long args, int count, long names) {
    py.arguments.unpack("update", count, 0, 1);
    if (count == 1) {
      new DictMerge(py).merge(self, py.arguments.get(args, 0));
    }
    int keywords = names == 0 ? 0 : py.tuples.size(names);
    for (int index = 0; index < keywords; index++) {
      if (!py.strs.is(py.tuples.get(names, index))) {
        throw Raise.typeError("keyword arguments must be strings");
      }
    }
    for (int index = 0; index < keywords; index++) {
      dicts.set(self, py.tuples.get(names, index), py.arguments.get(args, count + index));
    }
    return py.newNone();
  }

  private long repr(long self) {
    if (dicts.size(self) == 0) {
      return py.strs.of("{}");
    }
    if (!py.texts.enter(self)) {
      return py.strs.of("{...}");
    }
    try {
      StringBuilder out = new StringBuilder("{");
      for (int at = dicts.next(self, 0); at >= 0; at = dicts.next(self, at + 1)) {
        long key = py.own(dicts.keyAt(self, at));
        long value = py.own(dicts.valueAt(self, at));
        out.append(out.length() == 1 ? "" : ", ").append(py.texts.reprText(key));
        out.append(": ").append(py.texts.reprText(value));
        py.decref(key);
        py.decref(value);
      }
      return py.strs.of(out.append("}").toString());
    } finally {
      py.texts.leave();
    }
  }

  private long compare(long self, long other, long op) {
    if (!dicts.is(other) || (op != Comparisons.EQ && op != Comparisons.NE)) {
      return py.newNotImplemented();
    }
    return py.bool(equal(self, other) == (op == Comparisons.EQ));
  }

  private boolean equal(long self, long other) {
    if (dicts.size(self) != dicts.size(other)) {
      return false;
    }
    for (int at = dicts.next(self, 0); at >= 0; at = dicts.next(self, at + 1)) {
      if (!hasItem(other, dicts.keyAt(self, at), dicts.hashAt(self, at), dicts.valueAt(self, at))) {
        return false;
      }
    }
    return true;
  }

  /** Comparing can run code that takes the key and both values out of their dicts. */
  private boolean hasItem(long dict, long key, long hash, long value) {
    long theirs = 0;
    py.incref(key);
    py.incref(value);
    try {
      theirs = dicts.get(dict, key, hash);
      py.xincref(theirs);
      return theirs != 0 && py.comparisons.equal(value, theirs);
    } finally {
      py.decref(key);
      py.decref(value);
      py.xdecref(theirs);
    }
  }

  private long subscript(long self, long key) {
    long value = dicts.get(self, key);
    if (value != 0) {
      return py.own(value);
    }
    if (py.typeOf(self) != py.types.dict) {
      long missing = py.calls.special(self, "__missing__", key);
      if (missing != 0) {
        return missing;
      }
    }
    throw py.exceptions.keyError(key);
  }

  private long setItem(long self, long key, long value) {
    if (value != 0) {
      dicts.set(self, key, value);
    } else if (!dicts.remove(self, key)) {
      throw py.exceptions.keyError(key);
    }
    return 0;
  }

  private long clear(long self) {
    dicts.clear(self);
    return py.newNone();
  }

  private long orDefault(long args, int count) {
    return py.own(count > 1 ? py.arguments.get(args, 1) : py.none);
  }

  private void oneOrTwo(String name, int count, long names) {
    py.arguments.noKeywords(name, names);
    py.arguments.unpack(name, count, 1, 2);
  }

  private long get(long self, long args, int count, long names) {
    oneOrTwo("get", count, names);
    long value = dicts.get(self, py.arguments.get(args, 0));
    return value != 0 ? py.own(value) : orDefault(args, count);
  }

  private long setDefault(long self, long args, int count, long names) {
    oneOrTwo("setdefault", count, names);
    long key = py.arguments.get(args, 0);
    long otherwise = count > 1 ? py.arguments.get(args, 1) : py.none;
    return py.own(dicts.setDefault(self, key, otherwise));
  }

  private long pop(long self, long args, int count, long names) {
    oneOrTwo("pop", count, names);
    long key = py.arguments.get(args, 0);
    long value = dicts.size(self) == 0 ? 0 : dicts.take(self, key);
    if (value != 0) {
      return value;
    }
    if (count == 1) {
      throw py.exceptions.keyError(key);
    }
    return orDefault(args, count);
  }

  private long popItem(long self) {
    long[] pair = new long[2];
    if (!dicts.takeLast(self, pair)) {
      throw Raise.of("KeyError", "popitem(): dictionary is empty");
    }
    long tuple = py.tuples.create(2);
    py.tuples.set(tuple, 0, pair[0]);
    py.tuples.set(tuple, 1, pair[1]);
    return tuple;
  }
}
