package gradus.engine.lib;

import gradus.engine.layout.ObjectStructs;
import gradus.engine.memory.Memory;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.Unary;
import gradus.engine.vm.Modules;

/** The types {@code enumerate}, {@code zip}, {@code map} and {@code filter}. */
final class LazyIterators {

  private static final int FIRST = 16;
  private static final int SECOND = 24;

  private final Space py;
  private final Memory memory;

  LazyIterators(Space py) {
    this.py = py;
    memory = py.memory;
  }

  void fill(Modules modules, long module) {
    define(modules, module, "enumerate", this::newEnumerate, this::nextEnumerate);
    define(modules, module, "zip", this::newZip, this::nextZip);
    define(modules, module, "map", this::newMap, this::nextMap);
    define(modules, module, "filter", this::newFilter, this::nextFilter);
  }

  private void define(Modules modules, long module, String name, Ternary create, Unary next) {
    long type =
        TypeBuilder.define(py, name, ObjectStructs.LAZY_ITERATOR)
            .derivable()
            .container(
                (object, visitor) -> {
                  for (int field = FIRST; field <= SECOND; field += 8) {
                    if (memory.load64(object + field) != 0) {
                      visitor.accept(memory.load64(object + field));
                    }
                  }
                })
            .dealloc(
                object -> {
                  py.untrack(object);
                  py.xdecref(memory.load64(object + FIRST));
                  py.xdecref(memory.load64(object + SECOND));
                  py.free(object);
                })
            .slot("tp_new", create)
            .slot("tp_iter", (Unary) py::own)
            .slot("tp_iternext", next)
            .ready();
    modules.value(module, name, py.own(type));
  }

  private long create(long type, long first, long second) {
    long object = py.create(type);
    memory.store64(object + FIRST, first);
    memory.store64(object + SECOND, second);
    return object;
  }

  private long newEnumerate(long type, long tuple, long keywords) {
    long[] values = py.arguments.parseTuple("enumerate", tuple, keywords, 1, "iterable", "start");
    long start = values[1] == 0 ? py.ints.of(0) : py.numbers.index(values[1]);
    return create(type, py.items.iter(values[0]), start);
  }

  private long nextEnumerate(long self) {
    long item = py.items.next(memory.load64(self + FIRST));
    if (item == 0) {
      return 0;
    }
    long index = memory.load64(self + SECOND);
    long pair = py.tuples.create(2);
    py.tuples.set(pair, 0, py.own(index));
    py.tuples.set(pair, 1, item);
    java.math.BigInteger next = py.ints.value(index).add(java.math.BigInteger.ONE);
    py.replace(self + SECOND, py.ints.of(next));
    return pair;
  }

  private long iterators(long tuple, int from, String message) {
    int count = py.tuples.size(tuple) - from;
    long iterators = py.tuples.create(count);
    for (int index = 0; index < count; index++) {
      long source = py.tuples.get(tuple, from + index);
      if (!message.isEmpty() && !iterable(source)) {
        py.decref(iterators);
        throw Raise.typeError(message.formatted(index + 1));
      }
      py.tuples.set(iterators, index, py.items.iter(source));
    }
    return iterators;
  }

  private boolean iterable(long object) {
    return py.calls.hasSpecial(object, "__iter__") || py.items.isSequence(object);
  }

  private long newZip(long type, long tuple, long keywords) {
    py.arguments.noKeywordDict("zip()", keywords);
    return create(type, iterators(tuple, 0, "zip argument #%d must support iteration"), 0);
  }

  private long nextZip(long self) {
    long iterators = memory.load64(self + FIRST);
    return py.tuples.size(iterators) == 0 ? 0 : nextOfAll(iterators);
  }

  /** A tuple of the next items, or 0 when one of the iterators is at its end. */
  private long nextOfAll(long iterators) {
    int count = py.tuples.size(iterators);
    long items = py.tuples.create(count);
    for (int index = 0; index < count; index++) {
      long item = 0;
      try {
        item = py.items.next(py.tuples.get(iterators, index));
      } finally {
        if (item == 0) {
          py.decref(items);
        }
      }
      if (item == 0) {
        return 0;
      }
      py.tuples.set(items, index, item);
    }
    return items;
  }

  private long newMap(long type, long tuple, long keywords) {
    py.arguments.noKeywordDict("map()", keywords);
    if (py.tuples.size(tuple) < 2) {
      throw Raise.typeError("map() must have at least two arguments.");
    }
    return create(type, py.own(py.tuples.get(tuple, 0)), iterators(tuple, 1, ""));
  }

  private long nextMap(long self) {
    long items = nextOfAll(memory.load64(self + SECOND));
    if (items == 0) {
      return 0;
    }
    try {
      return py.calls.call(memory.load64(self + FIRST), items, 0L);
    } finally {
      py.decref(items);
    }
  }

  private long newFilter(long type, long tuple, long keywords) {
    py.arguments.noKeywordDict("filter()", keywords);
    py.arguments.unpack("filter", py.tuples.size(tuple), 2, 2);
    long iterator = py.items.iter(py.tuples.get(tuple, 1));
    return create(type, py.own(py.tuples.get(tuple, 0)), iterator);
  }

  private long nextFilter(long self) {
    long iterator = memory.load64(self + SECOND);
    for (long item = py.items.next(iterator); item != 0; item = py.items.next(iterator)) {
      if (passes(memory.load64(self + FIRST), item)) {
        return item;
      }
      py.decref(item);
    }
    return 0;
  }

  private boolean passes(long function, long item) {
    if (function == py.none) {
      return py.comparisons.truth(item);
    }
    long result = py.calls.call(function, item);
    boolean truth = py.comparisons.truth(result);
    py.decref(result);
    return truth;
  }
}
