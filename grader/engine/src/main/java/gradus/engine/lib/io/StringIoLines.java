package gradus.engine.lib.io;

import gradus.engine.memory.Memory;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;

/** Reads from a StringIO: up to where a line ends, by the stream's own rule for that. */
final class StringIoLines {

  private final Space py;
  private final Memory memory;
  private final CodePoints points;

  StringIoLines(Space py, CodePoints points) {
    this.py = py;
    this.points = points;
    memory = py.memory;
  }

  /** The stream itself, if it can be used. */
  static long open(Memory memory, long stream) {
    if (memory.load8(stream + StringIo.OK) == 0) {
      throw Raise.valueError("I/O operation on uninitialized object");
    }
    if (memory.load8(stream + StringIo.CLOSED) != 0) {
      throw Raise.valueError("I/O operation on closed file");
    }
    return stream;
  }

  /** At most so many code points, all for -1. */
  long read(long self, long amount) {
    open(memory, self);
    long position = memory.load64(self + StringIo.POSITION);
    long left = points.length(self) - position;
    return take(self, amount < 0 || amount > left ? Math.max(left, 0) : amount);
  }

  /** So many code points from the position on. */
  private long take(long self, long amount) {
    long position = memory.load64(self + StringIo.POSITION);
    long text = points.text(self, position, position + amount);
    memory.store64(self + StringIo.POSITION, position + amount);
    return text;
  }

  /** The rest of the line, or at most so many code points of it if there is a limit. */
  long line(long self, long limit) {
    open(memory, self);
    long position = memory.load64(self + StringIo.POSITION);
    long length = points.length(self);
    long end = limit < 0 ? length : Math.min(length, position + limit);
    return take(self, position >= length ? 0 : lineEnd(self, position, end) - position);
  }

  private long lineEnd(long self, long from, long to) {
    boolean all =
        memory.load8(self + StringIo.UNIVERSAL) != 0
            && memory.load8(self + StringIo.TRANSLATE) == 0;
    long ending = memory.load64(self + StringIo.READ_END);
    boolean feed = ending == 0 || py.strs.length(ending) == 0 || py.strs.at(ending, 0) == '\n';
    int size = ending == 0 || all ? 1 : py.strs.length(ending);
    for (long at = from; at < to; at++) {
      int point = points.at(self, at);
      boolean pair = point == '\r' && at + 1 < to && points.at(self, at + 1) == '\n';
      if (all && (point == '\n' || point == '\r')) {
        return at + (pair ? 2 : 1);
      }
      if (!all && (feed ? point == '\n' : point == '\r' && (size == 1 || pair))) {
        return at + size;
      }
    }
    return to;
  }
}
