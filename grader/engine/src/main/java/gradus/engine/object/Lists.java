package gradus.engine.object;

import gradus.engine.layout.GrowthPolicy;
import gradus.engine.layout.Structs;
import gradus.engine.memory.Allocator;
import gradus.engine.memory.Memory;
import gradus.engine.memory.Segment;
import gradus.engine.memory.StaticData;

/**
 * How lists come to be and end (Objects/listobject.c): up to 80 dead ones are kept to be used
 * again.
 */
public final class Lists {

  static final int MAX_FREE = 80;

  private final Memory memory;
  private final Allocator allocator;
  private final References references;
  private final GrowthPolicy growth;
  private final Collector collector;
  private final Trashcan trashcan;
  private final ListStorage storage;
  private final long type;
  private final long freeList;
  private final long freeCount;

  Lists(
      Memory memory,
      StaticData data,
      Allocator allocator,
      References references,
      Collector collector,
      Types types,
      GrowthPolicy growth) {
    this.memory = memory;
    this.allocator = allocator;
    this.references = references;
    this.growth = growth;
    this.collector = collector;
    trashcan = new Trashcan(memory, data, references, collector);
    storage = new ListStorage(memory, allocator, growth);
    long flags = TypeSpec.DEFAULT | TypeSpec.BASETYPE | TypeSpec.HAVE_GC | TypeSpec.LIST_SUBCLASS;
    TypeSpec spec = new TypeSpec("list", Structs.LIST.size(), 0, flags, this::dealloc);
    type = types.define(spec, types.object());
    freeList = data.reserve(Segment.BSS, (long) MAX_FREE * ListStorage.POINTER, 32);
    freeCount = data.reserve(Segment.BSS, 4, 4);
  }

  /** The address of {@code list}. */
  public long type() {
    return type;
  }

  Trashcan trashcan() {
    return trashcan;
  }

  public ListStorage storage() {
    return storage;
  }

  /** Lets a listener hear of all lists from now on; it replaces the one before. */
  public void listen(ListListener listener) {
    storage.listen(listener);
  }

  /**
   * A new list with room for exactly {@code size} items and that size; items are NULL and must be
   * set (PyList_New). This is what list displays, {@code +}, {@code *} and slices make.
   */
  public long create(long size) {
    int free = memory.load32(freeCount);
    if (free > 0) {
      memory.store32(freeCount, free - 1);
    }
    long list =
        free > 0
            ? memory.load64(freeList + (free - 1L) * ListStorage.POINTER)
            : collector.allocate(Structs.LIST.size());
    references.initialise(list, type);
    storage.detach(list);
    try {
      storage.create(list, size);
    } catch (Raise memoryError) {
      references.decref(list);
      throw memoryError;
    }
    storage.setSize(list, size);
    collector.track(list);
    return list;
  }

  /** A new empty list as {@code list()} makes it: always a fresh block. */
  public long createByCall() {
    long list = collector.allocate(Structs.LIST.size());
    memory.fill(list, Structs.LIST.size(), 0);
    references.initialise(list, type);
    collector.track(list);
    return list;
  }

  /** Makes a list empty and, under the rules of CPython, gives its array back: {@code clear()}. */
  public void clear(long list) {
    long size = storage.size(list);
    long items = storage.items(list);
    if (growth.keepsWhenCleared()) {
      storage.setSize(list, 0);
      releaseItems(items, size);
    } else {
      storage.detach(list);
      releaseItems(items, size);
      allocator.free(items);
    }
  }

  /** Gives the free list's memory back. */
  void clearFreeList() {
    for (int free = memory.load32(freeCount); free > 0; free--) {
      collector.free(memory.load64(freeList + (free - 1L) * ListStorage.POINTER));
    }
    memory.store32(freeCount, 0);
  }

  private void releaseItems(long items, long size) {
    for (long index = size - 1; index >= 0; index--) {
      references.decref(memory.load64(items + index * ListStorage.POINTER));
    }
  }

  private void dealloc(long list) {
    if (collector.tracked(list)) {
      collector.untrack(list);
    }
    boolean exact = references.typeOf(list) == type;
    if (!trashcan.enter(list)) {
      return;
    }
    // The struct keeps its stale fields, as a dangling pointer would find them.
    long items = storage.items(list);
    releaseItems(items, storage.size(list));
    allocator.free(items);
    storage.ended(list);
    int free = memory.load32(freeCount);
    if (exact && free < MAX_FREE) {
      memory.store64(freeList + (long) free * ListStorage.POINTER, list);
      memory.store32(freeCount, free + 1);
    } else {
      collector.free(list);
    }
    trashcan.leave();
  }
}
