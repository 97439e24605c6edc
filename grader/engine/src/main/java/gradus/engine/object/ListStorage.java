package gradus.engine.object;

import gradus.engine.layout.GrowthPolicy;
import gradus.engine.layout.Structs;
import gradus.engine.memory.Allocator;
import gradus.engine.memory.Memory;

/**
 * The struct of a list and the array of pointers behind it.
 *
 * <pre>
 *   list  ob_refcnt | ob_type | ob_size = 3 | ob_item | allocated = 4
 *                                               ↓
 *                                             item 0 | item 1 | item 2 | (room)
 * </pre>
 */
public final class ListStorage {

  static final int POINTER = 8;

  private static final int SIZE = Structs.LIST.offset("ob_size");
  private static final int ITEMS = Structs.LIST.offset("ob_item");
  private static final int ALLOCATED = Structs.LIST.offset("allocated");
  private static final long LARGEST = Long.MAX_VALUE / POINTER;

  private final Memory memory;
  private final Allocator allocator;
  private final GrowthPolicy growth;
  private ListListener listener = ListListener.NONE;

  ListStorage(Memory memory, Allocator allocator, GrowthPolicy growth) {
    this.memory = memory;
    this.allocator = allocator;
    this.growth = growth;
  }

  void listen(ListListener newListener) {
    listener = newListener;
  }

  long size(long list) {
    return memory.load64(list + SIZE);
  }

  void setSize(long list, long size) {
    memory.store64(list + SIZE, size);
  }

  public long allocated(long list) {
    return memory.load64(list + ALLOCATED);
  }

  public long items(long list) {
    return memory.load64(list + ITEMS);
  }

  long item(long list, long index) {
    return memory.load64(items(list) + index * POINTER);
  }

  public void setItem(long list, long index, long item) {
    memory.store64(items(list) + index * POINTER, item);
  }

  /** Moves {@code count} pointers within a list, up or down. */
  public void move(long list, long to, long from, long count) {
    long items = items(list);
    memory.copy(items + to * POINTER, items + from * POINTER, count * POINTER);
  }

  /** Copies {@code count} pointers of one list to another, without counting references. */
  void copy(long list, long to, long source, long from, long count) {
    memory.copy(items(list) + to * POINTER, items(source) + from * POINTER, count * POINTER);
  }

  /** Gives a list without an array one of exactly this size, all NULL; none for 0. */
  void create(long list, long capacity) {
    long items = capacity == 0 ? Allocator.NULL : allocator.calloc(capacity, POINTER);
    if (items == Allocator.NULL && capacity != 0) {
      throw Raise.memoryError();
    }
    memory.store64(list + ITEMS, items);
    memory.store64(list + ALLOCATED, capacity);
  }

  /** Gives a list without an array room for a length that is known beforehand. */
  void reserve(long list, long length) {
    reallocate(list, growth.initialCapacity(length));
  }

  /**
   * Sets a list's size and sees to it that there is room for it: list_resize. New items are not
   * set.
   */
  public void resize(long list, long newSize) {
    long allocated = allocated(list);
    if (!growth.keeps(allocated, newSize)) {
      reallocate(list, growth.capacity(size(list), allocated, newSize));
    }
    setSize(list, newSize);
  }

  private void reallocate(long list, long capacity) {
    long items =
        capacity > LARGEST ? Allocator.NULL : allocator.realloc(items(list), capacity * POINTER);
    if (items == Allocator.NULL) {
      throw Raise.memoryError();
    }
    long allocated = allocated(list);
    memory.store64(list + ITEMS, items);
    memory.store64(list + ALLOCATED, capacity);
    listener.reallocated(list, size(list), allocated, capacity);
  }

  void ended(long list) {
    listener.ended(list);
  }

  /** Gives a list without an array this one. */
  public void attach(long list, long items, long size, long capacity) {
    setSize(list, size);
    memory.store64(list + ITEMS, items);
    memory.store64(list + ALLOCATED, capacity);
  }

  /** Takes the array away from a list, which becomes empty. */
  public void detach(long list) {
    setSize(list, 0);
    memory.store64(list + ITEMS, Allocator.NULL);
    memory.store64(list + ALLOCATED, 0);
  }
}
