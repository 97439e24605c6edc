package gradus.engine.lib.io;

import gradus.engine.layout.LibraryStructs;
import gradus.engine.memory.Allocator;
import gradus.engine.memory.Memory;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;

/** The array of code points in which a StringIO keeps its text (Modules/_io/stringio.c). */
final class CodePoints {

  static final int BUFFER = LibraryStructs.STRING_IO.offset("buf");
  static final int LENGTH = LibraryStructs.STRING_IO.offset("string_size");
  private static final int ALLOCATED = LibraryStructs.STRING_IO.offset("buf_size");
  private static final int UNIT = 4;

  private final Space py;
  private final Memory memory;

  CodePoints(Space py) {
    this.py = py;
    memory = py.memory;
  }

  long length(long stream) {
    return memory.load64(stream + LENGTH);
  }

  int at(long stream, long index) {
    return memory.load32(memory.load64(stream + BUFFER) + index * UNIT);
  }

  /** A str of the text between two places. */
  long text(long stream, long from, long to) {
    int[] points = new int[(int) (to - from)];
    for (int index = 0; index < points.length; index++) {
      points[index] = at(stream, from + index);
    }
    return py.strs.of(points);
  }

  /** Overwrites from a place on; what lies between the text's end and the place becomes zeros. */
  void write(long stream, long place, int[] points) {
    long end = place + points.length;
    long length = length(stream);
    if (end > length) {
      makeRoom(stream, end);
      long buffer = memory.load64(stream + BUFFER);
      if (place > length) {
        memory.fill(buffer + length * UNIT, (place - length) * UNIT, 0);
      }
      memory.store64(stream + LENGTH, end);
    }
    long first = memory.load64(stream + BUFFER) + place * UNIT;
    for (int index = 0; index < points.length; index++) {
      memory.store32(first + (long) index * UNIT, points[index]);
    }
  }

  void truncate(long stream, long length) {
    if (length < length(stream)) {
      makeRoom(stream, length);
      memory.store64(stream + LENGTH, length);
    }
  }

  /** Makes the array fit a text, with an eighth to spare when it grows slowly. */
  private void makeRoom(long stream, long length) {
    long size = length + 1;
    long allocated = memory.load64(stream + ALLOCATED);
    if (size >= allocated / 2 && size < allocated) {
      return;
    }
    boolean slowly = size >= allocated && size < allocated * 9 / 8;
    long wanted = slowly ? size + (size >> 3) + (size < 9 ? 3 : 6) : size + 1;
    long buffer = py.allocator.realloc(memory.load64(stream + BUFFER), wanted * UNIT);
    if (buffer == Allocator.NULL) {
      throw Raise.memoryError();
    }
    memory.store64(stream + BUFFER, buffer);
    memory.store64(stream + ALLOCATED, wanted);
  }

  /** Gives the array back. */
  void release(long stream) {
    if (memory.load64(stream + BUFFER) != 0) {
      py.allocator.free(memory.load64(stream + BUFFER));
      memory.store64(stream + BUFFER, 0);
    }
    memory.store64(stream + ALLOCATED, 0);
    memory.store64(stream + LENGTH, 0);
  }
}
