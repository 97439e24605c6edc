package gradus.engine.process;

import gradus.engine.memory.HeapBlock;
import java.util.List;

/**
 * How a heap is filled, in bytes of chunks, headers included.
 *
 * @param blocks in use
 * @param requested bytes the program asked for, in use now
 * @param used bytes of the chunks that serve them
 * @param free bytes of free chunks below the top
 * @param largestFree bytes of the largest of these
 * @param top bytes behind all chunks
 */
public record HeapStatistics(
    int blocks, long requested, long used, long free, long largestFree, long top) {

  static HeapStatistics of(List<HeapBlock> chunks, int blocks, long requested) {
    return new HeapStatistics(
        blocks,
        requested,
        sum(chunks, HeapBlock.State.USED),
        sum(chunks, HeapBlock.State.FREE),
        chunks.stream()
            .filter(chunk -> chunk.state() == HeapBlock.State.FREE)
            .mapToLong(HeapBlock::size)
            .max()
            .orElse(0),
        sum(chunks, HeapBlock.State.TOP));
  }

  private static long sum(List<HeapBlock> chunks, HeapBlock.State state) {
    return chunks.stream().filter(chunk -> chunk.state() == state).mapToLong(HeapBlock::size).sum();
  }

  /** Bytes mapped: everything. */
  public long footprint() {
    return used + free + top;
  }

  /** The share of used bytes that nobody asked for: headers and rounding; 0 to 1. */
  public double internalFragmentation() {
    return used == 0 ? 0 : 1 - (double) requested / used;
  }

  /** The share of free bytes outside the largest free chunk; 0 if one chunk has them all. */
  public double externalFragmentation() {
    return free == 0 ? 0 : 1 - (double) largestFree / free;
  }
}
