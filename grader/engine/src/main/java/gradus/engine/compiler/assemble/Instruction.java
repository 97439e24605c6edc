package gradus.engine.compiler.assemble;

import gradus.engine.compiler.code.Opcode;
import java.util.Optional;

/** An instruction whose jump target, if it has one, is still a block. */
public final class Instruction {
  private final Opcode opcode;
  private final Optional<BasicBlock> target;
  private int argument;
  private int lineno;

  Instruction(Opcode opcode, int argument, Optional<BasicBlock> target) {
    this.opcode = opcode;
    this.argument = argument;
    this.target = target;
  }

  Opcode opcode() {
    return opcode;
  }

  int argument() {
    return argument;
  }

  void setArgument(int argument) {
    this.argument = argument;
  }

  Optional<BasicBlock> target() {
    return target;
  }

  /** The line that begins with this instruction; 0 if it goes on with the one before. */
  int lineno() {
    return lineno;
  }

  /** Makes the instruction the first of a line. */
  public void setLineno(int lineno) {
    this.lineno = lineno;
  }

  /** How many code units it takes: one, and one for every further byte of its argument. */
  int size() {
    return Wordcode.size(argument);
  }
}
