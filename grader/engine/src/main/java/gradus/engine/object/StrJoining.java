package gradus.engine.object;

import gradus.engine.memory.Memory;

/** Strs made of the characters of others (Objects/unicodeobject.c). */
public final class StrJoining {

  private final Space py;
  private final Strs strs;
  private final Memory memory;

  /** Joins strs of a space. */
  public StrJoining(Space py) {
    this.py = py;
    strs = py.strs;
    memory = py.memory;
  }

  /** Both strs' characters in one. */
  public long concatenate(long left, long right) {
    int first = strs.length(left);
    int second = strs.length(right);
    if (first == 0 || second == 0) {
      return strs.exact(first == 0 ? right : left);
    }
    if (strs.isPlain(left) && strs.isPlain(right)) {
      long str = strs.create(first + second, 'z');
      memory.copy(str + Strs.ASCII_SIZE, left + Strs.ASCII_SIZE, first);
      memory.copy(str + Strs.ASCII_SIZE + first, right + Strs.ASCII_SIZE, second);
      return str;
    }
    int widest = Math.max(strs.widest(left), strs.widest(right));
    long str = strs.create(first + second, widest);
    strs.copy(str, 0, left, 0, first);
    strs.copy(str, first, right, 0, second);
    return str;
  }

  /** Both strs' characters in one, which is the left one if it can grow; that is taken over. */
  public long append(long left, long right) {
    int length = strs.length(left);
    int more = strs.length(right);
    if (length > 0 && more > 0 && strs.isModifiable(left) && holds(left, right)) {
      long str = strs.grown(left, length + more);
      strs.copy(str, length, right, 0, more);
      return str;
    }
    long str = concatenate(left, right);
    py.decref(left);
    return str;
  }

  /** Whether a str's characters are as wide as another's or wider. */
  private boolean holds(long left, long right) {
    return strs.kind(right) <= strs.kind(left) && (!strs.isAscii(left) || strs.isAscii(right));
  }

  /**
   * The characters of a tuple's items, which are all strs, with a separator between them
   * (_PyUnicode_JoinArray).
   */
  public long joined(long separator, long tuple) {
    int items = py.tuples.size(tuple);
    long gaps = Math.max(0, items - 1L);
    long length = gaps * strs.length(separator);
    int widest = gaps == 0 ? 0 : strs.widest(separator);
    for (int index = 0; index < items; index++) {
      long item = py.tuples.get(tuple, index);
      length += strs.length(item);
      widest = Math.max(widest, strs.widest(item));
    }
    if (length == 0) {
      return strs.empty();
    }
    if (length > Integer.MAX_VALUE) {
      throw Raise.overflowError("join() result is too long for a Python string");
    }
    return fill(strs.create((int) length, widest), separator, tuple);
  }

  private long fill(long str, long separator, long tuple) {
    int items = py.tuples.size(tuple);
    int gap = strs.length(separator);
    int at = 0;
    for (int index = 0; index < items; index++) {
      long item = py.tuples.get(tuple, index);
      if (index > 0) {
        strs.copy(str, at, separator, 0, gap);
        at += gap;
      }
      strs.copy(str, at, item, 0, strs.length(item));
      at += strs.length(item);
    }
    return str;
  }
}
