package gradus.engine.lib;

import gradus.engine.builtin.StructSequences;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.vm.AsyncGenerators;
import gradus.engine.vm.Coroutines;
import gradus.engine.vm.Modules;

/**
 * What {@code sys} lets event loops and debuggers know of coroutines and asynchronous generators.
 */
final class AsyncHooks {

  private static final String[] HOOKS = {"firstiter", "finalizer"};

  private final Space py;
  private final Coroutines coroutines;
  private final AsyncGenerators generators;
  private final StructSequences sequences;
  private final long hooksType;

  AsyncHooks(Python python) {
    py = python.py;
    coroutines = python.machine.generators.coroutines;
    generators = python.machine.generators.asyncs;
    sequences = new StructSequences(py);
    hooksType = sequences.define("asyncgen_hooks", HOOKS);
  }

  void fill(Modules modules, long module) {
    modules.function(
        module, "get_coroutine_wrapper", 0, 0, (self, args, n, k) -> py.own(coroutines.wrapper()));
    modules.function(
        module,
        "set_coroutine_wrapper",
        1,
        1,
        (self, args, n, k) -> {
          coroutines.setWrapper(py.arguments.get(args, 0));
          return py.newNone();
        });
    modules.function(module, "get_asyncgen_hooks", 0, 0, (self, args, n, k) -> hooks());
    modules.function(module, "set_asyncgen_hooks", this::setHooks);
  }

  private long hooks() {
    return sequences.of(
        hooksType, py.own(generators.firstIteration()), py.own(generators.finalizer()));
  }

  private long setHooks(long self, long args, int count, long names) {
    long[] hooks = py.arguments.parse("set_asyncgen_hooks", args, count, names, 0, HOOKS);
    requireCallable(hooks[1], "finalizer");
    if (hooks[1] != 0) {
      generators.setFinalizer(hooks[1]);
    }
    requireCallable(hooks[0], "firstiter");
    if (hooks[0] != 0) {
      generators.setFirstIteration(hooks[0]);
    }
    return py.newNone();
  }

  private void requireCallable(long hook, String name) {
    if (hook != 0 && hook != py.none && !py.calls.isCallable(hook)) {
      throw Raise.typeError("callable %s expected, got %s".formatted(name, py.typeName(hook)));
    }
  }
}
