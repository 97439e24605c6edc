package gradus.engine.object;

import gradus.engine.memory.Memory;
import gradus.engine.memory.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Finds containers that only refer to each other, and ends them ({@code collect} in
 * Modules/gcmodule.c).
 *
 * <p>{@code gc_refs} of each container starts as its reference count. What containers of the same
 * generation contribute is subtracted; what is left above 0 is held from outside, and everything it
 * leads to is reachable. The rest is garbage: its weak references are cleared, its finalisers run,
 * and if that brought nothing back to life, each container is emptied.
 */
public final class CycleCollector {

  public static final int DEBUG_STATS = 1;
  public static final int DEBUG_COLLECTABLE = 1 << 1;
  public static final int DEBUG_UNCOLLECTABLE = 1 << 2;
  public static final int DEBUG_SAVEALL = 1 << 5;

  /** The number of generations. */
  public static final int GENERATIONS = Collector.GENERATIONS;

  private static final long TENTATIVELY_UNREACHABLE = -4;
  private static final int CLEAR = Slots.type("tp_clear");
  private static final int LIST_HEADS = 3;
  private static final int LIST_HEAD_SIZE = 32;

  /** What is told about a collection: {@code start} or {@code stop}, and its numbers. */
  @FunctionalInterface
  public interface Listener {
    void collection(String phase, int generation, int collected);
  }

  private final Space py;
  private final Memory memory;
  private final Collector lists;
  private final Tracking tracking;
  private final GarbageWeakRefs weakRefs;
  private final long unreachable;
  private final long seen;
  private final long[][] stats = new long[GENERATIONS][2];
  private final List<Runnable> freeLists = new ArrayList<>();
  private Listener listener = (phase, generation, collected) -> {};
  private Consumer<String> debugOutput = text -> {};
  private int debug;
  private long garbage;
  private boolean collecting;
  private int longLivedPending;
  private int longLivedTotal;

  CycleCollector(Space py) {
    this.py = py;
    memory = py.memory;
    lists = py.collector();
    tracking = new Tracking(py);
    long heads = py.data.reserve(Segment.BSS, (long) LIST_HEADS * LIST_HEAD_SIZE, LIST_HEAD_SIZE);
    unreachable = heads;
    seen = heads + LIST_HEAD_SIZE;
    weakRefs = new GarbageWeakRefs(py, heads + 2 * LIST_HEAD_SIZE);
    lists.whenFull(this::collectWhatIsFull);
  }

  /** Says what to tell of each collection. */
  public void listen(Listener newListener) {
    listener = newListener;
  }

  /** Says where what {@link #setDebug} asks for is written. */
  public void debugTo(Consumer<String> output) {
    debugOutput = output;
  }

  /** Gives a free list's objects back whenever the oldest generation is collected. */
  public void emptyOnFullCollection(Runnable freeList) {
    freeLists.add(freeList);
  }

  public int debug() {
    return debug;
  }

  public void setDebug(int flags) {
    debug = flags;
  }

  /** {@code gc.garbage}, borrowed. */
  public long garbage() {
    if (garbage == 0) {
      garbage = py.lists.create(0);
    }
    return garbage;
  }

  public boolean enabled() {
    return lists.enabled();
  }

  public void enable(boolean value) {
    lists.enable(value);
  }

  public int threshold(int generation) {
    return lists.threshold(generation);
  }

  public void setThreshold(int generation, int threshold) {
    lists.setThreshold(generation, threshold);
  }

  public int count(int generation) {
    return lists.count(generation);
  }

  /** How often a generation was collected. */
  public long collections(int generation) {
    return stats[generation][0];
  }

  /** How many containers were ended by collections of a generation. */
  public long collected(int generation) {
    return stats[generation][1];
  }

  /** Whether an object has the collector's header: static types do not. */
  public boolean isContainer(long object) {
    return tracking.isContainer(object);
  }

  /** Hands each container the collector knows to an action. */
  public void each(LongConsumer action) {
    for (int generation = 0; generation < GENERATIONS; generation++) {
      long list = lists.generation(generation);
      for (long head = lists.next(list); head != list; head = lists.next(head)) {
        action.accept(lists.object(head));
      }
    }
  }

  /** Hands each object that a container refers to to a visitor. */
  public void traverse(long object, LongConsumer visitor) {
    tracking.traverse(object, visitor);
  }

  /** Collects the oldest generation that is full; those below it go with it. */
  private void collectWhatIsFull() {
    if (collecting || threshold(0) == 0) {
      return;
    }
    for (int generation = GENERATIONS - 1; generation >= 0; generation--) {
      if (count(generation) > threshold(generation)) {
        if (generation == GENERATIONS - 1 && longLivedPending < longLivedTotal / 4) {
          continue;
        }
        collect(generation);
        return;
      }
    }
  }

  /** Collects a generation and those below it; the number of containers that were garbage. */
  public int collect(int generation) {
    if (collecting) {
      return 0;
    }
    collecting = true;
    try {
      listener.collection("start", generation, 0);
      int found = collectNow(generation);
      listener.collection("stop", generation, found);
      return found;
    } finally {
      collecting = false;
    }
  }

  private int collectNow(int generation) {
    reportStart(generation);
    long young = mergeYounger(generation);
    long old = lists.generation(Math.min(generation + 1, GENERATIONS - 1));
    countOutsideReferences(young);
    lists.empty(unreachable);
    moveUnreachable(young);
    promote(generation, young, old);
    int found = end(old);
    if (generation == GENERATIONS - 1) {
      freeLists.forEach(Runnable::run);
    }
    stats[generation][0]++;
    stats[generation][1] += found;
    reportEnd(found);
    return found;
  }

  private long mergeYounger(int generation) {
    if (generation + 1 < GENERATIONS) {
      lists.setCount(generation + 1, count(generation + 1) + 1);
    }
    long young = lists.generation(generation);
    for (int younger = 0; younger <= generation; younger++) {
      lists.setCount(younger, 0);
      if (younger < generation) {
        lists.merge(lists.generation(younger), young);
      }
    }
    return young;
  }

  private void countOutsideReferences(long list) {
    for (long head = lists.next(list); head != list; head = lists.next(head)) {
      lists.setState(head, py.refs.count(lists.object(head)));
    }
    LongConsumer subtract = this::subtract;
    for (long head = lists.next(list); head != list; head = lists.next(head)) {
      tracking.traverse(lists.object(head), subtract);
    }
  }

  private void subtract(long object) {
    if (tracking.isContainer(object)) {
      long head = lists.head(object);
      long references = lists.state(head);
      if (references > 0) {
        lists.setState(head, references - 1);
      }
    }
  }

  private void moveUnreachable(long young) {
    LongConsumer visitor = object -> reach(object, young);
    long head = lists.next(young);
    while (head != young) {
      long following;
      if (lists.state(head) != 0) {
        long object = lists.object(head);
        lists.setState(head, Collector.REACHABLE);
        tracking.traverse(object, visitor);
        following = lists.next(head);
        tracking.maybeUntrackTuple(object);
      } else {
        following = lists.next(head);
        lists.move(head, unreachable);
        lists.setState(head, TENTATIVELY_UNREACHABLE);
      }
      head = following;
    }
  }

  private void reach(long object, long young) {
    if (!tracking.isContainer(object)) {
      return;
    }
    long head = lists.head(object);
    long state = lists.state(head);
    if (state == 0) {
      lists.setState(head, 1);
    } else if (state == TENTATIVELY_UNREACHABLE) {
      lists.move(head, young);
      lists.setState(head, 1);
    }
  }

  private void promote(int generation, long young, long old) {
    if (young != old) {
      if (generation == GENERATIONS - 2) {
        longLivedPending += lists.size(young);
      }
      lists.merge(young, old);
    } else {
      tracking.untrackDicts(young);
      longLivedPending = 0;
      longLivedTotal = lists.size(young);
    }
  }

  /** Ends what is unreachable; how many containers that were. */
  private int end(long old) {
    int found = lists.size(unreachable);
    if ((debug & DEBUG_COLLECTABLE) != 0) {
      for (long head = lists.next(unreachable); head != unreachable; head = lists.next(head)) {
        long object = lists.object(head);
        debugOutput.accept(
            "gc: collectable <%s 0x%x>\n"
                .formatted(py.typeObjects.fullName(py.typeOf(object)), object));
      }
    }
    found += weakRefs.handle(unreachable, old);
    runFinalizers();
    if (revived()) {
      for (long head = lists.next(unreachable); head != unreachable; head = lists.next(head)) {
        lists.setState(head, Collector.REACHABLE);
      }
      lists.merge(unreachable, old);
    } else {
      clearAll(old);
    }
    return found;
  }

  private void runFinalizers() {
    lists.empty(seen);
    while (!lists.isEmpty(unreachable)) {
      long head = lists.next(unreachable);
      long object = lists.object(head);
      lists.move(head, seen);
      if (!lists.finalized(object) && py.finalizers.has(object)) {
        py.incref(object);
        py.finalizers.run(object);
        py.decref(object);
      }
    }
    lists.merge(seen, unreachable);
  }

  /** Whether a finaliser made something of the garbage reachable again. */
  private boolean revived() {
    countOutsideReferences(unreachable);
    for (long head = lists.next(unreachable); head != unreachable; head = lists.next(head)) {
      if (lists.state(head) != 0) {
        return true;
      }
    }
    return false;
  }

  private void clearAll(long old) {
    while (!lists.isEmpty(unreachable)) {
      long head = lists.next(unreachable);
      long object = lists.object(head);
      if ((debug & DEBUG_SAVEALL) != 0) {
        py.listOps.append(garbage(), object);
      } else {
        clear(object);
      }
      if (lists.next(unreachable) == head) {
        lists.move(head, old);
        lists.setState(head, Collector.REACHABLE);
      }
    }
  }

  private void clear(long object) {
    long function = memory.load64(py.typeOf(object) + CLEAR);
    if (function != 0) {
      py.incref(object);
      py.code.destructor(function).dealloc(object);
      py.decref(object);
    }
  }

  private void reportStart(int generation) {
    if ((debug & DEBUG_STATS) != 0) {
      StringBuilder text = new StringBuilder("gc: collecting generation " + generation + "...\n");
      text.append("gc: objects in each generation:");
      for (int index = 0; index < GENERATIONS; index++) {
        text.append(' ').append(lists.size(lists.generation(index)));
      }
      debugOutput.accept(text.append('\n').toString());
    }
  }

  private void reportEnd(int found) {
    if ((debug & DEBUG_STATS) != 0) {
      String numbers = found == 0 ? "" : ", %d unreachable, 0 uncollectable".formatted(found);
      debugOutput.accept("gc: done" + numbers + ", 0.0000s elapsed\n");
    }
  }
}
