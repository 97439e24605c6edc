package gradus.engine.process;

import gradus.engine.memory.HeapBlock;
import gradus.engine.memory.Memory;
import java.util.List;

/**
 * A heap as text: a line for each page, a character for so many bytes.
 *
 * <pre>
 * 000400000000  [##[####(......[##~~~~~~~
 * </pre>
 *
 * <p>A chunk in use is {@code [###}, a free one {@code (...}, and {@code ~} is the top. Pages of
 * nothing but top are left out.
 */
final class HeapMap {

  private static final int GRAIN = 16;
  private static final int HEADER = 16;

  private final List<HeapBlock> chunks;
  private final int scale;

  HeapMap(List<HeapBlock> chunks, int bytesPerCharacter) {
    if (bytesPerCharacter < GRAIN || Memory.PAGE_SIZE % bytesPerCharacter != 0) {
      throw new IllegalArgumentException(
          "a character stands for a power of two of bytes from 16 to 4096, not "
              + bytesPerCharacter);
    }
    this.chunks = chunks;
    scale = bytesPerCharacter;
  }

  @Override
  public String toString() {
    if (chunks.isEmpty()) {
      return "";
    }
    StringBuilder cells = new StringBuilder();
    for (HeapBlock chunk : chunks) {
      append(cells, chunk);
    }
    return lines(cells, chunks.get(0).address() - HEADER, Memory.PAGE_SIZE / scale);
  }

  /** A cell shows the last chunk that has bytes in it. */
  private void append(StringBuilder cells, HeapBlock chunk) {
    long start = chunk.address() - chunks.get(0).address();
    int from = (int) (start / scale);
    int to = (int) ((start + chunk.size() - 1) / scale);
    cells.setLength(from);
    switch (chunk.state()) {
      case USED -> cells.append('[').append("#".repeat(to - from));
      case FREE -> cells.append('(').append(".".repeat(to - from));
      case TOP -> cells.append("~".repeat(to - from + 1));
    }
  }

  private String lines(StringBuilder cells, long start, int width) {
    StringBuilder map = new StringBuilder();
    for (int cell = 0; cell < cells.length(); cell += width) {
      String line = cells.substring(cell, Math.min(cells.length(), cell + width));
      if (cell == 0 || !line.chars().allMatch(c -> c == '~')) {
        map.append("%012x  %s\n".formatted(start + (long) cell * scale, line));
      }
    }
    return map.toString();
  }
}
