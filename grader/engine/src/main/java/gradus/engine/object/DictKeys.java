package gradus.engine.object;

import gradus.engine.layout.ObjectStructs;
import gradus.engine.memory.Allocator;
import gradus.engine.memory.Memory;

/** The table of a dict: indices by hash, entries by insertion. */
final class DictKeys {

  static final int SMALLEST = 8;
  static final int KEY = ObjectStructs.DICT_ENTRY.offset("me_key");
  static final int VALUE = ObjectStructs.DICT_ENTRY.offset("me_value");

  /** That keys would have to be compared by their own methods. */
  static final long UNKNOWN = -1;

  private static final int ENTRY_SIZE = ObjectStructs.DICT_ENTRY.size();
  private static final int SIZE = ObjectStructs.DICT_KEYS.offset("dk_size");
  private static final int LOOKUP = ObjectStructs.DICT_KEYS.offset("dk_lookup");
  private static final int USABLE = ObjectStructs.DICT_KEYS.offset("dk_usable");
  private static final int ENTRIES = ObjectStructs.DICT_KEYS.offset("dk_nentries");
  private static final int INDICES = ObjectStructs.DICT_KEYS.size();
  private static final long EMPTY = -1;
  private static final long DUMMY = -2;
  private static final long CHANGED = -1;
  private static final int PERTURB_SHIFT = 5;

  private final Space py;
  private final Memory memory;

  /** The dk_lookup of a table whose keys are all strs; any other table has {@code anyKey}. */
  private final long strKeys;

  private final long anyKey;

  DictKeys(Space py) {
    this.py = py;
    memory = py.memory;
    strKeys = py.code.define("lookdict_unicode", (Unary) self -> self);
    anyKey = py.code.define("lookdict", (Unary) self -> self);
  }

  /** An empty table for two thirds of so many keys; the size is a power of two. */
  long create(long size) {
    int width = width(size);
    long usable = (size << 1) / 3;
    long table = py.allocator.malloc(INDICES + size * width + usable * ENTRY_SIZE);
    if (table == Allocator.NULL) {
      throw Raise.memoryError();
    }
    memory.store64(table, 1);
    memory.store64(table + SIZE, size);
    memory.store64(table + LOOKUP, strKeys);
    memory.store64(table + USABLE, usable);
    memory.store64(table + ENTRIES, 0);
    memory.fill(table + INDICES, size * width, 0xff);
    memory.fill(table + INDICES + size * width, usable * ENTRY_SIZE, 0);
    return table;
  }

  static int width(long size) {
    return size <= 0xff ? 1 : size <= 0xffff ? 2 : size <= 0xffff_ffffL ? 4 : 8;
  }

  long size(long table) {
    return memory.load64(table + SIZE);
  }

  long bytes(long table) {
    long size = size(table);
    return INDICES + size * width(size) + (size << 1) / 3 * ENTRY_SIZE;
  }

  int entries(long table) {
    return (int) memory.load64(table + ENTRIES);
  }

  /** How many entries there is room for in all. */
  long usable(long table) {
    return (size(table) << 1) / 3;
  }

  boolean isShared(long table) {
    return memory.load64(table) > 1;
  }

  /** Counts one more that holds a table. */
  void share(long table) {
    memory.store64(table, memory.load64(table) + 1);
  }

  /** Counts one less; the last one lets go of the keys and values. */
  void unshare(long table) {
    long count = memory.load64(table) - 1;
    memory.store64(table, count);
    if (count > 0) {
      return;
    }
    for (int index = 0; index < entries(table); index++) {
      long entry = entry(table, index);
      py.xdecref(memory.load64(entry + KEY));
      py.xdecref(memory.load64(entry + VALUE));
    }
    py.allocator.free(table);
  }

  /** Whether only strs are keys of a table. */
  boolean hasOnlyStrs(long table) {
    return memory.load64(table + LOOKUP) == strKeys;
  }

  /** Whether a table is of a size, and has a key, which is no other of the same value, there. */
  boolean isAt(long table, long size, long entry, long key) {
    long[] near = memory.segmentOf(table);
    return Memory.get64(near, table + SIZE) == size
        && Memory.get64(near, table + entry + KEY) == key;
  }

  /** The number of an entry, in the order of insertion. */
  long number(long table, long entry) {
    return (entry - entry(table, 0)) / ENTRY_SIZE;
  }

  boolean hasRoom(long table) {
    return memory.load64(table + USABLE) > 0;
  }

  long entry(long table, long index) {
    long size = size(table);
    return table + INDICES + size * width(size) + index * ENTRY_SIZE;
  }

  private static long index(long[] near, long table, long size, long slot) {
    if (size <= 0xff) {
      return (byte) Memory.get8(near, table + INDICES + slot);
    }
    if (size <= 0xffff) {
      return (short) Memory.get16(near, table + INDICES + 2 * slot);
    }
    return Memory.get32(near, table + INDICES + 4 * slot);
  }

  private long index(long table, long size, long slot) {
    return index(memory.segmentOf(table), table, size, slot);
  }

  private void setIndex(long table, long slot, long index) {
    long size = size(table);
    if (size <= 0xff) {
      memory.store8(table + INDICES + slot, (int) index);
    } else if (size <= 0xffff) {
      memory.store16(table + INDICES + 2 * slot, (int) index);
    } else {
      memory.store32(table + INDICES + 4 * slot, (int) index);
    }
  }

  /**
   * The entry of an exact str by its identity first, or 0; the str's own hash is used.
   *
   * @param place where a dict holds its table
   */
  long findName(long place, long name) {
    long table = memory.load64(place);
    long[] near = memory.segmentOf(table);
    if (Memory.get64(near, table + LOOKUP) != strKeys) {
      return find(place, name, py.strs.hash(name));
    }
    long hash = py.strs.hash(name);
    long size = Memory.get64(near, table + SIZE);
    long mask = size - 1;
    long base = table + INDICES + size * width(size);
    long perturb = hash;
    for (long slot = hash & mask; ; slot = slot * 5 + perturb + 1 & mask) {
      long index = index(near, table, size, slot);
      if (index == EMPTY) {
        return 0;
      }
      if (index != DUMMY) {
        long entry = base + index * ENTRY_SIZE;
        long key = Memory.get64(near, entry + KEY);
        if (key == name || (Memory.get64(near, entry) == hash && py.strs.equal(key, name))) {
          return entry;
        }
      }
      perturb >>>= PERTURB_SHIFT;
    }
  }

  /**
   * The entry of a key, or 0.
   *
   * @param place where a dict holds its table
   */
  long find(long place, long key, long hash) {
    if (py.typeOf(key) == py.types.str && hasOnlyStrs(memory.load64(place))) {
      return findName(place, key);
    }
    long entry;
    do {
      entry = search(place, key, hash);
    } while (entry == CHANGED);
    return entry;
  }

  /** The same, or that comparing keys changed the table, so that one has to begin again. */
  private long search(long place, long key, long hash) {
    long table = memory.load64(place);
    long size = size(table);
    long perturb = hash;
    for (long slot = hash & size - 1; ; slot = slot * 5 + perturb + 1 & size - 1) {
      long index = index(table, size, slot);
      if (index == EMPTY) {
        return 0;
      }
      if (index != DUMMY) {
        long entry = entry(table, index);
        long candidate = memory.load64(entry + KEY);
        if (candidate == key) {
          return entry;
        }
        if (memory.load64(entry) == hash) {
          boolean same = equal(candidate, key);
          if (memory.load64(place) != table || memory.load64(entry + KEY) != candidate) {
            return CHANGED;
          }
          if (same) {
            return entry;
          }
        }
      }
      perturb >>>= PERTURB_SHIFT;
    }
  }

  /**
   * The entry of a key, or 0, if that can be known without running Python code; {@link #UNKNOWN} if
   * not.
   *
   * @param place where a dict holds its table
   */
  long findPlain(long place, long key) {
    long table = memory.load64(place);
    long type = py.typeOf(key);
    if (type == py.types.str) {
      return hasOnlyStrs(table) ? findName(place, key) : UNKNOWN;
    }
    return type == py.types.integer && py.ints.hasOneDigit(key) ? findInt(table, key) : UNKNOWN;
  }

  private long findInt(long table, long number) {
    long[] near = memory.segmentOf(table);
    long hash = py.comparisons.hash(number);
    long size = Memory.get64(near, table + SIZE);
    long mask = size - 1;
    long base = table + INDICES + size * width(size);
    long perturb = hash;
    for (long slot = hash & mask; ; slot = slot * 5 + perturb + 1 & mask) {
      long index = index(near, table, size, slot);
      if (index == EMPTY) {
        return 0;
      }
      if (index != DUMMY) {
        long entry = base + index * ENTRY_SIZE;
        long key = Memory.get64(near, entry + KEY);
        if (key == number) {
          return entry;
        }
        if (Memory.get64(near, entry) == hash) {
          if (py.typeOf(key) != py.types.integer) {
            return UNKNOWN;
          }
          if (py.ints.hasOneDigit(key) && py.ints.digitValue(key) == py.ints.digitValue(number)) {
            return entry;
          }
        }
      }
      perturb >>>= PERTURB_SHIFT;
    }
  }

  private boolean equal(long candidate, long key) {
    long type = py.types.integer;
    if (py.typeOf(candidate) == type
        && py.typeOf(key) == type
        && py.ints.hasOneDigit(candidate)
        && py.ints.hasOneDigit(key)
        && !py.exceptions.atLimit()) {
      return py.ints.digitValue(candidate) == py.ints.digitValue(key);
    }
    py.incref(candidate);
    try {
      return py.comparisons.equal(candidate, key);
    } finally {
      py.decref(candidate);
    }
  }

  /** Adds an entry for a key that is not there, and returns it; references are taken over. */
  long append(long table, long key, long hash, long value) {
    if (py.typeOf(key) != py.types.str) {
      memory.store64(table + LOOKUP, anyKey);
    }
    long mask = size(table) - 1;
    long perturb = hash;
    long slot = hash & mask;
    while (index(table, mask + 1, slot) >= 0) {
      perturb >>>= PERTURB_SHIFT;
      slot = slot * 5 + perturb + 1 & mask;
    }
    long number = entries(table);
    setIndex(table, slot, number);
    long entry = entry(table, number);
    memory.store64(entry, hash);
    memory.store64(entry + KEY, key);
    memory.store64(entry + VALUE, value);
    memory.store64(table + USABLE, memory.load64(table + USABLE) - 1);
    memory.store64(table + ENTRIES, number + 1);
    return entry;
  }

  /** Marks the index of an entry as deleted. */
  void forget(long table, long entry, long hash) {
    long size = size(table);
    long number = (entry - entry(table, 0)) / ENTRY_SIZE;
    long perturb = hash;
    long slot = hash & size - 1;
    while (index(table, size, slot) != number) {
      perturb >>>= PERTURB_SHIFT;
      slot = slot * 5 + perturb + 1 & size - 1;
    }
    setIndex(table, slot, DUMMY);
  }

  /** Lets the next entry be appended at an index, as popitem leaves it. */
  void truncate(long table, int index) {
    memory.store64(table + ENTRIES, index);
  }
}
