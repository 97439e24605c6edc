package gradus.engine.object;

import gradus.engine.layout.ObjectLayout;
import gradus.engine.layout.Struct;
import gradus.engine.memory.Allocator;
import gradus.engine.memory.Memory;
import gradus.engine.memory.Segment;
import gradus.engine.memory.StaticData;

/**
 * What the cycle collector keeps: the header before each container, and the list of the youngest
 * generation (Modules/gcmodule.c).
 *
 * <p>{@code gc_refs} holds a state shifted left by one; bit 0 says that a finaliser has run.
 */
final class Collector {

  private static final int STATE_SHIFT = 1;
  private static final long FINALIZED = 1;
  static final long UNTRACKED = -2;
  static final long REACHABLE = -3;
  static final int GENERATIONS = 3;
  private static final long[] THRESHOLDS = {700, 10, 10};

  private final Memory memory;
  private final Allocator allocator;
  private final int headSize;
  private final int next;
  private final int previous;
  private final int refs;
  private final int generationSize;
  private final long youngest;
  private final long youngestThreshold;
  private final long youngestCount;
  private boolean enabled = true;
  private Runnable whenFull = () -> {};

  Collector(Memory memory, StaticData data, Allocator allocator, ObjectLayout layout) {
    this.memory = memory;
    this.allocator = allocator;
    Struct head = layout.gcHead();
    headSize = head.size();
    next = head.offset("gc_next");
    previous = head.offset("gc_prev");
    refs = head.offset("gc_refs");
    // struct gc_generation: the list's head, then two ints, padded to the head's alignment.
    generationSize = headSize == 24 ? 32 : 48;
    youngest = data.reserve(Segment.DATA, (long) GENERATIONS * generationSize, 32);
    youngestThreshold = youngest + headSize;
    youngestCount = youngestThreshold + 4;
    for (int generation = 0; generation < GENERATIONS; generation++) {
      empty(generation(generation));
      setThreshold(generation, (int) THRESHOLDS[generation]);
    }
  }

  /** Says what to do when there are more new containers than the youngest generation may have. */
  void whenFull(Runnable action) {
    whenFull = action;
  }

  /** Whether a collection starts by itself when the youngest generation is full. */
  boolean enabled() {
    return enabled;
  }

  void enable(boolean value) {
    enabled = value;
  }

  /** The head of a generation's list. */
  long generation(int generation) {
    return youngest + (long) generation * generationSize;
  }

  int threshold(int generation) {
    return memory.load32(generation(generation) + headSize);
  }

  void setThreshold(int generation, int threshold) {
    memory.store32(generation(generation) + headSize, threshold);
  }

  /** New containers in the youngest generation, or collections of the one below another. */
  int count(int generation) {
    return memory.load32(generation(generation) + headSize + 4);
  }

  void setCount(int generation, int count) {
    memory.store32(generation(generation) + headSize + 4, count);
  }

  int headSize() {
    return headSize;
  }

  /** Memory for a container, its header before it; the object is not tracked yet. */
  long allocate(long size) {
    long head = allocator.malloc(headSize + size);
    if (head == Allocator.NULL) {
      throw Raise.memoryError();
    }
    memory.store64(head + next, 0);
    memory.store64(head + refs, UNTRACKED << STATE_SHIFT);
    int count = memory.load32(youngestCount) + 1;
    memory.store32(youngestCount, count);
    if (enabled && count > memory.load32(youngestThreshold)) {
      whenFull.run();
    }
    return head + headSize;
  }

  /** Gives back the memory of a container that is not tracked any more. */
  void free(long object) {
    int count = memory.load32(youngestCount);
    if (count > 0) {
      memory.store32(youngestCount, count - 1);
    }
    allocator.free(object - headSize);
  }

  /** Enters a container into the youngest generation, at its end. */
  void track(long object) {
    long head = object - headSize;
    long[] near = memory.segmentOf(head);
    long[] lists = memory.segmentOf(youngest);
    long last = Memory.get64(lists, youngest + previous);
    long finalized = Memory.get64(near, head + refs) & FINALIZED;
    Memory.put64(near, head + refs, (REACHABLE << STATE_SHIFT) | finalized);
    Memory.put64(near, head + previous, last);
    Memory.put64(near, head + next, youngest);
    memory.store64(last + next, head);
    Memory.put64(lists, youngest + previous, head);
  }

  /** Whether a container is in one of the generations. */
  boolean tracked(long object) {
    return memory.load64(object - headSize + next) != 0;
  }

  /** Whether an object's finaliser has run. */
  boolean finalized(long object) {
    return (memory.load64(object - headSize + refs) & FINALIZED) != 0;
  }

  void setFinalized(long object) {
    long place = object - headSize + refs;
    memory.store64(place, memory.load64(place) | FINALIZED);
  }

  /** Takes a container out of its generation, if it is in one. */
  void untrack(long object) {
    long head = object - headSize;
    long[] near = memory.segmentOf(head);
    long word = Memory.get64(near, head + refs);
    if (word >> STATE_SHIFT == UNTRACKED) {
      return;
    }
    Memory.put64(near, head + refs, (UNTRACKED << STATE_SHIFT) | (word & FINALIZED));
    link(Memory.get64(near, head + previous), Memory.get64(near, head + next));
    Memory.put64(near, head + next, 0);
  }

  /** The word that an untracked container's header has to spare. */
  long spare(long object) {
    return object - headSize + previous;
  }

  private void link(long head, long following) {
    memory.store64(head + next, following);
    memory.store64(following + previous, head);
  }

  /** Makes a list empty. */
  void empty(long list) {
    link(list, list);
  }

  boolean isEmpty(long list) {
    return next(list) == list;
  }

  /** The header after another in its list. */
  long next(long head) {
    return memory.load64(head + next);
  }

  /** The container behind a header. */
  long object(long head) {
    return head + headSize;
  }

  /** The header of a container. */
  long head(long object) {
    return object - headSize;
  }

  /** Moves a container from its list to the end of another. */
  void move(long head, long list) {
    link(memory.load64(head + previous), next(head));
    link(memory.load64(list + previous), head);
    link(head, list);
  }

  /** Puts all of a list at the end of another; the first is empty afterwards. */
  void merge(long from, long to) {
    if (!isEmpty(from)) {
      link(memory.load64(to + previous), next(from));
      link(memory.load64(from + previous), to);
    }
    empty(from);
  }

  int size(long list) {
    int size = 0;
    for (long head = next(list); head != list; head = next(head)) {
      size++;
    }
    return size;
  }

  /** What a header's {@code gc_refs} says: a state, or a count while a collection runs. */
  long state(long head) {
    return memory.load64(head + refs) >> STATE_SHIFT;
  }

  void setState(long head, long state) {
    long finalized = memory.load64(head + refs) & FINALIZED;
    memory.store64(head + refs, (state << STATE_SHIFT) | finalized);
  }
}
