package gradus.engine.vm;

import gradus.engine.layout.CodeStructs;
import gradus.engine.memory.Memory;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;

/**
 * Lets a trace function move a frame to another line, {@code frame.f_lineno = 7}, where the value
 * stack and the block stack allow it (frame_setlineno in Objects/frameobject.c).
 */
final class LineJump {

  private static final int NOWHERE = -1;
  private static final int BLOCK_SIZE = CodeStructs.BLOCK.size();

  private final Space py;
  private final Memory memory;
  private final CodeObjects codes;

  LineJump(Space py, CodeObjects codes) {
    this.py = py;
    this.codes = codes;
    memory = py.memory;
  }

  /** Moves a frame to the line that a Python object says. */
  void to(long frame, long line) {
    if (line == 0 || !py.ints.is(line)) {
      throw Raise.valueError("lineno must be an integer");
    }
    requireStopped(frame);
    long code = memory.load64(frame + Frames.CODE);
    CodeObjects.LineRange target = target(code, (int) py.numbers.longArgument(line));
    byte[] words = py.bytes.content(memory.load64(code + CodeObjects.CODE));
    int from = memory.load32(frame + Frames.LASTI);
    requirePlain(words, from, target.from());
    int blocks = blocksAt(frame, words, from, target.from());
    while (memory.load32(frame + Frames.IBLOCK) > blocks) {
      leaveBlock(frame, words);
    }
    memory.store32(frame + Frames.LINENO, target.line());
    memory.store32(frame + Frames.LASTI, target.from());
  }

  /** Only at the beginning of a line, and after a yield, is the value stack known. */
  private void requireStopped(long frame) {
    if (memory.load32(frame + Frames.LASTI) == -1) {
      throw Raise.valueError("can't jump from the 'call' trace event of a new frame");
    }
    if (memory.load64(frame + Frames.TRACE) == 0) {
      throw Raise.valueError("f_lineno can only be set by a trace function");
    }
    if (memory.load64(frame + Frames.STACKTOP) == 0) {
      throw Raise.valueError("can only jump from a 'line' trace event");
    }
  }

  /** Where the first line begins that is not before the wanted one. */
  private CodeObjects.LineRange target(long code, int wanted) {
    if (wanted < memory.load32(code + CodeObjects.FIRSTLINE)) {
      throw Raise.valueError("line %d comes before the current code block".formatted(wanted));
    }
    CodeObjects.LineRange found = codes.lineFrom(code, wanted);
    if (found.from() < 0) {
      throw Raise.valueError("line %d comes after the current code block".formatted(wanted));
    }
    return found;
  }

  private static void requirePlain(byte[] words, int from, int to) {
    int now = words[from] & 0xff;
    if (now == Ops.YIELD_VALUE || now == Ops.YIELD_FROM) {
      throw Raise.valueError("can't jump from a yield statement");
    }
    int next = words[to] & 0xff;
    if (next == Ops.DUP_TOP || next == Ops.POP_TOP) {
      throw Raise.valueError("can't jump to 'except' line as there's no exception");
    }
    if (finallyAround(words, from) != finallyAround(words, to)) {
      throw Raise.valueError("can't jump into or out of a 'finally' block");
    }
  }

  /** Where the block begins in whose finally clause an instruction lies. */
  private static int finallyAround(byte[] words, int offset) {
    int[] starts = new int[CodeStructs.MAX_BLOCKS + 1];
    boolean[] inFinally = new boolean[starts.length];
    int depth = 0;
    for (int at = 0; at <= offset; at += 2) {
      int op = words[at] & 0xff;
      boolean cleans = depth > 0 && cleansUp(words[starts[depth - 1]] & 0xff);
      if (setsUp(op)) {
        starts[depth] = at;
        inFinally[depth++] = false;
      } else if (op == Ops.POP_BLOCK && cleans) {
        inFinally[depth - 1] = true;
      } else if ((op == Ops.POP_BLOCK && depth > 0) || (op == Ops.END_FINALLY && cleans)) {
        depth--;
      }
    }
    while (depth > 0 && !inFinally[depth - 1]) {
      depth--;
    }
    return depth > 0 ? starts[depth - 1] : NOWHERE;
  }

  /** How many blocks there are around the instruction jumped to, none of them a new one. */
  private int blocksAt(long frame, byte[] words, int from, int to) {
    int change = 0;
    int least = 0;
    for (int at = Math.min(from, to); at < Math.max(from, to); at += 2) {
      int op = words[at] & 0xff;
      if (setsUp(op)) {
        change++;
      } else if (op == Ops.POP_BLOCK) {
        change--;
      }
      least = Math.min(least, change);
    }
    int now = memory.load32(frame + Frames.IBLOCK);
    int blocks = to > from ? now + change : now - change;
    if (blocks > now + least) {
      throw Raise.valueError("can't jump into the middle of a block");
    }
    return blocks;
  }

  private void leaveBlock(long frame, byte[] words) {
    int count = memory.load32(frame + Frames.IBLOCK) - 1;
    memory.store32(frame + Frames.IBLOCK, count);
    long block = frame + Frames.BLOCKSTACK + (long) count * BLOCK_SIZE;
    long bottom = memory.load64(frame + Frames.VALUESTACK);
    long level = bottom + 8L * memory.load32(block + 8);
    while (memory.load64(frame + Frames.STACKTOP) > level) {
      pop(frame);
    }
    int handler = memory.load32(block + 4);
    if (memory.load32(block) == Ops.SETUP_FINALLY
        && (words[handler] & 0xff) == Ops.WITH_CLEANUP_START) {
      pop(frame); // the manager's __exit__
    }
  }

  private void pop(long frame) {
    long top = memory.load64(frame + Frames.STACKTOP) - 8;
    memory.store64(frame + Frames.STACKTOP, top);
    py.xdecref(memory.load64(top));
  }

  private static boolean setsUp(int op) {
    return op == Ops.SETUP_LOOP || op == Ops.SETUP_EXCEPT || cleansUp(op);
  }

  private static boolean cleansUp(int op) {
    return op == Ops.SETUP_FINALLY || op == Ops.SETUP_WITH || op == Ops.SETUP_ASYNC_WITH;
  }
}
