package gradus.engine.memory;

import java.util.ArrayList;
import java.util.List;

/**
 * The C library's malloc: chunks with headers in one growing heap, best fit, neighbours merged when
 * freed.
 *
 * <p>Blocks are aligned to 16 bytes. Above the highest chunk lies the <em>top</em>, which is cut
 * when no free chunk fits and grows with the segment. Headers and bins are real bytes; see {@link
 * Chunks} for a picture of them.
 */
public final class GeneralHeap implements Allocator {

  private static final long LARGEST_REQUEST = Integer.MAX_VALUE;
  private static final long TOP_PAD = 128 * 1024;

  private final Memory memory;
  private final Chunks chunks;
  private final Bins bins;
  private final long topPointer;

  public GeneralHeap(Memory memory, StaticData data) {
    this.memory = memory;
    chunks = new Chunks(memory);
    bins = new Bins(memory, chunks, data);
    topPointer = data.reserve(Segment.DATA, 8, 8);
  }

  @Override
  public long malloc(long size) {
    if (size < 0 || size > LARGEST_REQUEST) {
      return NULL;
    }
    long needed = Chunks.sizeFor(size);
    long chunk = bins.take(needed);
    if (chunk == 0) {
      return cutFromTop(needed);
    }
    chunks.markUsed(chunk);
    giveBackTail(chunk, needed);
    return chunk + Chunks.HEADER;
  }

  @Override
  public long calloc(long count, long size) {
    if (size != 0 && count > LARGEST_REQUEST / size) {
      return NULL;
    }
    long address = malloc(count * size);
    if (address != NULL) {
      memory.fill(address, count * size, 0);
    }
    return address;
  }

  @Override
  public void free(long address) {
    if (address == NULL) {
      return;
    }
    long chunk = address - Chunks.HEADER;
    check(chunk);
    long size = chunks.size(chunk);
    if (!chunks.previousInUse(chunk)) {
      chunk = chunks.before(chunk);
      bins.remove(chunk);
      size += chunks.size(chunk);
    }
    release(chunk, size);
  }

  private void check(long chunk) {
    if (!Segment.HEAP.contains(chunk) || chunk % Chunks.ALIGNMENT != 0 || chunk >= top()) {
      throw new HeapCorruption("free(): invalid pointer", chunk + Chunks.HEADER);
    }
    if (!chunks.inUse(chunk)) {
      throw new HeapCorruption("double free or corruption (!prev)", chunk + Chunks.HEADER);
    }
  }

  /** Frees a chunk whose chunk before is in use: merges it with what comes after it. */
  private void release(long chunk, long size) {
    long after = chunk + size;
    if (after == top()) {
      chunks.create(chunk, size + chunks.size(after));
      memory.store64(topPointer, chunk);
      return;
    }
    boolean mergeable = !chunks.inUse(after);
    if (mergeable) {
      bins.remove(after);
    }
    chunks.create(chunk, mergeable ? size + chunks.size(after) : size);
    chunks.markFree(chunk);
    bins.insert(chunk);
  }

  @Override
  public long realloc(long address, long size) {
    if (address == NULL) {
      return malloc(size);
    }
    if (size < 0 || size > LARGEST_REQUEST) {
      return NULL;
    }
    long chunk = address - Chunks.HEADER;
    long needed = Chunks.sizeFor(size);
    if (needed > chunks.size(chunk)) {
      absorbAfter(chunk, needed);
    }
    if (needed > chunks.size(chunk)) {
      return move(address, size);
    }
    giveBackTail(chunk, needed);
    return address;
  }

  /** Makes a chunk larger by what is free behind it, if that is enough. */
  private void absorbAfter(long chunk, long needed) {
    long size = chunks.size(chunk);
    long after = chunk + size;
    if (after == top()) {
      if (topHolds(needed - size)) {
        moveTop(chunk + needed);
        chunks.resize(chunk, needed);
      }
    } else if (!chunks.inUse(after) && size + chunks.size(after) >= needed) {
      bins.remove(after);
      chunks.resize(chunk, size + chunks.size(after));
      chunks.markUsed(chunk);
    }
  }

  private long move(long address, long size) {
    long moved = malloc(size);
    if (moved != NULL) {
      long usable = chunks.size(address - Chunks.HEADER) - Chunks.HEADER / 2;
      memory.copy(moved, address, Math.min(usable, size));
      free(address);
    }
    return moved;
  }

  /** Cuts a chunk in use down to size if the rest can stand as a chunk. */
  private void giveBackTail(long chunk, long needed) {
    long rest = chunks.size(chunk) - needed;
    if (rest >= Chunks.SMALLEST) {
      chunks.resize(chunk, needed);
      release(chunk + needed, rest);
    }
  }

  /**
   * All blocks in the order of their addresses, free ones included; the last is the top, if there
   * is one.
   */
  public List<HeapBlock> blocks() {
    List<HeapBlock> blocks = new ArrayList<>();
    if (top() == 0) {
      return blocks;
    }
    for (long chunk = Segment.HEAP.base(); chunk < top(); chunk = chunks.after(chunk)) {
      HeapBlock.State state = chunks.inUse(chunk) ? HeapBlock.State.USED : HeapBlock.State.FREE;
      blocks.add(new HeapBlock(chunk + Chunks.HEADER, chunks.size(chunk), state));
    }
    blocks.add(new HeapBlock(top() + Chunks.HEADER, chunks.size(top()), HeapBlock.State.TOP));
    return blocks;
  }

  private long top() {
    return memory.load64(topPointer);
  }

  private long cutFromTop(long size) {
    if (!topHolds(size)) {
      return NULL;
    }
    long chunk = top();
    moveTop(chunk + size);
    chunks.resize(chunk, size);
    return chunk + Chunks.HEADER;
  }

  private void moveTop(long to) {
    long end = top() + chunks.size(top());
    memory.store64(topPointer, to);
    chunks.create(to, end - to);
  }

  /**
   * Whether a chunk of this size can be cut from the top, which grows if it must and never
   * vanishes.
   */
  private boolean topHolds(long size) {
    long start = top() == 0 ? Segment.HEAP.base() : top();
    long used = start - Segment.HEAP.base() + size + Chunks.SMALLEST;
    if (used > memory.size(Segment.HEAP)
        && !memory.map(Segment.HEAP, used + TOP_PAD)
        && !memory.map(Segment.HEAP, used)) {
      return false;
    }
    memory.store64(topPointer, start);
    chunks.create(start, Segment.HEAP.base() + memory.size(Segment.HEAP) - start);
    return true;
  }
}
