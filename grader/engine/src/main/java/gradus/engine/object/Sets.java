package gradus.engine.object;

import gradus.engine.layout.ObjectStructs;
import gradus.engine.memory.Allocator;
import gradus.engine.memory.Memory;

/**
 * Sets as bytes: an open hash table of keys and their hashes, the smallest one within the object
 * itself (Objects/setobject.c of 3.6).
 */
public final class Sets {

  private static final int FILL = ObjectStructs.SET.offset("fill");
  private static final int USED = ObjectStructs.SET.offset("used");
  private static final int MASK = ObjectStructs.SET.offset("mask");
  private static final int TABLE = ObjectStructs.SET.offset("table");
  public static final int HASH = ObjectStructs.SET.offset("hash");
  private static final int SMALL = ObjectStructs.SET.offset("smalltable[0]");
  private static final int ENTRY = ObjectStructs.SET_ENTRY.size();
  private static final int ENTRY_HASH = ObjectStructs.SET_ENTRY.offset("hash");
  private static final int MIN_SIZE = 8;
  private static final int LINEAR_PROBES = 9;
  private static final int PERTURB_SHIFT = 5;

  /** What stands in the place of a key that was removed: no object, only an address. */
  private static final long DUMMY = 1;

  private static final long CHANGED = -1;

  private final Space py;
  private final Memory memory;
  private long type;
  private long frozenType;

  Sets(Space py) {
    this.py = py;
    memory = py.memory;
  }

  public void typesAre(long set, long frozen) {
    type = set;
    frozenType = frozen;
  }

  /** The type {@code set}. */
  public long type() {
    return type;
  }

  /** The type {@code frozenset}. */
  public long frozenType() {
    return frozenType;
  }

  /** Whether an object is a set or frozenset, or of a type derived from one. */
  public boolean isAny(long object) {
    return py.typeObjects.isInstance(object, type) || isFrozen(object);
  }

  public boolean isFrozen(long object) {
    return py.typeObjects.isInstance(object, frozenType);
  }

  /** A new empty set of a type. */
  public long create(long setType) {
    long set = py.create(setType);
    memory.store64(set + MASK, MIN_SIZE - 1L);
    memory.store64(set + TABLE, set + SMALL);
    memory.store64(set + HASH, -1);
    return set;
  }

  public int size(long set) {
    return (int) memory.load64(set + USED);
  }

  /** The bytes of the table, if it is not the one within the object. */
  public long tableSize(long set) {
    return memory.load64(set + TABLE) == set + SMALL ? 0 : (mask(set) + 1) * ENTRY;
  }

  private long mask(long set) {
    return memory.load64(set + MASK);
  }

  private long entry(long set, long slot) {
    return memory.load64(set + TABLE) + slot * ENTRY;
  }

  private static boolean live(long key) {
    return key != 0 && key != DUMMY;
  }

  /** The entry that has a key, or the first empty one on its way. */
  private long find(long set, long key, long hash) {
    long entry;
    do {
      entry = search(set, key, hash);
    } while (entry == CHANGED);
    return entry;
  }

  /** The same, or that comparing keys changed the table, so that one has to begin again. */
  private long search(long set, long key, long hash) {
    long table = memory.load64(set + TABLE);
    long mask = mask(set);
    long perturb = hash;
    long slot = hash & mask;
    while (true) {
      int probes = slot + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
      for (int probe = 0; probe <= probes; probe++) {
        long entry = table + (slot + probe) * ENTRY;
        long candidate = memory.load64(entry);
        if (candidate == 0 || candidate == key) {
          return entry;
        }
        if (candidate != DUMMY && memory.load64(entry + ENTRY_HASH) == hash) {
          boolean same = equal(candidate, key);
          if (memory.load64(set + TABLE) != table || memory.load64(entry) != candidate) {
            return CHANGED;
          }
          if (same) {
            return entry;
          }
        }
      }
      perturb >>>= PERTURB_SHIFT;
      slot = (slot * 5 + 1 + perturb) & mask;
    }
  }

  /** The last entry whose key was deleted, of those that were looked at before an empty one. */
  private long deletedOnTheWay(long set, long empty, long hash) {
    if (memory.load64(set + FILL) == size(set)) {
      return 0;
    }
    long mask = mask(set);
    long perturb = hash;
    long slot = hash & mask;
    long deleted = 0;
    while (true) {
      int probes = slot + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
      for (int probe = 0; probe <= probes; probe++) {
        long entry = entry(set, slot + probe);
        if (entry == empty) {
          return deleted;
        }
        deleted = deleted == 0 && memory.load64(entry) == DUMMY ? entry : deleted;
      }
      perturb >>>= PERTURB_SHIFT;
      slot = (slot * 5 + 1 + perturb) & mask;
    }
  }

  private boolean equal(long candidate, long key) {
    py.incref(candidate);
    try {
      return py.comparisons.equal(candidate, key);
    } finally {
      py.decref(candidate);
    }
  }

  public boolean contains(long set, long key) {
    return contains(set, key, py.comparisons.hash(key));
  }

  public boolean contains(long set, long key, long hash) {
    return live(memory.load64(find(set, key, hash)));
  }

  /** Adds a key, of which the set takes a reference of its own; whether it was new. */
  public boolean add(long set, long key) {
    return add(set, key, py.comparisons.hash(key));
  }

  public boolean add(long set, long key, long hash) {
    long entry = find(set, key, hash);
    if (memory.load64(entry) != 0) {
      return false;
    }
    long reused = deletedOnTheWay(set, entry, hash);
    long place = reused == 0 ? entry : reused;
    memory.store64(place, py.own(key));
    memory.store64(place + ENTRY_HASH, hash);
    if (reused != 0) {
      memory.store64(set + USED, size(set) + 1L);
      return true;
    }
    long fill = memory.load64(set + FILL) + 1;
    memory.store64(set + FILL, fill);
    memory.store64(set + USED, size(set) + 1L);
    if (fill * 3 >= mask(set) * 2) {
      resize(set, size(set) > 50000 ? size(set) * 2L : size(set) * 4L);
    }
    return true;
  }

  private void resize(long set, long atLeast) {
    long wanted = MIN_SIZE;
    while (wanted <= atLeast) {
      wanted <<= 1;
    }
    long oldMask = mask(set);
    long old = memory.load64(set + TABLE);
    byte[] entries = memory.bytes(old, (oldMask + 1) * ENTRY);
    boolean small = wanted == MIN_SIZE;
    long table = small ? set + SMALL : py.allocator.malloc(wanted * ENTRY);
    if (table == Allocator.NULL) {
      throw Raise.memoryError();
    }
    memory.fill(table, wanted * ENTRY, 0);
    memory.store64(set + TABLE, table);
    memory.store64(set + MASK, wanted - 1);
    memory.store64(set + FILL, size(set));
    java.nio.ByteBuffer from =
        java.nio.ByteBuffer.wrap(entries).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < entries.length; at += ENTRY) {
      if (live(from.getLong(at))) {
        insertClean(set, from.getLong(at), from.getLong(at + ENTRY_HASH));
      }
    }
    if (old != set + SMALL) {
      py.allocator.free(old);
    }
  }

  private void insertClean(long set, long key, long hash) {
    long mask = mask(set);
    long perturb = hash;
    long slot = hash & mask;
    while (true) {
      int probes = slot + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
      for (int probe = 0; probe <= probes; probe++) {
        long entry = entry(set, slot + probe);
        if (memory.load64(entry) == 0) {
          memory.store64(entry, key);
          memory.store64(entry + ENTRY_HASH, hash);
          return;
        }
      }
      perturb >>>= PERTURB_SHIFT;
      slot = (slot * 5 + 1 + perturb) & mask;
    }
  }

  /** Removes a key; whether it was there. */
  public boolean discard(long set, long key) {
    return discard(set, key, py.comparisons.hash(key));
  }

  public boolean discard(long set, long key, long hash) {
    long entry = find(set, key, hash);
    long found = memory.load64(entry);
    if (!live(found)) {
      return false;
    }
    forget(set, entry);
    py.decref(found);
    return true;
  }

  private void forget(long set, long entry) {
    memory.store64(entry, DUMMY);
    memory.store64(entry + ENTRY_HASH, -1);
    memory.store64(set + USED, size(set) - 1L);
  }

  /** Removes the first key, whose reference goes to the caller, or 0 if the set is empty. */
  public long takeFirst(long set) {
    int slot = next(set, 0);
    if (slot < 0) {
      return 0;
    }
    long key = keyAt(set, slot);
    forget(set, entry(set, slot));
    return key;
  }

  /** The first slot at or after one that has a key, or -1. */
  public int next(long set, int slot) {
    long mask = mask(set);
    for (int at = slot; at <= mask; at++) {
      if (live(memory.load64(entry(set, at)))) {
        return at;
      }
    }
    return -1;
  }

  /** The key in a slot, borrowed. */
  public long keyAt(long set, int slot) {
    return memory.load64(entry(set, slot));
  }

  public long hashAt(long set, int slot) {
    return memory.load64(entry(set, slot) + ENTRY_HASH);
  }

  /** Makes room for so many more keys, as if none of them were there. */
  public void reserve(long set, long more) {
    if ((memory.load64(set + FILL) + more) * 3 >= mask(set) * 2) {
      resize(set, (size(set) + more) * 2L);
    }
  }

  /** Adds all of another set's keys. */
  public void merge(long set, long other) {
    if (set == other || size(other) == 0) {
      return;
    }
    reserve(set, size(other));
    if (memory.load64(set + FILL) == 0
        && mask(set) == mask(other)
        && memory.load64(other + FILL) == size(other)) {
      copyTable(set, other);
      return;
    }
    each(other, (key, hash) -> add(set, key, hash));
  }

  /** What to do with a key and its hash. */
  public interface Action {
    void with(long key, long hash);
  }

  /** Hands each key to an action, which may change the set; the key lives as long as that takes. */
  public void each(long set, Action action) {
    for (int slot = next(set, 0); slot >= 0; slot = next(set, slot + 1)) {
      long key = py.own(keyAt(set, slot));
      try {
        action.with(key, hashAt(set, slot));
      } finally {
        py.decref(key);
      }
    }
  }

  /** Entries that need no other place are taken as they lie. */
  private void copyTable(long set, long other) {
    memory.copy(memory.load64(set + TABLE), memory.load64(other + TABLE), (mask(set) + 1) * ENTRY);
    memory.store64(set + FILL, size(other));
    memory.store64(set + USED, size(other));
    for (int slot = next(set, 0); slot >= 0; slot = next(set, slot + 1)) {
      py.incref(keyAt(set, slot));
    }
  }

  /** Makes the table anew if more than a quarter of it are deleted keys. */
  public void closeHoles(long set) {
    if (memory.load64(set + FILL) - size(set) > mask(set) / 4) {
      resize(set, size(set) > 50000 ? size(set) * 2L : size(set) * 4L);
    }
  }

  /** Exchanges what two sets contain. */
  public void swap(long left, long right) {
    int fields = SMALL + MIN_SIZE * ENTRY - FILL;
    boolean leftSmall = memory.load64(left + TABLE) == left + SMALL;
    boolean rightSmall = memory.load64(right + TABLE) == right + SMALL;
    byte[] content = memory.bytes(left + FILL, fields);
    memory.copy(left + FILL, right + FILL, fields);
    memory.store(right + FILL, content);
    if (rightSmall) {
      memory.store64(left + TABLE, left + SMALL);
    }
    if (leftSmall) {
      memory.store64(right + TABLE, right + SMALL);
    }
    memory.store64(left + HASH, -1);
    memory.store64(right + HASH, -1);
  }

  public void clear(long set) {
    for (int slot = next(set, 0); slot >= 0; slot = next(set, slot + 1)) {
      long key = keyAt(set, slot);
      forget(set, entry(set, slot));
      py.decref(key);
    }
    if (memory.load64(set + TABLE) != set + SMALL) {
      py.allocator.free(memory.load64(set + TABLE));
    }
    memory.fill(set + SMALL, (long) MIN_SIZE * ENTRY, 0);
    memory.store64(set + TABLE, set + SMALL);
    memory.store64(set + MASK, MIN_SIZE - 1L);
    memory.store64(set + FILL, 0);
  }

  public void dealloc(long set) {
    py.untrack(set);
    if (!py.trashcan().enter(set)) {
      return;
    }
    py.weakRefs.clear(set);
    for (int slot = next(set, 0); slot >= 0; slot = next(set, slot + 1)) {
      py.decref(keyAt(set, slot));
    }
    if (memory.load64(set + TABLE) != set + SMALL) {
      py.allocator.free(memory.load64(set + TABLE));
    }
    py.free(set);
    py.trashcan().leave();
  }
}
