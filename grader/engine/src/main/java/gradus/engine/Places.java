package gradus.engine;

import gradus.engine.compiler.code.Opcode;
import gradus.engine.layout.CodeStructs;
import gradus.engine.lib.Python;
import gradus.engine.memory.Memory;

/** Reads from frames where they stand. */
final class Places {

  private static final int LASTI = CodeStructs.FRAME.offset("f_lasti");
  private static final int CODE = CodeStructs.FRAME.offset("f_code");
  private static final int NAME = CodeStructs.CODE.offset("co_name");

  private final Python python;
  private final Memory memory;

  Places(Python python) {
    this.python = python;
    memory = python.py.memory;
  }

  Event.Place of(long frame) {
    String name = python.py.strs.text(memory.load64(code(frame) + NAME));
    return new Event.Place(frame, name, line(frame, lasti(frame)), lasti(frame));
  }

  long code(long frame) {
    return memory.load64(frame + CODE);
  }

  int lasti(long frame) {
    return memory.load32(frame + LASTI);
  }

  /** The name of the instruction a frame stands at; empty before the first. */
  String instruction(long frame) {
    int lasti = lasti(frame);
    if (lasti < 0) {
      return "";
    }
    long code = memory.load64(code(frame) + CodeStructs.CODE.offset("co_code"));
    return Opcode.of(python.py.bytes.content(code)[lasti] & 0xff).name();
  }

  private int line(long frame, int lasti) {
    return python.machine.codes.line(code(frame), lasti);
  }
}
