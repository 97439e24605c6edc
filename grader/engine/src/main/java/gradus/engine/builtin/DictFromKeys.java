package gradus.engine.builtin;

import gradus.engine.object.Dicts;
import gradus.engine.object.Raise;
import gradus.engine.object.Sets;
import gradus.engine.object.Space;

/** {@code dict.fromkeys}: of a dict or set it takes the keys with their hashes. */
final class DictFromKeys {

  private final Space py;
  private final Dicts dicts;
  private final Sets sets;

  DictFromKeys(Space py) {
    this.py = py;
    dicts = py.dicts;
    sets = py.sets;
  }

  long call(long type, long args, int count, long names) {
    py.arguments.noKeywords("fromkeys", names);
    py.arguments.unpack("fromkeys", count, 1, 2);
    long value = count > 1 ? py.arguments.get(args, 1) : py.none;
    long dict = py.calls.call(type);
    try {
      fill(dict, py.arguments.get(args, 0), value);
      return dict;
    } catch (Raise raise) {
      py.decref(dict);
      throw raise;
    }
  }

  private void fill(long dict, long source, long value) {
    long type = py.typeOf(source);
    boolean plain = py.typeOf(dict) == py.types.dict && dicts.size(dict) == 0;
    if (plain && type == py.types.dict) {
      ofDict(dict, source, value);
    } else if (plain && (type == sets.type() || type == sets.frozenType())) {
      ofSet(dict, source, value);
    } else {
      ofIterable(dict, source, value);
    }
  }

  private void ofDict(long dict, long source, long value) {
    dicts.reserve(dict, dicts.size(source));
    for (int at = dicts.next(source, 0); at >= 0; at = dicts.next(source, at + 1)) {
      set(dict, dicts.keyAt(source, at), dicts.hashAt(source, at), value);
    }
  }

  private void ofSet(long dict, long source, long value) {
    dicts.reserve(dict, sets.size(source));
    for (int at = sets.next(source, 0); at >= 0; at = sets.next(source, at + 1)) {
      set(dict, sets.keyAt(source, at), sets.hashAt(source, at), value);
    }
  }

  private void set(long dict, long key, long hash, long value) {
    py.incref(key);
    try {
      dicts.set(dict, key, hash, value);
    } finally {
      py.decref(key);
    }
  }

  private void ofIterable(long dict, long source, long value) {
    long iterator = py.items.iter(source);
    try {
      for (long key = py.items.next(iterator); key != 0; key = py.items.next(iterator)) {
        try {
          py.items.set(dict, key, value);
        } finally {
          py.decref(key);
        }
      }
    } finally {
      py.decref(iterator);
    }
  }
}
