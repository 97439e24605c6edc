package gradus.engine.lib.io;

import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.vm.Modules;

/**
 * The function {@code open}. A program is to do the same wherever it runs, so the simulated process
 * has no files to depend on: whatever is asked for is refused as a system would refuse it.
 */
public final class OpenFunction {

  private static final String[] PARAMETERS = {
    "file", "mode", "buffering", "encoding", "errors", "newline", "closefd", "opener"
  };
  private static final int PERMISSION_DENIED = 13;
  private static final String REASON =
      "the simulated process has no files, use io.StringIO or io.BytesIO";

  private final Space py;

  public OpenFunction(Space py) {
    this.py = py;
  }

  /** Adds the function to a module. */
  public void fill(Modules modules, long module) {
    modules.function(module, "open", this::open);
  }

  private long open(long self, long args, int count, long names) {
    long[] values = py.arguments.parse("open", args, count, names, 1, PARAMETERS);
    long number = py.ints.of(PERMISSION_DENIED);
    long text = py.strs.of(REASON);
    try {
      long type = py.exceptions.type("OSError");
      throw Raise.object(py.calls.callWith(type, number, text, values[0]));
    } finally {
      py.decref(text);
      py.decref(number);
    }
  }
}
