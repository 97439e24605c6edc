package gradus.engine.process;

import gradus.engine.memory.Allocator;
import gradus.engine.memory.GeneralHeap;
import gradus.engine.memory.Memory;
import gradus.engine.memory.StaticData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A malloc heap that remembers every request and where it was made, and that reads and writes only
 * where the program may.
 *
 * <pre>{@code
 * WatchedHeap heap = WatchedHeap.in(memory);
 * long block = heap.at("main.c:3").malloc(16);
 * heap.at("main.c:4").free(block);
 * heap.load64(block);
 * // HeapMisuse: read of 8 bytes at 0x400000010, in the block of 16 bytes
 * // allocated at main.c:3 and freed at main.c:4
 * }</pre>
 */
public final class WatchedHeap implements Allocator {

  private final Memory memory;
  private final GeneralHeap heap;
  private final TreeMap<Long, WatchedBlock> blocks = new TreeMap<>();
  private final List<HeapEvent> trace = new ArrayList<>();
  private String site = "?";

  private WatchedHeap(Memory memory) {
    this.memory = memory;
    heap = new GeneralHeap(memory, new StaticData(memory));
  }

  /** A heap in the heap segment of a memory that nobody else allocates from. */
  public static WatchedHeap in(Memory memory) {
    return new WatchedHeap(memory);
  }

  /** Says where in the program the next requests stand. */
  public WatchedHeap at(String newSite) {
    site = newSite;
    return this;
  }

  @Override
  public long malloc(long size) {
    return handedOut(heap.malloc(size), size);
  }

  @Override
  public long calloc(long count, long size) {
    return handedOut(heap.calloc(count, size), count * size);
  }

  private long handedOut(long address, long size) {
    if (address != NULL) {
      enter(address, size);
      trace.add(new HeapEvent(HeapEvent.Kind.MALLOC, address, size, site));
    }
    return address;
  }

  /** A freed block that reached into the new one is no longer there to be found. */
  private void enter(long address, long size) {
    Map.Entry<Long, WatchedBlock> before = blocks.lowerEntry(address);
    if (before != null && before.getValue().holds(address, 1)) {
      blocks.remove(before.getKey());
    }
    blocks.subMap(address, address + Math.max(1, size)).clear();
    blocks.put(address, new WatchedBlock(address, size, site, ""));
  }

  /**
   * Gives a block back.
   *
   * @throws HeapMisuse if it is free already or never was a block
   */
  @Override
  public void free(long address) {
    if (address == NULL) {
      return;
    }
    WatchedBlock block = requireBlock("free", address);
    heap.free(address);
    leave(block);
  }

  private void leave(WatchedBlock block) {
    blocks.put(block.address(), block.freed(site));
    trace.add(new HeapEvent(HeapEvent.Kind.FREE, block.address(), block.size(), site));
  }

  /**
   * Resizes a block, or moves it.
   *
   * @throws HeapMisuse if it is free already or never was a block
   */
  @Override
  public long realloc(long address, long size) {
    if (address == NULL) {
      return malloc(size);
    }
    WatchedBlock block = requireBlock("realloc", address);
    long moved = heap.realloc(address, size);
    if (moved == address) {
      enter(address, size);
      trace.add(new HeapEvent(HeapEvent.Kind.RESIZE, address, size, site));
    } else if (moved != NULL) {
      handedOut(moved, size);
      leave(block);
    }
    return moved;
  }

  private WatchedBlock requireBlock(String function, long address) {
    WatchedBlock block = blocks.get(address);
    if (block == null) {
      String message = "%s(0x%x) at %s: no block starts there".formatted(function, address, site);
      throw new HeapMisuse(HeapMisuse.Kind.INVALID_FREE, address, message);
    }
    if (block.isFreed()) {
      String message =
          "%s(0x%x) at %s: the block of %d bytes allocated at %s was freed at %s"
              .formatted(
                  function, address, site, block.size(), block.allocatedAt(), block.freedAt());
      throw new HeapMisuse(HeapMisuse.Kind.DOUBLE_FREE, address, message);
    }
    return block;
  }

  /**
   * Reads eight bytes of a block in use.
   *
   * @throws HeapMisuse if they are not all in one
   */
  public long load64(long address) {
    requireUsable("read", address, Long.BYTES);
    return memory.load64(address);
  }

  /**
   * Writes eight bytes of a block in use.
   *
   * @throws HeapMisuse if they are not all in one; nothing is written then
   */
  public void store64(long address, long value) {
    requireUsable("write", address, Long.BYTES);
    memory.store64(address, value);
  }

  /**
   * Throws unless a range lies in one block in use.
   *
   * @param access read or write, for the message
   */
  public void requireUsable(String access, long address, long size) {
    Map.Entry<Long, WatchedBlock> entry = blocks.floorEntry(address);
    WatchedBlock block = entry == null ? null : entry.getValue();
    if (block == null || !block.holds(address, size)) {
      String message =
          "%s of %d bytes at 0x%x, which are not all in one block".formatted(access, size, address);
      throw new HeapMisuse(HeapMisuse.Kind.OUT_OF_BOUNDS, address, message);
    }
    if (block.isFreed()) {
      String message =
          "%s of %d bytes at 0x%x, in the block of %d bytes allocated at %s and freed at %s"
              .formatted(access, size, address, block.size(), block.allocatedAt(), block.freedAt());
      throw new HeapMisuse(HeapMisuse.Kind.USE_AFTER_FREE, address, message);
    }
  }

  /** All requests so far that were served. */
  public List<HeapEvent> trace() {
    return List.copyOf(trace);
  }

  /** The blocks in use, in the order of their addresses: at a program's end, its leaks. */
  public List<WatchedBlock> live() {
    return blocks.values().stream().filter(block -> !block.isFreed()).toList();
  }

  /** A line for each block in use, and their sum: what a program that ends now leaks. */
  public String leakReport() {
    StringBuilder report = new StringBuilder();
    long bytes = 0;
    for (WatchedBlock block : live()) {
      report.append(
          "0x%x %6d bytes allocated at %s\n"
              .formatted(block.address(), block.size(), block.allocatedAt()));
      bytes += block.size();
    }
    report.append("%d blocks, %d bytes leaked\n".formatted(live().size(), bytes));
    return report.toString();
  }

  /** How the heap is filled now. */
  public HeapStatistics statistics() {
    List<WatchedBlock> live = live();
    long requested = live.stream().mapToLong(WatchedBlock::size).sum();
    return HeapStatistics.of(heap.blocks(), live.size(), requested);
  }

  /** The heap as text, a character for so many bytes; see {@link HeapMap}. */
  public String map(int bytesPerCharacter) {
    return new HeapMap(heap.blocks(), bytesPerCharacter).toString();
  }
}
