package gradus.engine.compiler.assemble;

import gradus.engine.compiler.code.Bytes;
import gradus.engine.compiler.code.Code;
import gradus.engine.compiler.code.Constant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Lays out blocks as wordcode (Python/compile.c, {@code assemble}). */
public final class Assembler {
  private final Draft draft;
  private final List<BasicBlock> blocks;

  private Assembler(Draft draft) {
    this.draft = draft;
    this.blocks = inOrder(draft.entry());
  }

  public static Code assemble(Draft draft) {
    return new Assembler(draft).run();
  }

  private Code run() {
    resolveJumps();
    int firstLineno = firstLineno();
    Wordcode code = new Wordcode(256);
    LineTable lines = new LineTable(firstLineno);
    for (BasicBlock block : blocks) {
      for (Instruction instruction : block.instructions()) {
        if (instruction.lineno() != 0) {
          lines.add(code.length() * Wordcode.UNIT, instruction.lineno());
        }
        code.append(instruction.opcode(), instruction.argument());
      }
    }
    List<Constant> consts = new ArrayList<>(draft.consts());
    byte[] lnotab = lines.toByteArray();
    Bytes optimized = Peephole.optimize(code, consts, lnotab).toBytes();
    return new Code(
        draft.name(),
        draft.argcount(),
        draft.kwonlyargcount(),
        draft.varnames().size(),
        StackDepth.of(draft.entry()),
        draft.flags(),
        optimized,
        consts,
        draft.names(),
        draft.varnames(),
        draft.freevars(),
        draft.cellvars(),
        draft.filename(),
        firstLineno,
        Bytes.of(lnotab));
  }

  private int firstLineno() {
    if (draft.firstlineno() != 0) {
      return draft.firstlineno();
    }
    List<Instruction> first = draft.entry().instructions();
    return first.isEmpty() || first.get(0).lineno() == 0 ? 1 : first.get(0).lineno();
  }

  /** A step of the depth-first walk: look at a block's jumps, from one on. */
  private static final class Step {
    final BasicBlock block;
    int index;

    Step(BasicBlock block) {
      this.block = block;
    }
  }

  /** The blocks that can be reached, in reverse postorder: what follows first, then the jumps. */
  private static List<BasicBlock> inOrder(BasicBlock entry) {
    List<BasicBlock> order = new ArrayList<>();
    Deque<Step> steps = new ArrayDeque<>();
    pushChain(entry, steps);
    while (!steps.isEmpty()) {
      Step step = steps.element();
      if (step.index == step.block.instructions().size()) {
        order.add(steps.pop().block);
      } else {
        step.block.instructions().get(step.index++).target().ifPresent(b -> pushChain(b, steps));
      }
    }
    order.forEach(block -> block.setSeen(false));
    Collections.reverse(order);
    return order;
  }

  private static void pushChain(BasicBlock start, Deque<Step> steps) {
    Optional<BasicBlock> block = Optional.of(start);
    while (block.isPresent() && !block.get().seen()) {
      block.get().setSeen(true);
      steps.push(new Step(block.get()));
      block = block.get().next();
    }
  }

  /** Gives jumps their arguments; again, as long as larger arguments move the blocks. */
  private void resolveJumps() {
    int before;
    int total = 0;
    do {
      before = total;
      total = 0;
      for (BasicBlock block : blocks) {
        block.setOffset(total);
        for (Instruction instruction : block.instructions()) {
          total += instruction.size();
        }
      }
      blocks.forEach(Assembler::resolveJumps);
    } while (total != before);
  }

  private static void resolveJumps(BasicBlock block) {
    int end = block.offset();
    for (Instruction instruction : block.instructions()) {
      end += instruction.size();
      if (instruction.target().isPresent()) {
        int target = instruction.target().get().offset();
        int start = instruction.opcode().jumpsRelatively() ? end : 0;
        instruction.setArgument((target - start) * Wordcode.UNIT);
      }
    }
  }
}
