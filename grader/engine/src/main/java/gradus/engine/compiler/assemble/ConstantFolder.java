package gradus.engine.compiler.assemble;

import gradus.engine.compiler.code.Constant;
import gradus.engine.compiler.code.Opcode;
import gradus.engine.compiler.fold.Arithmetic;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Replaces loads of constants and what is done with them by one load of the result. */
final class ConstantFolder {
  private final Wordcode code;
  private final List<Constant> consts;

  ConstantFolder(Wordcode code, List<Constant> consts) {
    this.code = code;
    this.consts = consts;
  }

  /** Where the first of the last n loads of constants before a unit begins. */
  int firstOfLast(int unit, int n) {
    int i = unit;
    int left = n;
    while (left > 0) {
      i--;
      left -= code.opcode(i) == Opcode.LOAD_CONST ? 1 : 0;
    }
    while (i > 0 && code.opcode(i - 1) == Opcode.EXTENDED_ARG) {
      i--;
    }
    return i;
  }

  /** Folds a tuple, or what a list or set that is only looked at can be instead. */
  int foldSequence(int first, int i, List<Constant> items) {
    Constant folded =
        code.opcode(i) == Opcode.BUILD_SET
            ? new Constant.FrozenSet(new LinkedHashSet<>(members(items)))
            : new Constant.Tuple(items);
    return load(folded, first, i);
  }

  private static List<Constant> members(List<Constant> items) {
    return new Members().addAll(items);
  }

  /** Folds an operation on the constants before it; -1 if it fails or its result would be large. */
  int foldOperation(int first, int i, List<Constant> operands) {
    Optional<Constant> result =
        operands.size() == 1
            ? Arithmetic.unary(code.opcode(i), operands.get(0))
            : Arithmetic.binary(code.opcode(i), operands.get(0), operands.get(1));
    return result.isEmpty() ? -1 : load(result.get(), first, i);
  }

  private int load(Constant constant, int first, int i) {
    consts.add(constant);
    return copy(code, first, Opcode.LOAD_CONST, consts.size() - 1, i + 1);
  }

  /**
   * Writes an instruction at the end of a stretch of units, NOPs before it.
   *
   * @return its own unit, or -1 if it does not fit
   */
  static int copy(Wordcode code, int start, Opcode opcode, int argument, int end) {
    int size = Wordcode.size(argument);
    if (start + size > end) {
      return -1;
    }
    code.write(end - size, opcode, argument, size);
    code.fillWithNops(start, end - size);
    return end - 1;
  }
}
