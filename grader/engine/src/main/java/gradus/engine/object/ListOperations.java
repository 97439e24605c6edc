package gradus.engine.object;

/**
 * What a program does to lists, with CPython's index rules and messages (Objects/listobject.c).
 *
 * <p>An item handed in keeps its caller's reference, and the list takes one of its own.
 */
public final class ListOperations {

  private final References references;
  private final Lists lists;
  private final ListStorage storage;

  ListOperations(References references, Lists lists) {
    this.references = references;
    this.lists = lists;
    storage = lists.storage();
  }

  public long size(long list) {
    return storage.size(list);
  }

  /** Items the list has room for. */
  public long allocated(long list) {
    return storage.allocated(list);
  }

  /** The address of the array of pointers, 0 if there is none. */
  public long items(long list) {
    return storage.items(list);
  }

  /** Sets an item that a new list does not have yet; the list takes the caller's reference over. */
  public void initialise(long list, long index, long item) {
    storage.setItem(list, index, item);
  }

  public void append(long list, long item) {
    long size = storage.size(list);
    storage.resize(list, size + 1);
    references.incref(item);
    storage.setItem(list, size, item);
  }

  /** Inserts before an index; one that is out of range is moved to the nearer end. */
  public void insert(long list, long index, long item) {
    long size = storage.size(list);
    storage.resize(list, size + 1);
    long place = Math.min(Math.max(index < 0 ? index + size : index, 0), size);
    storage.move(list, place + 1, place, size - place);
    references.incref(item);
    storage.setItem(list, place, item);
  }

  /** Appends the items of a list, which may be the same one. */
  public void extend(long list, long source) {
    long count = storage.size(source);
    if (count == 0) {
      return;
    }
    long size = storage.size(list);
    storage.resize(list, size + count);
    storage.copy(list, size, source, 0, count);
    increfItems(list, size, count);
  }

  /**
   * Appends all items of an iterator, for which room is made beforehand by the length it is thought
   * to have.
   */
  public void extend(long list, ItemSource source, long lengthHint) {
    long before = storage.size(list);
    // Where both together are too much for any list, the guess was wrong.
    if (lengthHint <= Long.MAX_VALUE - before) {
      storage.resize(list, before + lengthHint);
      storage.setSize(list, before);
    }
    for (long item = source.next(); item != 0; item = source.next()) {
      long size = storage.size(list);
      if (size < storage.allocated(list)) {
        storage.setSize(list, size + 1);
      } else {
        storage.resize(list, size + 1);
      }
      storage.setItem(list, size, item);
    }
    // Gives back what a guess too high had taken.
    storage.resize(list, storage.size(list));
  }

  /** Fills an empty list as {@code list(iterable)} does from an iterable that knows its length. */
  public void fill(long list, ItemSource source, long length) {
    if (length > 0) {
      storage.reserve(list, length);
    }
    extend(list, source, length);
  }

  /** Takes the last item from a list that keeps its room; the list's reference is the caller's. */
  public long takeLast(long list) {
    long last = storage.size(list) - 1;
    storage.setSize(list, last);
    return storage.item(list, last);
  }

  /** Removes the last item and returns the list's reference to it. */
  public long pop(long list) {
    return pop(list, -1);
  }

  /** Removes an item and returns the list's reference to it. */
  public long pop(long list, long index) {
    long size = storage.size(list);
    if (size == 0) {
      throw Raise.indexError("pop from empty list");
    }
    return take(list, place(list, index, "pop index out of range"));
  }

  private long take(long list, long place) {
    long item = storage.item(list, place);
    long last = storage.size(list) - 1;
    storage.move(list, place, place + 1, last - place);
    storage.resize(list, last);
    return item;
  }

  /** The item at an index, as a reference of the list's. */
  public long get(long list, long index) {
    return storage.item(list, place(list, index, "list index out of range"));
  }

  public void set(long list, long index, long item) {
    long place = place(list, index, "list assignment index out of range");
    references.incref(item);
    long old = storage.item(list, place);
    storage.setItem(list, place, item);
    references.decref(old);
  }

  /**
   * Removes an item: {@code del list[index]}. A list that becomes empty is cleared, as slices are
   * deleted.
   */
  public void delete(long list, long index) {
    long place = place(list, index, "list assignment index out of range");
    if (storage.size(list) == 1) {
      lists.clear(list);
    } else {
      references.decref(take(list, place));
    }
  }

  private long place(long list, long index, String message) {
    long size = storage.size(list);
    long place = index < 0 ? index + size : index;
    if (place < 0 || place >= size) {
      throw Raise.indexError(message);
    }
    return place;
  }

  /** A new list of the same items: {@code list.copy()} and {@code list[:]}. */
  public long copy(long list) {
    return repeat(list, 1);
  }

  /** A new list of both lists' items: {@code left + right}. */
  public long concatenate(long left, long right) {
    long first = storage.size(left);
    long second = storage.size(right);
    long list = lists.create(first + second);
    storage.copy(list, 0, left, 0, first);
    storage.copy(list, first, right, 0, second);
    increfItems(list, 0, first + second);
    return list;
  }

  /** A new list of a list's items so many times: {@code list * times}. */
  public long repeat(long list, long times) {
    long size = storage.size(list);
    long count = Math.max(times, 0);
    if (size != 0 && count > Long.MAX_VALUE / size) {
      throw Raise.memoryError();
    }
    long result = lists.create(size * count);
    for (long index = 0; index < size * count; index += Math.max(size, 1)) {
      storage.copy(result, index, list, 0, size);
    }
    increfItems(result, 0, size * count);
    return result;
  }

  private void increfItems(long list, long from, long count) {
    for (long index = from; index < from + count; index++) {
      references.incref(storage.item(list, index));
    }
  }
}
