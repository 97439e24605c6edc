package gradus.engine.lib;

import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.vm.Modules;
import gradus.engine.vm.Tracing;

/** The functions of {@code sys} that let Python code hear of what runs. */
final class SysTracing {

  private final Space py;
  private final Tracing tracing;

  SysTracing(Python python) {
    py = python.py;
    tracing = python.machine.tracing;
  }

  void fill(Modules modules, long module) {
    modules.function(module, "settrace", 1, 1, this::setTrace);
    modules.function(module, "setprofile", 1, 1, this::setProfile);
    modules.function(module, "gettrace", 0, 0, (self, args, n, k) -> orNone(tracing.tracer()));
    modules.function(module, "getprofile", 0, 0, (self, args, n, k) -> orNone(tracing.profiler()));
    modules.function(module, "call_tracing", 2, 2, this::callTracing);
  }

  private long setTrace(long self, long args, int count, long names) {
    tracing.trace(orNull(py.arguments.get(args, 0)));
    return py.newNone();
  }

  private long setProfile(long self, long args, int count, long names) {
    tracing.profile(orNull(py.arguments.get(args, 0)));
    return py.newNone();
  }

  private long callTracing(long self, long args, int count, long names) {
    long arguments = py.arguments.get(args, 1);
    if (!py.tuples.is(arguments)) {
      throw Raise.typeError(
          "call_tracing() argument 2 must be tuple, not " + py.typeName(arguments));
    }
    return tracing.callTraced(py.arguments.get(args, 0), arguments);
  }

  private long orNull(long function) {
    return function == py.none ? 0 : function;
  }

  private long orNone(long function) {
    return py.own(function == 0 ? py.none : function);
  }
}
