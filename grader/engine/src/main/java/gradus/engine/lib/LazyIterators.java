package gradus.engine.lib;

import gradus.engine.layout.ObjectStructs;
import gradus.engine.layout.Struct;
import gradus.engine.memory.Memory;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.Unary;
import gradus.engine.vm.Modules;
import java.math.BigInteger;

/** The types {@code enumerate}, {@code zip}, {@code map} and {@code filter}. */
final class LazyIterators {

  private static final int INDEX = ObjectStructs.ENUMERATE.offset("en_index");
  private static final int ENUMERATED = ObjectStructs.ENUMERATE.offset("en_sit");
  private static final int PAIR = ObjectStructs.ENUMERATE.offset("en_result");
  private static final int LARGE_INDEX = ObjectStructs.ENUMERATE.offset("en_longindex");
  private static final int COUNT = ObjectStructs.ZIP.offset("tuplesize");
  private static final int ZIPPED = ObjectStructs.ZIP.offset("ittuple");
  private static final int RESULT = ObjectStructs.ZIP.offset("result");
  private static final int MAPPED = ObjectStructs.MAP.offset("iters");
  private static final int FUNCTION = ObjectStructs.MAP.offset("func");
  private static final int TEST = ObjectStructs.FILTER.offset("func");
  private static final int FILTERED = ObjectStructs.FILTER.offset("it");

  private final Space py;
  private final Memory memory;

  LazyIterators(Space py) {
    this.py = py;
    memory = py.memory;
  }

  void fill(Modules modules, long module) {
    int[] ofEnumerate = {ENUMERATED, PAIR, LARGE_INDEX};
    TypeBuilder enumerate = define("enumerate", ObjectStructs.ENUMERATE, ofEnumerate);
    add(modules, module, "enumerate", enumerate, this::newEnumerate, this::nextEnumerate);
    TypeBuilder zip = define("zip", ObjectStructs.ZIP, ZIPPED, RESULT);
    add(modules, module, "zip", zip, this::newZip, this::nextZip);
    TypeBuilder map = define("map", ObjectStructs.MAP, MAPPED, FUNCTION);
    add(modules, module, "map", map, this::newMap, this::nextMap);
    TypeBuilder filter = define("filter", ObjectStructs.FILTER, TEST, FILTERED);
    add(modules, module, "filter", filter, this::newFilter, this::nextFilter);
  }

  private TypeBuilder define(String name, Struct struct, int... fields) {
    return TypeBuilder.define(py, name, struct)
        .derivable()
        .container(
            (object, visitor) -> {
              for (int field : fields) {
                if (memory.load64(object + field) != 0) {
                  visitor.accept(memory.load64(object + field));
                }
              }
            })
        .dealloc(
            object -> {
              py.untrack(object);
              for (int field : fields) {
                py.xdecref(memory.load64(object + field));
              }
              py.free(object);
            });
  }

  private void add(
      Modules modules, long module, String name, TypeBuilder builder, Ternary create, Unary next) {
    long type =
        builder
            .slot("tp_new", create)
            .slot("tp_iter", (Unary) py::own)
            .slot("tp_iternext", next)
            .ready();
    modules.value(module, name, py.own(type));
  }

  private long newEnumerate(long type, long tuple, long keywords) {
    long[] values = py.arguments.parseTuple("enumerate", tuple, keywords, 1, "iterable", "start");
    long start = values[1] == 0 ? py.ints.of(0) : py.numbers.index(values[1]);
    boolean small = py.numbers.fits(start);
    long object = py.create(type);
    memory.store64(object + INDEX, small ? py.ints.longValue(start) : Long.MAX_VALUE);
    if (small) {
      py.decref(start);
    } else {
      memory.store64(object + LARGE_INDEX, start);
    }
    try {
      memory.store64(object + ENUMERATED, py.items.iter(values[0]));
    } catch (Raise raise) {
      py.decref(object);
      throw raise;
    }
    memory.store64(object + PAIR, py.tuples.of(py.none, py.none));
    return object;
  }

  private long nextEnumerate(long self) {
    long item = py.items.next(memory.load64(self + ENUMERATED));
    return item == 0 ? 0 : py.tuples.renew(memory.load64(self + PAIR), nextIndex(self), item);
  }

  private long nextIndex(long self) {
    long index = memory.load64(self + INDEX);
    if (index != Long.MAX_VALUE) {
      memory.store64(self + INDEX, index + 1);
      return py.ints.of(index);
    }
    long large = memory.load64(self + LARGE_INDEX);
    if (large == 0) {
      large = py.ints.of(Long.MAX_VALUE);
    }
    memory.store64(self + LARGE_INDEX, py.ints.of(py.ints.value(large).add(BigInteger.ONE)));
    return large;
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
      py.tuples.set(iterators, index, iterator(source, iterators));
    }
    return iterators;
  }

  private long iterator(long source, long others) {
    try {
      return py.items.iter(source);
    } catch (Raise raise) {
      py.decref(others);
      throw raise;
    }
  }

  private boolean iterable(long object) {
    return py.calls.hasSpecial(object, "__iter__") || py.items.isSequence(object);
  }

  private long newZip(long type, long tuple, long keywords) {
    py.arguments.noKeywordDict("zip()", keywords);
    long iterators = iterators(tuple, 0, "zip argument #%d must support iteration");
    int count = py.tuples.size(iterators);
    long result = py.tuples.create(count);
    for (int index = 0; index < count; index++) {
      py.tuples.set(result, index, py.newNone());
    }
    long object = py.create(type);
    memory.store64(object + COUNT, count);
    memory.store64(object + ZIPPED, iterators);
    memory.store64(object + RESULT, result);
    return object;
  }

  private long nextZip(long self) {
    if (memory.load64(self + COUNT) == 0) {
      return 0;
    }
    long[] items = nextOfAll(memory.load64(self + ZIPPED));
    return items.length == 0 ? 0 : py.tuples.renew(memory.load64(self + RESULT), items);
  }

  /** The next items, or none when one of the iterators is at its end. */
  private long[] nextOfAll(long iterators) {
    long[] items = new long[py.tuples.size(iterators)];
    int got = 0;
    try {
      while (got < items.length) {
        items[got] = py.items.next(py.tuples.get(iterators, got));
        if (items[got] == 0) {
          break;
        }
        got++;
      }
    } finally {
      for (int index = 0; index < got && got < items.length; index++) {
        py.decref(items[index]);
      }
    }
    return got < items.length ? new long[0] : items;
  }

  private long newMap(long type, long tuple, long keywords) {
    py.arguments.noKeywordDict("map()", keywords);
    if (py.tuples.size(tuple) < 2) {
      throw Raise.typeError("map() must have at least two arguments.");
    }
    long iterators = iterators(tuple, 1, "");
    long object = py.create(type);
    memory.store64(object + MAPPED, iterators);
    memory.store64(object + FUNCTION, py.own(py.tuples.get(tuple, 0)));
    return object;
  }

  private long nextMap(long self) {
    long[] items = nextOfAll(memory.load64(self + MAPPED));
    if (items.length == 0) {
      return 0;
    }
    try {
      return py.calls.callWith(memory.load64(self + FUNCTION), items);
    } finally {
      for (long item : items) {
        py.decref(item);
      }
    }
  }

  private long newFilter(long type, long tuple, long keywords) {
    py.arguments.noKeywordDict("filter()", keywords);
    py.arguments.unpack("filter", py.tuples.size(tuple), 2, 2);
    long iterator = py.items.iter(py.tuples.get(tuple, 1));
    long object = py.create(type);
    memory.store64(object + TEST, py.own(py.tuples.get(tuple, 0)));
    memory.store64(object + FILTERED, iterator);
    return object;
  }

  private long nextFilter(long self) {
    long iterator = memory.load64(self + FILTERED);
    for (long item = py.items.next(iterator); item != 0; item = py.items.next(iterator)) {
      if (passes(memory.load64(self + TEST), item)) {
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
