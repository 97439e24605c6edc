package gradus.engine.compiler.assemble;

import gradus.engine.compiler.code.Constant;
import gradus.engine.compiler.code.Opcode;
import java.util.ArrayList;
import java.util.List;

/**
 * The optimiser that works on finished wordcode (Python/peephole.c). It folds constants,
 * straightens jumps and drops what cannot be reached; what it takes away becomes NOPs first, which
 * are squeezed out at the end.
 */
final class Peephole {
  private static final int IN = 6;
  private static final int IS_NOT = 9;

  private final Wordcode code;
  private final List<Constant> consts;
  private final ConstantFolder folder;
  private final JumpThreading jumps;
  private final int[] blocks;

  /** The constants the last instructions loaded, if they did nothing else. */
  private final List<Constant> loaded = new ArrayList<>();

  private boolean inConstants;
  private int next;

  private Peephole(Wordcode code, List<Constant> consts) {
    this.code = code;
    this.consts = consts;
    this.blocks = BlockMarks.of(code);
    this.folder = new ConstantFolder(code, consts);
    this.jumps = new JumpThreading(code);
  }

  /**
   * The code made better; constants are appended and the line table changed in place.
   *
   * @param lnotab the table as assembled; with a step of 255 in it the code stays as it is
   */
  static Wordcode optimize(Wordcode code, List<Constant> consts, byte[] lnotab) {
    for (byte step : lnotab) {
      if (step == (byte) 255) {
        return code;
      }
    }
    Wordcode copy = code.copy();
    new Peephole(copy, consts).run();
    return NopRemoval.apply(code, copy, lnotab);
  }

  private void run() {
    for (int i = effective(0); i < code.length(); i = next) {
      next = effective(i + 1);
      if (!inConstants) {
        loaded.clear();
      }
      inConstants = false;
      visit(i, startOf(i));
    }
  }

  /** The unit of the instruction proper, past its EXTENDED_ARG units. */
  private int effective(int unit) {
    int i = unit;
    while (i < code.length() && code.opcode(i) == Opcode.EXTENDED_ARG) {
      i++;
    }
    return i;
  }

  private int startOf(int unit) {
    int start = unit;
    while (start >= 1 && code.opcode(start - 1) == Opcode.EXTENDED_ARG) {
      start--;
    }
    return start;
  }

  private boolean nextIs(Opcode opcode) {
    return next < code.length() && code.opcode(next) == opcode;
  }

  private boolean sameBlock(int start, int end) {
    return blocks[start] == blocks[end];
  }

  private void visit(int i, int start) {
    switch (code.opcode(i)) {
      case UNARY_NOT -> negateJump(i, start);
      case COMPARE_OP -> negateComparison(i, start);
      case LOAD_CONST -> loadConst(i, start);
      case BUILD_TUPLE, BUILD_LIST, BUILD_SET -> buildSequence(i, start);
      case BINARY_POWER,
          BINARY_MULTIPLY,
          BINARY_TRUE_DIVIDE,
          BINARY_FLOOR_DIVIDE,
          BINARY_MODULO,
          BINARY_ADD,
          BINARY_SUBTRACT,
          BINARY_SUBSCR,
          BINARY_LSHIFT,
          BINARY_RSHIFT,
          BINARY_AND,
          BINARY_XOR,
          BINARY_OR ->
          foldOperation(i, start, 2);
      case UNARY_NEGATIVE, UNARY_INVERT, UNARY_POSITIVE -> foldOperation(i, start, 1);
      case JUMP_IF_FALSE_OR_POP, JUMP_IF_TRUE_OR_POP -> {
        int rewritten = jumps.shortenTest(i);
        if (rewritten >= 0) {
          next = rewritten;
        } else {
          jumps.shorten(i, start);
        }
      }
      case POP_JUMP_IF_FALSE,
          POP_JUMP_IF_TRUE,
          FOR_ITER,
          JUMP_FORWARD,
          JUMP_ABSOLUTE,
          CONTINUE_LOOP,
          SETUP_LOOP,
          SETUP_EXCEPT,
          SETUP_FINALLY,
          SETUP_WITH,
          SETUP_ASYNC_WITH ->
          jumps.shorten(i, start);
      case RETURN_VALUE -> dropUnreachable(i);
      default -> {}
    }
  }

  /** {@code not x} before a jump if false: a jump if true. */
  private void negateJump(int i, int start) {
    if (nextIs(Opcode.POP_JUMP_IF_FALSE) && sameBlock(start, i + 1)) {
      code.fillWithNops(start, i + 1);
      code.setOpcode(next, Opcode.POP_JUMP_IF_TRUE);
    }
  }

  /** {@code not a in b}: {@code a not in b}, and so for {@code is}. */
  private void negateComparison(int i, int start) {
    int comparison = code.argument(i);
    if (comparison >= IN
        && comparison <= IS_NOT
        && nextIs(Opcode.UNARY_NOT)
        && sameBlock(start, i + 1)) {
      code.setUnit(i, Opcode.COMPARE_OP, comparison ^ 1);
      code.fillWithNops(i + 1, next + 1);
    }
  }

  private void loadConst(int i, int start) {
    push(i);
    Constant constant = consts.get(code.argument(i));
    if (nextIs(Opcode.POP_JUMP_IF_FALSE) && sameBlock(start, i + 1) && constant.isTrue()) {
      code.fillWithNops(start, next + 1);
      pop(1);
    }
  }

  private void push(int i) {
    loaded.add(consts.get(code.argument(i)));
    inConstants = true;
  }

  private void pop(int n) {
    loaded.subList(loaded.size() - n, loaded.size()).clear();
  }

  private List<Constant> lastLoaded(int n) {
    return List.copyOf(loaded.subList(loaded.size() - n, loaded.size()));
  }

  private void buildSequence(int i, int start) {
    int size = code.argument(i);
    if (size > 0 && loaded.size() >= size) {
      int first = folder.firstOfLast(start, size);
      if (foldsSequence(i, start, first)) {
        replace(folder.foldSequence(first, i, lastLoaded(size)), size);
        return;
      }
    }
    if (nextIs(Opcode.UNPACK_SEQUENCE)
        && sameBlock(start, i + 1)
        && size == code.argument(next)
        && code.opcode(i) != Opcode.BUILD_SET) {
      swapInstead(start, size);
    }
  }

  private boolean foldsSequence(int i, int start, int first) {
    if (code.opcode(i) == Opcode.BUILD_TUPLE) {
      return sameBlock(first, start);
    }
    boolean onlyLookedAt =
        nextIs(Opcode.GET_ITER)
            || (nextIs(Opcode.COMPARE_OP)
                && (code.argumentByte(next) == IN || code.argumentByte(next) == IN + 1));
    return onlyLookedAt && sameBlock(first, i + 1);
  }

  private void replace(int written, int operands) {
    if (written >= 0) {
      pop(operands);
      push(written);
    }
  }

  /** Building a sequence only to unpack it is a rotation. */
  private void swapInstead(int start, int size) {
    if (size < 2) {
      code.fillWithNops(start, next + 1);
    } else if (size == 2) {
      code.setUnit(start, Opcode.ROT_TWO, 0);
      code.fillWithNops(start + 1, next + 1);
      loaded.clear();
    } else if (size == 3) {
      code.setUnit(start, Opcode.ROT_THREE, 0);
      code.setUnit(start + 1, Opcode.ROT_TWO, 0);
      code.fillWithNops(start + 2, next + 1);
      loaded.clear();
    }
  }

  private void foldOperation(int i, int start, int operands) {
    if (loaded.size() < operands) {
      return;
    }
    int first = folder.firstOfLast(start, operands);
    if (sameBlock(first, start)) {
      replace(folder.foldOperation(first, i, lastLoaded(operands)), operands);
    }
  }

  private void dropUnreachable(int i) {
    int end = i + 1;
    while (end < code.length() && sameBlock(i, end)) {
      end++;
    }
    if (end > i + 1) {
      code.fillWithNops(i + 1, end);
      next = effective(end);
    }
  }
}
