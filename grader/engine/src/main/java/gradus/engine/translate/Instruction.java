package gradus.engine.translate;

import gradus.engine.compiler.code.Opcode;
import java.util.ArrayList;
import java.util.List;

/**
 * One instruction, its extended arguments taken in.
 *
 * @param pc where it begins, in bytes from the start of the code
 * @param next where the one after it begins
 */
record Instruction(int pc, int next, Opcode opcode, int argument) {

  /** The instructions of a code object; empty if it holds a number that none has. */
  static List<Instruction> of(byte[] code) {
    List<Instruction> all = new ArrayList<>();
    int argument = 0;
    int start = 0;
    for (int at = 0; at + 1 < code.length; at += 2) {
      int number = code[at] & 0xff;
      argument = (argument << 8) | (code[at + 1] & 0xff);
      if (number == Opcode.EXTENDED_ARG.number()) {
        continue;
      }
      if (!Opcode.exists(number)) {
        return List.of();
      }
      all.add(new Instruction(start, at + 2, Opcode.of(number), argument));
      argument = 0;
      start = at + 2;
    }
    return all;
  }

  /** Where a jump, or what a block is set up for, goes. */
  int target() {
    return opcode.jumpsRelatively() ? next + argument : argument;
  }
}
