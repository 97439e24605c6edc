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
  private static final long UNTRACKED = -2;
  private static final long REACHABLE = -3;
  private static final int GENERATIONS = 3;
  private static final long[] THRESHOLDS = {700, 10, 10};

  private final Memory memory;
  private final Allocator allocator;
  private final int headSize;
  private final int next;
  private final int previous;
  private final int refs;
  private final long youngest;
  private final long youngestCount;

  Collector(Memory memory, StaticData data, Allocator allocator, ObjectLayout layout) {
    this.memory = memory;
    this.allocator = allocator;
    Struct head = layout.gcHead();
    headSize = head.size();
    next = head.offset("gc_next");
    previous = head.offset("gc_prev");
    refs = head.offset("gc_refs");
    // struct gc_generation: the list's head, then two ints, padded to the head's alignment.
    int generationSize = headSize == 24 ? 32 : 48;
    youngest = data.reserve(Segment.DATA, (long) GENERATIONS * generationSize, 32);
    youngestCount = youngest + headSize + 4;
    for (int generation = 0; generation < GENERATIONS; generation++) {
      long list = youngest + (long) generation * generationSize;
      link(list, list);
      memory.store32(list + headSize, (int) THRESHOLDS[generation]);
    }
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
    memory.store32(youngestCount, memory.load32(youngestCount) + 1);
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
    setState(head, REACHABLE);
    link(memory.load64(youngest + previous), head);
    link(head, youngest);
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
    if (memory.load64(head + refs) >> STATE_SHIFT == UNTRACKED) {
      return;
    }
    setState(head, UNTRACKED);
    link(memory.load64(head + previous), memory.load64(head + next));
    memory.store64(head + next, 0);
  }

  /** The word that an untracked container's header has to spare. */
  long spare(long object) {
    return object - headSize + previous;
  }

  private void setState(long head, long state) {
    long finalized = memory.load64(head + refs) & FINALIZED;
    memory.store64(head + refs, (state << STATE_SHIFT) | finalized);
  }

  private void link(long head, long following) {
    memory.store64(head + next, following);
    memory.store64(following + previous, head);
  }
}
