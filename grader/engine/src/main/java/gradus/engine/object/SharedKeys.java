package gradus.engine.object;

import gradus.engine.layout.TypeStructs;
import gradus.engine.memory.Memory;

/**
 * The dicts of instances, whose keys the class keeps for all of them as long as they are set in the
 * same order (PEP 412).
 */
public final class SharedKeys {

  private static final int CACHED = TypeStructs.HEAP_TYPE.offset("ht_cached_keys");

  private final Space py;
  private final Memory memory;
  private final Dicts dicts;

  SharedKeys(Space py) {
    this.py = py;
    memory = py.memory;
    dicts = py.dicts;
  }

  /** Gives a new class whose instances have a dict an empty table to share. */
  void prepare(long type) {
    if (memory.load64(type + TypeObjects.DICT_OFFSET) != 0) {
      memory.store64(type + CACHED, dicts.keys().create(DictKeys.SMALLEST));
    }
  }

  /** The bytes of a class's shared table. */
  public long size(long type) {
    long table = memory.load64(type + CACHED);
    return table == 0 ? 0 : dicts.keys().bytes(table);
  }

  /** Lets go of a class's table. */
  void drop(long type) {
    long table = memory.load64(type + CACHED);
    memory.store64(type + CACHED, 0);
    if (table != 0) {
      dicts.keys().unshare(table);
    }
  }

  private boolean has(long type) {
    return (py.types.flags(type) & TypeFlags.HEAP_TYPE) != 0 && memory.load64(type + CACHED) != 0;
  }

  /** A new dict for an instance of a type. */
  long create(long type) {
    return has(type) ? dicts.createSplit(memory.load64(type + CACHED)) : dicts.create();
  }

  /** Sets a name in the dict whose place in an object is given, making the dict if need be. */
  void set(long type, long place, long name, long value) {
    if (memory.load64(place) == 0) {
      memory.store64(place, create(type));
    }
    long dict = memory.load64(place);
    boolean shared = has(type) && dicts.table(dict) == memory.load64(type + CACHED);
    dicts.set(dict, name, py.strs.hash(name), value);
    if (shared && has(type) && dicts.table(dict) != memory.load64(type + CACHED)) {
      renew(type, dict);
    }
  }

  /**
   * A dict got a table of its own: if it was the only one, its keys are shared from now on, so that
   * the first instance may set many.
   */
  private void renew(long type, long dict) {
    long old = memory.load64(type + CACHED);
    boolean only = !dicts.keys().isShared(old);
    long table = 0;
    if (only && py.typeOf(dict) == py.types.dict && dicts.keys().hasOnlyStrs(dicts.table(dict))) {
      dicts.split(dict);
      table = dicts.table(dict);
      dicts.keys().share(table);
    }
    memory.store64(type + CACHED, table);
    dicts.keys().unshare(old);
  }

  /** Removes a name, which ends the sharing; whether it was there. */
  boolean remove(long type, long dict, long name) {
    boolean removed = dicts.remove(dict, name);
    if (has(type)) {
      drop(type);
    }
    return removed;
  }
}
