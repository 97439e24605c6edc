package gradus.engine.compiler.assemble;

import gradus.engine.compiler.code.Opcode;

/** Makes jumps to jumps go where they end. */
final class JumpThreading {
  private final Wordcode code;

  JumpThreading(Wordcode code) {
    this.code = code;
  }

  /** The unit a jump goes to. */
  static int target(Wordcode code, int i) {
    int start = code.opcode(i).jumpsAbsolutely() ? 0 : i + 1;
    return code.argument(i) / Wordcode.UNIT + start;
  }

  private int effective(int unit) {
    int i = unit;
    while (code.opcode(i) == Opcode.EXTENDED_ARG) {
      i++;
    }
    return i;
  }

  private static boolean isUnconditional(Opcode opcode) {
    return opcode == Opcode.JUMP_ABSOLUTE || opcode == Opcode.JUMP_FORWARD;
  }

  private static boolean isTest(Opcode opcode) {
    return switch (opcode) {
      case POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE, JUMP_IF_FALSE_OR_POP, JUMP_IF_TRUE_OR_POP -> true;
      default -> false;
    };
  }

  private static boolean jumpsOnTrue(Opcode opcode) {
    return opcode == Opcode.POP_JUMP_IF_TRUE || opcode == Opcode.JUMP_IF_TRUE_OR_POP;
  }

  /**
   * Lets a test that jumps to a second test profit from what the first has found: the second would
   * jump as well, or certainly not.
   *
   * @return the unit of the rewritten instruction, or -1 if it stays
   */
  int shortenTest(int i) {
    Opcode opcode = code.opcode(i);
    int second = effective(code.argument(i) / Wordcode.UNIT);
    Opcode secondOpcode = code.opcode(second);
    if (!isTest(secondOpcode)) {
      return -1;
    }
    boolean alike = jumpsOnTrue(secondOpcode) == jumpsOnTrue(opcode);
    int target = alike ? code.argument(second) : (second + 1) * Wordcode.UNIT;
    int written = setArgument(i, target);
    if (written >= 0) {
      Opcode popping = jumpsOnTrue(opcode) ? Opcode.POP_JUMP_IF_TRUE : Opcode.POP_JUMP_IF_FALSE;
      code.setOpcode(written, alike ? secondOpcode : popping);
    }
    return written;
  }

  /** Lets a jump to an unconditional jump, or to a return, do that itself. */
  void shorten(int i, int start) {
    Opcode opcode = code.opcode(i);
    int target = effective(target(code, i));
    if (isUnconditional(opcode) && code.opcode(target) == Opcode.RETURN_VALUE) {
      code.setUnit(start, Opcode.RETURN_VALUE, 0);
      code.fillWithNops(start + 1, i + 1);
    } else if (isUnconditional(code.opcode(target))) {
      redirect(i, start, opcode, target(code, target));
    }
  }

  private void redirect(int i, int start, Opcode opcode, int finalTarget) {
    // An absolute jump can also go backwards.
    Opcode jump = opcode == Opcode.JUMP_FORWARD ? Opcode.JUMP_ABSOLUTE : opcode;
    int distance = jump.jumpsAbsolutely() ? finalTarget : finalTarget - (i + 1);
    if (distance >= 0) {
      copy(start, jump, distance * Wordcode.UNIT, i + 1);
    }
  }

  /** Writes an instruction at the end of a stretch of units, if it fits; NOPs before it. */
  private void copy(int start, Opcode opcode, int argument, int end) {
    ConstantFolder.copy(code, start, opcode, argument, end);
  }

  /** Gives an instruction another argument if that is no larger; -1 if it is. */
  private int setArgument(int i, int argument) {
    int current = code.argument(i);
    if (current == argument) {
      return i;
    }
    int currentSize = Wordcode.size(current);
    int newSize = Wordcode.size(argument);
    if (currentSize < newSize) {
      return -1;
    }
    int start = i + 1 - currentSize;
    code.write(start, code.opcode(i), argument, newSize);
    code.fillWithNops(start + newSize, i + 1);
    return start + newSize - 1;
  }
}
