package gradus.engine.lib.io;

import gradus.engine.object.Space;
import gradus.engine.vm.Modules;

/** The module {@code io} (Modules/_io). */
public final class IoModule {

  private static final int BUFFER_SIZE = 8192;

  private final Space py;
  private final StreamBase base;
  private final long stringIo;
  private final long bytesIo;
  private final long unsupported;

  /** Makes the types of the module. */
  public IoModule(Space py) {
    this.py = py;
    unsupported = unsupportedOperation();
    base = new StreamBase(py, unsupported);
    stringIo = new StringIo(py, base).type();
    bytesIo = new BytesIo(py, base).type();
  }

  private long unsupportedOperation() {
    long name = py.strs.of("UnsupportedOperation");
    long bases = py.tuples.of(py.exceptions.type("OSError"), py.exceptions.type("ValueError"));
    long dict = py.dicts.create();
    long module = py.strs.of("io");
    py.dicts.setName(dict, "__module__", module);
    try {
      return py.calls.callWith(py.types.type, name, bases, dict);
    } finally {
      py.decref(module);
      py.decref(dict);
      py.decref(bases);
      py.decref(name);
    }
  }

  /** Fills the module. */
  public void fill(Modules modules, long module) {
    modules.value(module, "StringIO", py.own(stringIo));
    modules.value(module, "BytesIO", py.own(bytesIo));
    modules.value(module, "IOBase", py.own(base.type()));
    modules.value(module, "TextIOBase", py.own(base.textType()));
    modules.value(module, "BufferedIOBase", py.own(base.bufferedType()));
    modules.value(module, "UnsupportedOperation", py.own(unsupported));
    modules.value(module, "BlockingIOError", py.own(py.exceptions.type("BlockingIOError")));
    modules.value(module, "DEFAULT_BUFFER_SIZE", py.ints.of(BUFFER_SIZE));
    String[] origins = {"SEEK_SET", "SEEK_CUR", "SEEK_END"};
    for (int origin = 0; origin < origins.length; origin++) {
      modules.value(module, origins[origin], py.ints.of(origin));
    }
    new OpenFunction(py).fill(modules, module);
  }
}
