package gradus.engine.lib;

import gradus.engine.object.CycleCollector;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.vm.Modules;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** The module {@code gc}: what Python code sees of the cycle collector (Modules/gcmodule.c). */
final class GcModule {

  private final Space py;
  private final CycleCollector collector;
  private final long callbacks;

  GcModule(Python python) {
    py = python.py;
    collector = py.cycles;
    callbacks = py.lists.create(0);
    collector.listen(this::tell);
    collector.debugTo(python.streams::error);
  }

  void fill(Modules modules, long module) {
    modules.value(module, "garbage", py.own(collector.garbage()));
    modules.value(module, "callbacks", py.own(callbacks));
    flags(modules, module);
    switches(modules, module);
    modules.function(module, "collect", this::collect);
    modules.function(module, "get_objects", 0, 0, (self, args, n, k) -> objects());
    modules.function(module, "get_referents", this::referents);
    modules.function(module, "get_referrers", this::referrers);
    modules.function(module, "get_stats", 0, 0, (self, args, n, k) -> stats());
    modules.function(module, "is_tracked", 1, 1, (self, args, n, k) -> tracked(first(args)));
  }

  private void flags(Modules modules, long module) {
    modules.value(module, "DEBUG_STATS", py.ints.of(CycleCollector.DEBUG_STATS));
    modules.value(module, "DEBUG_COLLECTABLE", py.ints.of(CycleCollector.DEBUG_COLLECTABLE));
    modules.value(module, "DEBUG_UNCOLLECTABLE", py.ints.of(CycleCollector.DEBUG_UNCOLLECTABLE));
    modules.value(module, "DEBUG_SAVEALL", py.ints.of(CycleCollector.DEBUG_SAVEALL));
    int leak =
        CycleCollector.DEBUG_COLLECTABLE
            | CycleCollector.DEBUG_UNCOLLECTABLE
            | CycleCollector.DEBUG_SAVEALL;
    modules.value(module, "DEBUG_LEAK", py.ints.of(leak));
  }

  private void switches(Modules modules, long module) {
    modules.function(module, "enable", 0, 0, (self, args, n, k) -> enable(true));
    modules.function(module, "disable", 0, 0, (self, args, n, k) -> enable(false));
    modules.function(module, "isenabled", 0, 0, (self, args, n, k) -> py.bool(collector.enabled()));
    modules.function(module, "get_count", 0, 0, (self, args, n, k) -> ofEach(collector::count));
    modules.function(
        module, "get_threshold", 0, 0, (self, args, n, k) -> ofEach(collector::threshold));
    modules.function(module, "set_threshold", this::setThreshold);
    modules.function(
        module, "get_debug", 0, 0, (self, args, n, k) -> py.ints.of(collector.debug()));
    modules.function(module, "set_debug", 1, 1, (self, args, n, k) -> setDebug(first(args)));
  }

  private long first(long arguments) {
    return py.arguments.get(arguments, 0);
  }

  private long enable(boolean value) {
    collector.enable(value);
    return py.newNone();
  }

  private long setDebug(long flags) {
    collector.setDebug((int) py.numbers.longArgument(flags));
    return py.newNone();
  }

  private long ofEach(IntUnaryOperator number) {
    int[] numbers = IntStream.range(0, CycleCollector.GENERATIONS).map(number).toArray();
    long tuple = py.tuples.create(numbers.length);
    for (int generation = 0; generation < numbers.length; generation++) {
      py.tuples.set(tuple, generation, py.ints.of(numbers[generation]));
    }
    return tuple;
  }

  private long setThreshold(long self, long args, int count, long names) {
    py.arguments.noKeywords("set_threshold", names);
    py.arguments.count("set_threshold", count, 1, CycleCollector.GENERATIONS);
    for (int generation = 0; generation < count; generation++) {
      long threshold = py.numbers.longArgument(py.arguments.get(args, generation));
      collector.setThreshold(generation, (int) threshold);
    }
    return py.newNone();
  }

  private long collect(long self, long args, int count, long names) {
    long[] values = py.arguments.parse("collect", args, count, names, 0, "generation");
    long generation =
        values[0] == 0 ? CycleCollector.GENERATIONS - 1 : py.numbers.longArgument(values[0]);
    if (generation < 0 || generation >= CycleCollector.GENERATIONS) {
      throw Raise.valueError("invalid generation");
    }
    return py.ints.of(collector.collect((int) generation));
  }

  private long objects() {
    long list = py.lists.create(0);
    collector.each(
        object -> {
          if (object != list) {
            py.listOps.append(list, object);
          }
        });
    return list;
  }

  private long referents(long self, long args, int count, long names) {
    long list = py.lists.create(0);
    for (int index = 0; index < count; index++) {
      long object = py.arguments.get(args, index);
      if (collector.isContainer(object)) {
        collector.traverse(object, referent -> py.listOps.append(list, referent));
      }
    }
    return list;
  }

  private long referrers(long self, long args, int count, long names) {
    long list = py.lists.create(0);
    long tuple = py.tuples.ofArray(args, count);
    collector.each(
        object -> {
          if (object != list && object != tuple && refers(object, args, count)) {
            py.listOps.append(list, object);
          }
        });
    py.decref(tuple);
    return list;
  }

  private boolean refers(long object, long args, int count) {
    boolean[] found = {false};
    collector.traverse(
        object,
        referent -> {
          for (int index = 0; index < count; index++) {
            found[0] |= referent == py.arguments.get(args, index);
          }
        });
    return found[0];
  }

  private long tracked(long object) {
    return py.bool(collector.isContainer(object) && py.tracked(object));
  }

  private long stats() {
    long list = py.lists.create(0);
    for (int generation = 0; generation < CycleCollector.GENERATIONS; generation++) {
      long dict = py.dicts.create();
      put(dict, "collections", collector.collections(generation));
      put(dict, "collected", collector.collected(generation));
      put(dict, "uncollectable", 0);
      py.listOps.append(list, dict);
      py.decref(dict);
    }
    return list;
  }

  private void put(long dict, String key, long value) {
    long number = py.ints.of(value);
    py.dicts.setName(dict, key, number);
    py.decref(number);
  }

  /** Calls what is in {@code gc.callbacks} at the start and at the end of a collection. */
  private void tell(String phase, int generation, int collected) {
    if (py.listOps.size(callbacks) == 0) {
      return;
    }
    long info = py.dicts.create();
    put(info, "generation", generation);
    put(info, "collected", collected);
    put(info, "uncollectable", 0);
    long name = py.strs.of(phase);
    for (long index = 0; index < py.listOps.size(callbacks); index++) {
      call(py.listOps.get(callbacks, index), name, info);
    }
    py.decref(name);
    py.decref(info);
  }

  private void call(long callback, long phase, long info) {
    py.incref(callback);
    try {
      py.decref(py.calls.callWith(callback, phase, info));
    } catch (Raise raise) {
      py.exceptions.unraisable(raise, callback);
    }
    py.decref(callback);
  }
}
