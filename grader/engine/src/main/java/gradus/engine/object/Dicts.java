package gradus.engine.object;

import gradus.engine.layout.ObjectStructs;
import gradus.engine.memory.Allocator;
import gradus.engine.memory.Memory;

/**
 * Dicts as bytes: a small hash table of indices, and the entries in the order of their insertion
 * (Objects/dictobject.c of 3.6).
 *
 * <pre>
 *   dict   head | ma_used | ma_version_tag | ma_keys | ma_values
 *                                              ↓
 *   keys   dk_refcnt | dk_size | dk_lookup | dk_usable | dk_nentries
 *          indices: dk_size of 1, 2, 4 or 8 bytes; -1 is empty, -2 was deleted
 *          entries: hash | key | value
 * </pre>
 */
public final class Dicts {

  private static final int USED = ObjectStructs.DICT.offset("ma_used");
  private static final int VERSION = ObjectStructs.DICT.offset("ma_version_tag");
  private static final int KEYS = ObjectStructs.DICT.offset("ma_keys");
  private static final int MAX_FREE = 80;

  private final Space py;
  private final Memory memory;
  private final DictKeys keys;
  private final long[] free = new long[MAX_FREE];
  private int freeCount;
  private long version;

  Dicts(Space py) {
    this.py = py;
    memory = py.memory;
    keys = new DictKeys(py);
  }

  public boolean is(long object) {
    return py.types.is(object, TypeFlags.DICT);
  }

  /** A new empty dict. */
  public long create() {
    long dict;
    if (freeCount > 0) {
      dict = free[--freeCount];
      memory.fill(dict, ObjectStructs.DICT.size(), 0);
      py.refs.initialise(dict, py.types.dict);
    } else {
      dict = py.allocate(py.types.dict, ObjectStructs.DICT.size());
    }
    initialise(dict);
    return dict;
  }

  /** Gives a zeroed dict object its first table. */
  void initialise(long dict) {
    memory.store64(dict + KEYS, keys.create(DictKeys.SMALLEST));
    touch(dict);
  }

  private void touch(long dict) {
    memory.store64(dict + VERSION, ++version);
  }

  private long table(long dict) {
    return memory.load64(dict + KEYS);
  }

  /** The number of keys. */
  public int size(long dict) {
    return (int) memory.load64(dict + USED);
  }

  /** The bytes of a dict's table. */
  public long tableSize(long dict) {
    return keys.bytes(table(dict));
  }

  /** The value of a key, borrowed, or 0. */
  public long get(long dict, long key) {
    return get(dict, key, py.comparisons.hash(key));
  }

  long get(long dict, long key, long hash) {
    long entry = keys.find(table(dict), key, hash);
    return entry == 0 ? 0 : memory.load64(entry + DictKeys.VALUE);
  }

  /** The value of a name, borrowed, or 0; as fast as it can be for interned names. */
  public long getName(long dict, long name) {
    long entry = keys.findName(table(dict), name);
    return entry == 0 ? 0 : memory.load64(entry + DictKeys.VALUE);
  }

  public boolean contains(long dict, long key) {
    return keys.find(table(dict), key, py.comparisons.hash(key)) != 0;
  }

  /** Sets the value of a key; the dict takes references of its own. */
  public void set(long dict, long key, long value) {
    set(dict, key, py.comparisons.hash(key), value);
  }

  void set(long dict, long key, long hash, long value) {
    long entry = keys.find(table(dict), key, hash);
    py.incref(value);
    touch(dict);
    if (entry != 0) {
      py.replace(entry + DictKeys.VALUE, value);
      return;
    }
    py.incref(key);
    if (!keys.hasRoom(table(dict))) {
      resize(dict, size(dict) * 2L + keys.size(table(dict)) / 2);
    }
    keys.append(table(dict), key, hash, value);
    memory.store64(dict + USED, size(dict) + 1L);
    if (!py.tracked(dict) && (trackable(key) || trackable(value))) {
      py.track(dict);
    }
  }

  /** Sets the value of a name. */
  public void setName(long dict, String name, long value) {
    set(dict, py.names.of(name), value);
  }

  private boolean trackable(long object) {
    return py.types.is(object, TypeFlags.HAVE_GC)
        && (py.typeOf(object) != py.types.tuple || py.tracked(object));
  }

  private void resize(long dict, long atLeast) {
    long old = table(dict);
    long wanted = DictKeys.SMALLEST;
    while (wanted < atLeast) {
      wanted <<= 1;
    }
    long fresh = keys.create(wanted);
    for (int index = 0; index < keys.entries(old); index++) {
      long entry = keys.entry(old, index);
      if (memory.load64(entry + DictKeys.VALUE) != 0) {
        keys.append(
            fresh,
            memory.load64(entry + DictKeys.KEY),
            memory.load64(entry),
            memory.load64(entry + DictKeys.VALUE));
      }
    }
    memory.store64(dict + KEYS, fresh);
    py.allocator.free(old);
  }

  /** Makes a new dict's table large enough for so many keys. */
  public void reserve(long dict, int count) {
    if (count > 5) {
      resize(dict, (count * 3L + 1) / 2);
    }
  }

  /** Removes a key and returns the dict's reference to its value, or 0 if there is no such key. */
  public long take(long dict, long key) {
    long hash = py.comparisons.hash(key);
    long entry = keys.find(table(dict), key, hash);
    return entry == 0 ? 0 : takeEntry(dict, entry, hash);
  }

  private long takeEntry(long dict, long entry, long hash) {
    keys.forget(table(dict), entry, hash);
    long key = memory.load64(entry + DictKeys.KEY);
    long value = memory.load64(entry + DictKeys.VALUE);
    memory.store64(entry + DictKeys.KEY, 0);
    memory.store64(entry + DictKeys.VALUE, 0);
    memory.store64(dict + USED, size(dict) - 1L);
    touch(dict);
    py.decref(key);
    return value;
  }

  /** Removes a key; whether it was there. */
  public boolean remove(long dict, long key) {
    long value = take(dict, key);
    py.xdecref(value);
    return value != 0;
  }

  /** Removes the last entry, as a key and a value whose references go to the caller. */
  public boolean takeLast(long dict, long[] pair) {
    for (int index = keys.entries(table(dict)) - 1; index >= 0; index--) {
      long entry = keys.entry(table(dict), index);
      if (memory.load64(entry + DictKeys.VALUE) != 0) {
        pair[0] = py.own(memory.load64(entry + DictKeys.KEY));
        pair[1] = takeEntry(dict, entry, memory.load64(entry));
        keys.truncate(table(dict), index);
        return true;
      }
    }
    return false;
  }

  /**
   * The position of the first entry at or after a position, or -1. Positions are what {@link
   * #keyAt} and {@link #valueAt} take; iteration starts at 0 and goes on behind what was found.
   */
  public int next(long dict, int position) {
    long table = table(dict);
    int entries = keys.entries(table);
    for (int index = position; index < entries; index++) {
      if (memory.load64(keys.entry(table, index) + DictKeys.VALUE) != 0) {
        return index;
      }
    }
    return -1;
  }

  /** The key at a position, borrowed. */
  public long keyAt(long dict, int position) {
    return memory.load64(keys.entry(table(dict), position) + DictKeys.KEY);
  }

  /** The value at a position, borrowed. */
  public long valueAt(long dict, int position) {
    return memory.load64(keys.entry(table(dict), position) + DictKeys.VALUE);
  }

  /** Sets all of another dict's keys. */
  public void update(long dict, long other) {
    for (int at = next(other, 0); at >= 0; at = next(other, at + 1)) {
      set(dict, keyAt(other, at), valueAt(other, at));
    }
  }

  /** A new dict of the same keys and values. */
  public long copy(long dict) {
    long copy = create();
    reserve(copy, size(dict));
    update(copy, dict);
    return copy;
  }

  /** Removes all keys. */
  public void clear(long dict) {
    long old = table(dict);
    memory.store64(dict + KEYS, keys.create(DictKeys.SMALLEST));
    memory.store64(dict + USED, 0);
    touch(dict);
    release(old);
  }

  private void release(long table) {
    int entries = keys.entries(table);
    for (int index = 0; index < entries; index++) {
      long entry = keys.entry(table, index);
      py.xdecref(memory.load64(entry + DictKeys.KEY));
      py.xdecref(memory.load64(entry + DictKeys.VALUE));
    }
    py.allocator.free(table);
  }

  void dealloc(long dict) {
    py.untrack(dict);
    boolean exact = py.typeOf(dict) == py.types.dict;
    if (exact && !py.trashcan().enter(dict)) {
      return;
    }
    if (table(dict) != Allocator.NULL) {
      release(table(dict));
    }
    if (exact && freeCount < MAX_FREE) {
      free[freeCount++] = dict;
    } else {
      py.free(dict);
    }
    if (exact) {
      py.trashcan().leave();
    }
  }
}
