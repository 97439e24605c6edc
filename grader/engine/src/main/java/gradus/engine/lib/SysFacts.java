package gradus.engine.lib;

import gradus.engine.builtin.StructSequences;
import gradus.engine.object.Space;
import gradus.engine.vm.Modules;

/** What {@code sys} says of the interpreter and of its numbers. */
final class SysFacts {

  private static final String[] FLAGS = {
    "debug",
    "inspect",
    "interactive",
    "optimize",
    "dont_write_bytecode",
    "no_user_site",
    "no_site",
    "ignore_environment",
    "verbose",
    "bytes_warning",
    "quiet",
    "hash_randomization",
    "isolated"
  };

  private final Space py;
  private final StructSequences sequences;

  SysFacts(Space py) {
    this.py = py;
    sequences = new StructSequences(py);
  }

  void fill(Modules modules, long module) {
    modules.value(module, "flags", flags());
    modules.value(module, "version_info", version());
    modules.value(module, "int_info", intInfo());
    modules.value(module, "float_info", floatInfo());
    modules.value(module, "hash_info", hashInfo());
    modules.value(module, "float_repr_style", py.strs.of("short"));
    modules.value(module, "api_version", py.ints.of(1013));
    modules.value(module, "executable", py.strs.of(""));
    modules.value(module, "warnoptions", py.lists.create(0));
    modules.function(
        module, "getfilesystemencoding", 0, 0, (self, args, n, k) -> py.strs.of("utf-8"));
  }

  private long flags() {
    long type = sequences.define("sys.flags", FLAGS);
    long[] items = new long[FLAGS.length];
    for (int index = 0; index < items.length; index++) {
      items[index] = py.ints.of(0);
    }
    return sequences.of(type, items);
  }

  private long version() {
    long type =
        sequences.define("sys.version_info", "major", "minor", "micro", "releaselevel", "serial");
    return sequences.of(
        type, py.ints.of(3), py.ints.of(6), py.ints.of(15), py.strs.of("final"), py.ints.of(0));
  }

  private long intInfo() {
    long type = sequences.define("sys.int_info", "bits_per_digit", "sizeof_digit");
    return sequences.of(type, py.ints.of(30), py.ints.of(4));
  }

  private long floatInfo() {
    long type =
        sequences.define(
            "sys.float_info",
            "max",
            "max_exp",
            "max_10_exp",
            "min",
            "min_exp",
            "min_10_exp",
            "dig",
            "mant_dig",
            "epsilon",
            "radix",
            "rounds");
    return sequences.of(
        type,
        py.floats.of(Double.MAX_VALUE),
        py.ints.of(1024),
        py.ints.of(308),
        py.floats.of(Double.MIN_NORMAL),
        py.ints.of(-1021),
        py.ints.of(-307),
        py.ints.of(15),
        py.ints.of(53),
        py.floats.of(Math.ulp(1.0)),
        py.ints.of(2),
        py.ints.of(1));
  }

  private long hashInfo() {
    long type =
        sequences.define(
            "sys.hash_info",
            "width",
            "modulus",
            "inf",
            "nan",
            "imag",
            "algorithm",
            "hash_bits",
            "seed_bits",
            "cutoff");
    return sequences.of(
        type,
        py.ints.of(64),
        py.ints.of((1L << 61) - 1),
        py.ints.of(314159),
        py.ints.of(0),
        py.ints.of(1000003),
        py.strs.of("siphash24"),
        py.ints.of(64),
        py.ints.of(128),
        py.ints.of(0));
  }
}
