package gradus.engine.lib;

import gradus.engine.object.Comparisons;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.vm.Modules;

/** Functions over iterables: {@code iter next sum min max sorted any all}. */
final class IterationFunctions {

  private final Space py;

  IterationFunctions(Python python) {
    py = python.py;
  }

  void fill(Modules modules, long module) {
    modules.function(module, "iter", 1, 2, this::iter);
    modules.function(module, "next", 1, 2, this::next);
    modules.function(module, "sum", new SumFunction(py)::call);
    modules.function(module, "any", 1, 1, (self, args, n, k) -> any(args, true));
    modules.function(module, "all", 1, 1, (self, args, n, k) -> any(args, false));
    modules.function(module, "sorted", this::sorted);
    modules.function(module, "min", (self, args, n, k) -> best("min", args, n, k, Comparisons.LT));
    modules.function(module, "max", (self, args, n, k) -> best("max", args, n, k, Comparisons.GT));
    new LazyIterators(py).fill(modules, module);
  }

  private long at(long args, int index) {
    return py.arguments.get(args, index);
  }

  private long iter(long self, long args, int count, long names) {
    if (count == 1) {
      return py.items.iter(at(args, 0));
    }
    if (!py.calls.isCallable(at(args, 0))) {
      throw Raise.typeError("iter(v, w): v must be callable");
    }
    return py.items.callIterator(at(args, 0), at(args, 1));
  }

  private long next(long self, long args, int count, long names) {
    long iterator = at(args, 0);
    if (!py.items.isIterator(iterator)) {
      throw Raise.typeError("'%s' object is not an iterator".formatted(py.typeName(iterator)));
    }
    if (count == 1) {
      long item = py.items.rawNext(iterator);
      if (item == 0) {
        throw Raise.stopIteration();
      }
      return item;
    }
    long item = py.items.next(iterator);
    return item != 0 ? item : py.own(at(args, 1));
  }

  private long any(long args, boolean wanted) {
    long iterator = py.items.iter(at(args, 0));
    try {
      for (long item = py.items.next(iterator); item != 0; item = py.items.next(iterator)) {
        boolean truth;
        try {
          truth = py.comparisons.truth(item);
        } finally {
          py.decref(item);
        }
        if (truth == wanted) {
          return py.bool(wanted);
        }
      }
      return py.bool(!wanted);
    } finally {
      py.decref(iterator);
    }
  }

  private long sorted(long self, long args, int count, long names) {
    if (count != 1) {
      throw Raise.typeError(
          count == 0
              ? "Function takes at least 1 positional arguments (0 given)"
              : "must use keyword argument for key function");
    }
    py.arguments.parse("sorted", args + 8, 0, names, 0, "key", "reverse");
    long list = py.items.listOf(at(args, 0));
    long sort = py.attributes.get(list, "sort");
    try {
      py.decref(py.calls.call(sort, args + 8, 0, names));
      return list;
    } catch (Raise raise) {
      py.decref(list);
      throw raise;
    } finally {
      py.decref(sort);
    }
  }

  private long best(String function, long args, int count, long names, int op) {
    if (count == 0) {
      throw Raise.typeError("%s expected 1 arguments, got 0".formatted(function));
    }
    long[] options =
        py.arguments.parse(function, args + 8L * count, 0, names, 0, "$key", "$default");
    if (count > 1 && options[1] != 0) {
      throw Raise.typeError(
          "Cannot specify a default for %s() with multiple positional arguments"
              .formatted(function));
    }
    long iterator = count > 1 ? overArguments(args, count) : py.items.iter(at(args, 0));
    try {
      long found = search(iterator, options[0] == py.none ? 0 : options[0], op);
      if (found != 0) {
        return found;
      }
      if (options[1] == 0) {
        throw Raise.valueError(function + "() arg is an empty sequence");
      }
      return py.own(options[1]);
    } finally {
      py.decref(iterator);
    }
  }

  private long overArguments(long args, int count) {
    long tuple = py.tuples.ofArray(args, count);
    try {
      return py.items.iter(tuple);
    } finally {
      py.decref(tuple);
    }
  }

  private long search(long iterator, long key, int op) {
    long best = 0;
    long bestKey = 0;
    long item = 0;
    long itemKey = 0;
    try {
      for (item = py.items.next(iterator); item != 0; item = py.items.next(iterator)) {
        itemKey = key == 0 ? py.own(item) : py.calls.call(key, item);
        boolean better = best == 0 || py.comparisons.is(itemKey, bestKey, op);
        long worse = better ? best : item;
        long worseKey = better ? bestKey : itemKey;
        best = better ? item : best;
        bestKey = better ? itemKey : bestKey;
        item = 0;
        itemKey = 0;
        py.xdecref(worse);
        py.xdecref(worseKey);
      }
      py.xincref(best);
      return best;
    } finally {
      py.xdecref(item);
      py.xdecref(itemKey);
      py.xdecref(best);
      py.xdecref(bestKey);
    }
  }
}
