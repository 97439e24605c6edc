package gradus.engine.compiler.assemble;

import gradus.engine.compiler.code.Opcode;

/** Numbers the stretches of code between jump targets: within one, nothing jumps in. */
final class BlockMarks {
  private BlockMarks() {}

  /** For every unit the number of its stretch. */
  static int[] of(Wordcode code) {
    int[] blocks = new int[code.length()];
    for (int i = 0; i < code.length(); i++) {
      Opcode opcode = code.opcode(i);
      if (opcode.jumpsRelatively() || opcode.jumpsAbsolutely()) {
        blocks[JumpThreading.target(code, i)] = 1;
      }
    }
    int block = 0;
    for (int i = 0; i < blocks.length; i++) {
      block += blocks[i];
      blocks[i] = block;
    }
    return blocks;
  }
}
