package gradus.engine.object;

import gradus.engine.layout.ObjectStructs;
import gradus.engine.memory.Allocator;
import gradus.engine.memory.Memory;

/**
 * Dicts as bytes: a small hash table of indices, and the entries in the order of their insertion
 * (Objects/dictobject.c of 3.6).
 *
 * <pre>
 *   dict   head | ma_used | ma_version_tag | ma_keys | ma_values → value | value …  (or NULL)
 *                                              ↓
 *   keys   dk_refcnt | dk_size | dk_lookup | dk_usable | dk_nentries
 *          indices: dk_size of 1, 2, 4 or 8 bytes; -1 is empty, -2 was deleted
 *          entries: hash | key | value
 * </pre>
 *
 * <p>Dicts of instances may share a table of keys ({@link SharedKeys}): then their values are in an
 * array of each dict's own, and it is called split.
 */
public final class Dicts {

  private static final int USED = ObjectStructs.DICT.offset("ma_used");
  private static final int VERSION = ObjectStructs.DICT.offset("ma_version_tag");
  private static final int KEYS = ObjectStructs.DICT.offset("ma_keys");
  private static final int VALUES = ObjectStructs.DICT.offset("ma_values");
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
    long dict = blank();
    initialise(dict);
    return dict;
  }

  /** A zeroed dict object without a table. */
  private long blank() {
    long dict;
    if (freeCount > 0) {
      dict = free[--freeCount];
      memory.fill(dict, ObjectStructs.DICT.size(), 0);
      py.refs.initialise(dict, py.types.dict);
    } else {
      dict = py.allocate(py.types.dict, ObjectStructs.DICT.size());
    }
    return dict;
  }

  /** A new empty dict over a table of keys, of which it takes a share. */
  long createSplit(long table) {
    long dict = blank();
    keys.share(table);
    memory.store64(dict + KEYS, table);
    memory.store64(dict + VALUES, newValues(table));
    touch(dict);
    return dict;
  }

  private long newValues(long table) {
    long size = 8 * keys.usable(table);
    long values = py.allocator.malloc(size);
    if (values == Allocator.NULL) {
      throw Raise.memoryError();
    }
    memory.fill(values, size, 0);
    return values;
  }

  DictKeys keys() {
    return keys;
  }

  long table(long dict) {
    return memory.load64(dict + KEYS);
  }

  boolean isSplit(long dict) {
    return memory.load64(dict + VALUES) != 0;
  }

  /** Where the value of an entry lies. */
  private long valuePlace(long dict, long entry) {
    long values = memory.load64(dict + VALUES);
    return values == 0 ? entry + DictKeys.VALUE : values + 8 * keys.number(table(dict), entry);
  }

  /** The value of an entry, or 0 if there is no entry. */
  private long value(long dict, long entry) {
    return entry == 0 ? 0 : memory.load64(valuePlace(dict, entry));
  }

  /** Gives a zeroed dict object its first table. */
  public void initialise(long dict) {
    memory.store64(dict + KEYS, keys.create(DictKeys.SMALLEST));
    touch(dict);
  }

  private void touch(long dict) {
    memory.store64(dict + VERSION, ++version);
  }

  /** Whether all keys are strs, which need not be shown to the collector. */
  public boolean holdsNames(long dict) {
    return keys.hasOnlyStrs(table(dict));
  }

  /** The number of keys. */
  public int size(long dict) {
    return (int) memory.load64(dict + USED);
  }

  /** The bytes of a dict's table, unless others share it, and of its values. */
  public long tableSize(long dict) {
    long values = isSplit(dict) ? 8 * keys.usable(table(dict)) : 0;
    return values + (keys.isShared(table(dict)) ? 0 : keys.bytes(table(dict)));
  }

  /** The value of a key, borrowed, or 0. */
  public long get(long dict, long key) {
    return get(dict, key, py.comparisons.hash(key));
  }

  /** The same with the key's hash. */
  public long get(long dict, long key, long hash) {
    return value(dict, keys.find(dict + KEYS, key, hash));
  }

  /** The value of a name, borrowed, or 0; as fast as it can be for interned names. */
  public long getName(long dict, long name) {
    return value(dict, keys.findName(dict + KEYS, name));
  }

  /**
   * The value of a name in the first of two dicts that has it, borrowed; 0 where there is none, and
   * where a key of another type would have to be compared.
   */
  public long getGlobal(long first, long second, long name) {
    if (!is(second) || !holdsNames(first) || !holdsNames(second)) {
      return 0;
    }
    long value = getName(first, name);
    return value != 0 ? value : getName(second, name);
  }

  /**
   * The value of a key, borrowed, or 0, if that can be known without running Python code; −1 if
   * not.
   */
  public long getPlain(long dict, long key) {
    long entry = keys.findPlain(dict + KEYS, key);
    return entry == DictKeys.UNKNOWN ? DictKeys.UNKNOWN : value(dict, entry);
  }

  /** The same for a name at a place that looks for it again and again. */
  long getPlain(long dict, long name, AttributeSite site) {
    long place = plainPlace(dict, name, site);
    return place <= 0 ? place : memory.load64(place);
  }

  /**
   * Replaces the value of a key if that runs no Python code, as the end of the old value does,
   * which is the caller's: its reference is returned. 0, and nothing happens, if there is no such
   * key, or it is not known, or the collector would have to hear of it.
   */
  public long replacePlain(long dict, long key, long value) {
    long entry = keys.findPlain(dict + KEYS, key);
    return entry <= 0 ? 0 : replace(dict, valuePlace(dict, entry), value);
  }

  /** The same for a name at a place that looks for it again and again. */
  long replacePlain(long dict, long name, long value, AttributeSite site) {
    long place = plainPlace(dict, name, site);
    return place <= 0 ? 0 : replace(dict, place, value);
  }

  private long replace(long dict, long place, long value) {
    if (!py.tracked(dict) && trackable(value)) {
      return 0;
    }
    long old = memory.load64(place);
    if (old != 0) {
      py.incref(value);
      touch(dict);
      memory.store64(place, value);
    }
    return old;
  }

  /** Where the value of a name lies, or 0, or {@link DictKeys#UNKNOWN}. */
  private long plainPlace(long dict, long name, AttributeSite site) {
    long table = table(dict);
    if (!keys.isAt(table, site.tableSize, site.entry, name)) {
      long entry = keys.findPlain(dict + KEYS, name);
      if (entry <= 0) {
        return entry;
      }
      site.tableSize = keys.size(table);
      site.entry = entry - table;
      site.number = keys.number(table, entry);
    }
    long values = memory.load64(dict + VALUES);
    return values == 0 ? table + site.entry + DictKeys.VALUE : values + 8 * site.number;
  }

  /** A number that no other dict has, nor this one with other contents. */
  public long version(long dict) {
    return memory.load64(dict + VERSION);
  }

  public boolean contains(long dict, long key) {
    return get(dict, key) != 0;
  }

  /** Sets the value of a key; the dict takes references of its own. */
  public void set(long dict, long key, long value) {
    set(dict, key, py.comparisons.hash(key), value);
  }

  /** The same with the key's hash. */
  public void set(long dict, long key, long hash, long value) {
    if (isSplit(dict) && py.typeOf(key) != py.types.str) {
      grow(dict);
    }
    long entry = keys.find(dict + KEYS, key, hash);
    py.incref(value);
    touch(dict);
    if (isSplit(dict) && !inOrder(dict, entry)) {
      grow(dict);
      entry = keys.find(dict + KEYS, key, hash);
    }
    if (entry == 0) {
      insert(dict, py.own(key), hash, value);
    } else {
      place(dict, entry, value);
    }
    trackFor(dict, key, value);
  }

  /** The value of a key, borrowed; if it has none, the one given is set. */
  public long setDefault(long dict, long key, long value) {
    long hash = py.comparisons.hash(key);
    long entry = keys.find(dict + KEYS, key, hash);
    long found = value(dict, entry);
    if (found != 0) {
      return found;
    }
    if (entry == 0 && !isSplit(dict)) {
      touch(dict);
      insert(dict, py.own(key), hash, py.own(value));
      trackFor(dict, key, value);
    } else {
      set(dict, key, hash, value);
    }
    return value;
  }

  private void trackFor(long dict, long key, long value) {
    if (!py.tracked(dict) && (trackable(key) || trackable(value))) {
      py.track(dict);
    }
  }

  /** Whether a value put there comes in the order of the shared keys, if it is a new one. */
  private boolean inOrder(long dict, long entry) {
    if (entry == 0) {
      return size(dict) == keys.entries(table(dict));
    }
    return value(dict, entry) != 0 || size(dict) == keys.number(table(dict), entry);
  }

  private void place(long dict, long entry, long value) {
    long place = valuePlace(dict, entry);
    if (memory.load64(place) == 0) {
      memory.store64(dict + USED, size(dict) + 1L);
    }
    py.replace(place, value);
  }

  private void insert(long dict, long key, long hash, long value) {
    if (!keys.hasRoom(table(dict))) {
      grow(dict);
    }
    boolean split = isSplit(dict);
    long entry = keys.append(table(dict), key, hash, split ? 0 : value);
    if (split) {
      memory.store64(valuePlace(dict, entry), value);
    }
    memory.store64(dict + USED, size(dict) + 1L);
  }

  private void grow(long dict) {
    resize(dict, size(dict) * 2L + keys.size(table(dict)) / 2);
  }

  /** Sets the value of a name. */
  public void setName(long dict, String name, long value) {
    set(dict, py.names.of(name), value);
  }

  private boolean trackable(long object) {
    return py.cycles.isContainer(object)
        && (py.typeOf(object) != py.types.tuple || py.tracked(object));
  }

  /** Makes the table anew; a split dict then has one of its own. */
  void resize(long dict, long atLeast) {
    long old = table(dict);
    long wanted = DictKeys.SMALLEST;
    while (wanted < atLeast) {
      wanted <<= 1;
    }
    long fresh = keys.create(wanted);
    boolean split = isSplit(dict);
    for (int index = 0; index < keys.entries(old); index++) {
      long entry = keys.entry(old, index);
      long value = value(dict, entry);
      if (value != 0) {
        long key = memory.load64(entry + DictKeys.KEY);
        keys.append(fresh, split ? py.own(key) : key, memory.load64(entry), value);
      }
    }
    memory.store64(dict + KEYS, fresh);
    if (split) {
      py.allocator.free(memory.load64(dict + VALUES));
      memory.store64(dict + VALUES, 0);
      keys.unshare(old);
    } else {
      py.allocator.free(old);
    }
  }

  /** Makes a dict split, so that others can share its keys. */
  void split(long dict) {
    long table = table(dict);
    if (keys.entries(table) != size(dict)) {
      resize(dict, keys.size(table));
      table = table(dict);
    }
    long values = newValues(table);
    for (int index = 0; index < keys.entries(table); index++) {
      long place = keys.entry(table, index) + DictKeys.VALUE;
      memory.store64(values + 8L * index, memory.load64(place));
      memory.store64(place, 0);
    }
    memory.store64(dict + VALUES, values);
  }

  /** Gives a split dict a table of its own, which alone allows to delete. */
  private void combine(long dict) {
    if (isSplit(dict)) {
      resize(dict, keys.size(table(dict)));
    }
  }

  /** The size of a table for so many keys. */
  private static long estimate(int count) {
    return (count * 3L + 1) / 2;
  }

  /** Makes a new dict's table large enough for so many keys. */
  public void reserve(long dict, int count) {
    if (count > 5) {
      resize(dict, estimate(count));
    }
  }

  /** Removes a key and returns the dict's reference to its value, or 0 if there is no such key. */
  public long take(long dict, long key) {
    long hash = py.comparisons.hash(key);
    long entry = keys.find(dict + KEYS, key, hash);
    if (value(dict, entry) == 0) {
      return 0;
    }
    if (isSplit(dict)) {
      combine(dict);
      entry = keys.find(dict + KEYS, key, hash);
    }
    return takeEntry(dict, entry, hash);
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
    combine(dict);
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
      if (value(dict, keys.entry(table, index)) != 0) {
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
    return value(dict, keys.entry(table(dict), position));
  }

  /** The hash of the key at a position. */
  public long hashAt(long dict, int position) {
    return memory.load64(keys.entry(table(dict), position));
  }

  /** Sets all of another dict's keys. */
  public void update(long dict, long other) {
    if (dict == other || size(other) == 0) {
      return;
    }
    if (keys.usable(table(dict)) < size(other)) {
      resize(dict, estimate(size(dict) + size(other)));
    }
    int size = size(other);
    for (int at = next(other, 0); at >= 0; at = next(other, at + 1)) {
      long key = py.own(keyAt(other, at));
      long value = py.own(valueAt(other, at));
      try {
        set(dict, key, hashAt(other, at), value);
      } finally {
        py.decref(key);
        py.decref(value);
      }
      // To compare keys can run code, which may have changed the other one.
      if (size(other) != size) {
        throw Raise.runtimeError("dict mutated during update");
      }
    }
  }

  /** A new dict of the same keys and values. */
  public long copy(long dict) {
    if (isSplit(dict)) {
      return copySplit(dict);
    }
    long copy = create();
    update(copy, dict);
    return copy;
  }

  private long copySplit(long dict) {
    long copy = createSplit(table(dict));
    long values = memory.load64(copy + VALUES);
    for (int at = next(dict, 0); at >= 0; at = next(dict, at + 1)) {
      memory.store64(values + 8L * at, py.own(valueAt(dict, at)));
    }
    memory.store64(copy + USED, size(dict));
    if (py.tracked(dict)) {
      py.track(copy);
    }
    return copy;
  }

  /** Removes all keys. */
  public void clear(long dict) {
    long old = table(dict);
    long values = memory.load64(dict + VALUES);
    memory.store64(dict + KEYS, keys.create(DictKeys.SMALLEST));
    memory.store64(dict + VALUES, 0);
    memory.store64(dict + USED, 0);
    touch(dict);
    release(old, values);
  }

  private void release(long table, long values) {
    if (values != 0) {
      for (int index = 0; index < keys.entries(table); index++) {
        py.xdecref(memory.load64(values + 8L * index));
      }
      py.allocator.free(values);
    }
    keys.unshare(table);
  }

  public void dealloc(long dict) {
    py.untrack(dict);
    boolean exact = py.typeOf(dict) == py.types.dict;
    if (!py.trashcan().enter(dict)) {
      return;
    }
    if (table(dict) != Allocator.NULL) {
      release(table(dict), memory.load64(dict + VALUES));
    }
    if (exact && freeCount < MAX_FREE) {
      free[freeCount++] = dict;
    } else {
      py.free(dict);
    }
    py.trashcan().leave();
  }

  void clearFreeList() {
    while (freeCount > 0) {
      py.free(free[--freeCount]);
    }
  }
}
