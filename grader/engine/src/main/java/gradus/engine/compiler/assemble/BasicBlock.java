package gradus.engine.compiler.assemble;

import gradus.engine.compiler.code.Opcode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Instructions that are entered at the first only, and the block that follows in the text. */
public final class BasicBlock {
  private final List<Instruction> instructions = new ArrayList<>();
  private Optional<BasicBlock> next = Optional.empty();
  private boolean returns;
  private boolean seen;
  private int startDepth = -1;
  private int offset;

  /** Adds an instruction without a jump target. */
  public Instruction add(Opcode opcode, int argument) {
    returns |= opcode == Opcode.RETURN_VALUE;
    return add(new Instruction(opcode, argument, Optional.empty()));
  }

  /** Adds a jump. */
  public Instruction add(Opcode opcode, BasicBlock target) {
    return add(new Instruction(opcode, 0, Optional.of(target)));
  }

  private Instruction add(Instruction instruction) {
    instructions.add(instruction);
    return instruction;
  }

  /** Whether one of its instructions returns from the function. */
  public boolean returns() {
    return returns;
  }

  /** Puts a block after this one. */
  public void setNext(BasicBlock block) {
    next = Optional.of(block);
  }

  Optional<BasicBlock> next() {
    return next;
  }

  List<Instruction> instructions() {
    return instructions;
  }

  boolean seen() {
    return seen;
  }

  void setSeen(boolean seen) {
    this.seen = seen;
  }

  int startDepth() {
    return startDepth;
  }

  void setStartDepth(int startDepth) {
    this.startDepth = startDepth;
  }

  /** Where the block begins, in code units. */
  int offset() {
    return offset;
  }

  void setOffset(int offset) {
    this.offset = offset;
  }
}
