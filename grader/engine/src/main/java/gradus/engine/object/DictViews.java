package gradus.engine.object;

import gradus.engine.layout.ObjectStructs;
import gradus.engine.memory.Memory;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What {@code keys()}, {@code values()} and {@code items()} return, and their iterators. */
public final class DictViews {

  private static final int DICT = ObjectStructs.DICT_VIEW.offset("dv_dict");
  private static final int ITERATED = ObjectStructs.DICT_ITERATOR.offset("di_dict");
  private static final int USED = ObjectStructs.DICT_ITERATOR.offset("di_used");
  private static final int POSITION = ObjectStructs.DICT_ITERATOR.offset("di_pos");
  private static final int RESULT = ObjectStructs.DICT_ITERATOR.offset("di_result");
  private static final int LEFT = ObjectStructs.DICT_ITERATOR.offset("len");

  private final Space py;
  private final Memory memory;
  private final Map<Part, Long> views = new EnumMap<>(Part.class);
  private final Map<Part, Long> iterators = new EnumMap<>(Part.class);

  /** What of an entry one sees. */
  private enum Part {
    KEY,
    VALUE,
    ITEM
  }

  DictViews(Space py) {
    this.py = py;
    memory = py.memory;
  }

  public void define() {
    for (Part part : Part.values()) {
      String name = part.name().toLowerCase(Locale.ROOT);
      views.put(part, defineView("dict_" + name + "s", part));
      long iteratorType =
          TypeBuilder.define(py, "dict_" + name + "iterator", ObjectStructs.DICT_ITERATOR)
              .container(
                  (object, visitor) -> {
                    for (int field : new int[] {ITERATED, RESULT}) {
                      if (memory.load64(object + field) != 0) {
                        visitor.accept(memory.load64(object + field));
                      }
                    }
                  })
              .dealloc(object -> end(object, ITERATED, RESULT))
              .slot("tp_iter", (Unary) py::own)
              .slot("tp_iternext", (Unary) iterator -> next(iterator, part))
              .method("__length_hint__", iterator -> py.ints.of(memory.load64(iterator + LEFT)))
              .ready();
      iterators.put(part, iteratorType);
    }
  }

  private long defineView(String name, Part part) {
    TypeBuilder view =
        TypeBuilder.define(py, name, ObjectStructs.DICT_VIEW)
            .container((object, visitor) -> visitor.accept(memory.load64(object + DICT)))
            .dealloc(object -> end(object, DICT))
            .slot("tp_iter", (Unary) self -> iterate(memory.load64(self + DICT), part))
            .slot("tp_repr", (Unary) self -> repr(self, name))
            .slot("sq_length", (Unary) self -> py.dicts.size(memory.load64(self + DICT)));
    if (part != Part.VALUE) {
      view.unhashable()
          .slot("sq_contains", (Binary) (self, item) -> contains(self, item, part) ? 1 : 0)
          .slot("tp_richcompare", (Ternary) this::compare)
          .method1("isdisjoint", (self, other) -> disjoint(self, other, part))
          .slot("nb_and", (Binary) (left, right) -> combine(left, right, "intersection_update"))
          .slot("nb_or", (Binary) (left, right) -> combine(left, right, "update"))
          .slot("nb_subtract", (Binary) (left, right) -> combine(left, right, "difference_update"))
          .slot(
              "nb_xor",
              (Binary) (left, right) -> combine(left, right, "symmetric_difference_update"));
    }
    return view.ready();
  }

  private long disjoint(long self, long other, Part part) {
    long iterator = py.items.iter(other);
    try {
      for (long item = py.items.next(iterator); item != 0; item = py.items.next(iterator)) {
        boolean shared;
        try {
          shared = contains(self, item, part);
        } finally {
          py.decref(item);
        }
        if (shared) {
          return py.bool(false);
        }
      }
      return py.bool(true);
    } finally {
      py.decref(iterator);
    }
  }

  private void end(long object, int... fields) {
    py.untrack(object);
    for (int field : fields) {
      py.xdecref(memory.load64(object + field));
    }
    py.free(object);
  }

  private long view(long dict, Part part) {
    long view = py.create(views.getOrDefault(part, 0L));
    memory.store64(view + DICT, py.own(dict));
    return view;
  }

  public long keys(long dict) {
    return view(dict, Part.KEY);
  }

  public long values(long dict) {
    return view(dict, Part.VALUE);
  }

  public long items(long dict) {
    return view(dict, Part.ITEM);
  }

  public long iterateKeys(long dict) {
    return iterate(dict, Part.KEY);
  }

  private long iterate(long dict, Part part) {
    long iterator = py.create(iterators.getOrDefault(part, 0L));
    memory.store64(iterator + ITERATED, py.own(dict));
    memory.store64(iterator + USED, py.dicts.size(dict));
    memory.store64(iterator + LEFT, py.dicts.size(dict));
    if (part == Part.ITEM) {
      memory.store64(iterator + RESULT, py.tuples.of(py.none, py.none));
    }
    return iterator;
  }

  private long next(long iterator, Part part) {
    long dict = memory.load64(iterator + ITERATED);
    if (dict == 0) {
      return 0;
    }
    if (memory.load64(iterator + USED) != py.dicts.size(dict)) {
      memory.store64(iterator + USED, -1);
      throw Raise.runtimeError("dictionary changed size during iteration");
    }
    int at = py.dicts.next(dict, (int) memory.load64(iterator + POSITION));
    if (at < 0) {
      py.clear(iterator + ITERATED);
      return 0;
    }
    memory.store64(iterator + POSITION, at + 1L);
    memory.store64(iterator + LEFT, memory.load64(iterator + LEFT) - 1);
    return switch (part) {
      case KEY -> py.own(py.dicts.keyAt(dict, at));
      case VALUE -> py.own(py.dicts.valueAt(dict, at));
      case ITEM ->
          py.tuples.renew(
              memory.load64(iterator + RESULT),
              py.own(py.dicts.keyAt(dict, at)),
              py.own(py.dicts.valueAt(dict, at)));
    };
  }

  private long repr(long self, String name) {
    if (!py.texts.enter(self)) {
      return py.strs.of("...");
    }
    try {
      long list = py.items.listOf(self);
      String text = py.texts.reprText(list);
      py.decref(list);
      return py.strs.of(name + "(" + text + ")");
    } finally {
      py.texts.leave();
    }
  }

  private boolean contains(long self, long item, Part part) {
    long dict = memory.load64(self + DICT);
    if (part == Part.KEY) {
      return py.dicts.contains(dict, item);
    }
    if (!py.tuples.is(item) || py.tuples.size(item) != 2) {
      return false;
    }
    long found = py.dicts.get(dict, py.tuples.get(item, 0));
    return found != 0 && py.comparisons.equal(py.tuples.get(item, 1), found);
  }

  private boolean isSetLike(long object) {
    long type = py.typeOf(object);
    return type == views.getOrDefault(Part.KEY, 0L)
        || type == views.getOrDefault(Part.ITEM, 0L)
        || py.sets.isAny(object);
  }

  private long compare(long self, long other, long op) {
    if (!isSetLike(other)) {
      return py.newNotImplemented();
    }
    long left = py.items.length(self);
    long right = py.items.length(other);
    return py.bool(
        Comparisons.holdsOfSets(
            left, right, () -> allIn(self, other), () -> allIn(other, self), (int) op));
  }

  private boolean allIn(long items, long container) {
    long iterator = py.items.iter(items);
    try {
      for (long item = py.items.next(iterator); item != 0; item = py.items.next(iterator)) {
        boolean in;
        try {
          in = py.items.contains(container, item);
        } finally {
          py.decref(item);
        }
        if (!in) {
          return false;
        }
      }
      return true;
    } finally {
      py.decref(iterator);
    }
  }

  private long combine(long left, long right, String method) {
    long set = py.calls.call(py.sets.type(), left);
    py.decref(py.calls.method(set, method, right));
    return set;
  }
}
