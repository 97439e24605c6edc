package gradus.engine.lib;

import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.vm.Modules;

/**
 * The module {@code time}, on a simulated clock: it starts at the same moment in each process, a
 * microsecond passes each time it is read, and sleeping costs nothing but simulated time.
 */
final class TimeModule {

  private static final double START = 1_500_000_000.0;
  private static final double NANOS = 1e9;
  private static final long TICK = 1_000;

  private final Space py;
  private long nanos;

  TimeModule(Python python) {
    py = python.py;
  }

  void fill(Modules modules, long module) {
    reading(modules, module, "time", START);
    for (String name : new String[] {"perf_counter", "monotonic", "process_time", "clock"}) {
      reading(modules, module, name, 0);
    }
    modules.function(module, "sleep", 1, 1, (self, args, n, k) -> sleep(py.arguments.get(args, 0)));
  }

  private void reading(Modules modules, long module, String name, double start) {
    modules.function(
        module,
        name,
        0,
        0,
        (self, args, n, k) -> {
          nanos += TICK;
          return py.floats.of(start + nanos / NANOS);
        });
  }

  private long sleep(long seconds) {
    double length =
        py.floats.is(seconds) ? py.floats.value(seconds) : py.numbers.longArgument(seconds);
    if (Double.isNaN(length)) {
      throw Raise.valueError("Invalid value NaN (not a number)");
    }
    if (length < 0) {
      throw Raise.valueError("sleep length must be non-negative");
    }
    if (length * NANOS >= Long.MAX_VALUE) {
      throw Raise.overflowError("timestamp too large to convert to C _PyTime_t");
    }
    nanos += (long) (length * NANOS);
    return py.newNone();
  }
}
