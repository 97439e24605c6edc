package gradus.engine.builtin;

import gradus.engine.object.Raise;
import gradus.engine.object.Slots;
import gradus.engine.object.Space;

/** Fills a dict from a mapping or from pairs (PyDict_Merge, PyDict_MergeFromSeq2). */
public final class DictMerge {

  private static final int ITER = Slots.type("tp_iter");

  private final Space py;

  public DictMerge(Space py) {
    this.py = py;
  }

  /** Sets all of the source's items in a dict. */
  public void merge(long dict, long source) {
    if (iteratesAsDict(source)) {
      py.dicts.update(dict, source);
      return;
    }
    long keys = py.attributes.find(source, "keys");
    if (keys == 0) {
      fromPairs(dict, source);
      return;
    }
    long names;
    try {
      names = py.calls.call(keys);
    } finally {
      py.decref(keys);
    }
    try {
      fromMapping(dict, source, names);
    } finally {
      py.decref(names);
    }
  }

  /** Whether an object is a dict whose class does not say otherwise what its keys are. */
  private boolean iteratesAsDict(long source) {
    return py.dicts.is(source)
        && py.memory.load64(py.typeOf(source) + ITER) == py.memory.load64(py.types.dict + ITER);
  }

  private void fromMapping(long dict, long source, long names) {
    long iterator = py.items.iter(names);
    try {
      for (long key = py.items.next(iterator); key != 0; key = py.items.next(iterator)) {
        long value = 0;
        try {
          value = py.items.get(source, key);
          py.dicts.set(dict, key, value);
        } finally {
          py.decref(key);
          py.xdecref(value);
        }
      }
    } finally {
      py.decref(iterator);
    }
  }

  private void fromPairs(long dict, long source) {
    long iterator = py.items.iter(source);
    try {
      int index = 0;
      for (long pair = py.items.next(iterator); pair != 0; pair = py.items.next(iterator)) {
        try {
          setPair(dict, pair, index++);
        } finally {
          py.decref(pair);
        }
      }
    } finally {
      py.decref(iterator);
    }
  }

  private void setPair(long dict, long pair, int index) {
    if (!py.calls.hasSpecial(pair, "__iter__") && !py.items.isSequence(pair)) {
      throw Raise.typeError(
          "cannot convert dictionary update sequence element #%d to a sequence".formatted(index));
    }
    long tuple = py.items.tupleOf(pair);
    try {
      if (py.tuples.size(tuple) != 2) {
        throw Raise.valueError(
            "dictionary update sequence element #%d has length %d; 2 is required"
                .formatted(index, py.tuples.size(tuple)));
      }
      py.dicts.set(dict, py.tuples.get(tuple, 0), py.tuples.get(tuple, 1));
    } finally {
      py.decref(tuple);
    }
  }
}
