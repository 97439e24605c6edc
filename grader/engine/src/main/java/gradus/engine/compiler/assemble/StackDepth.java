package gradus.engine.compiler.assemble;

import gradus.engine.compiler.code.Opcode;
import gradus.engine.compiler.code.StackEffect;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The stack size of a code: the deepest the value stack gets on any way through its blocks, as
 * CPython 3.6 estimates it. A walk by hand-kept frames, since the ways can be long.
 */
final class StackDepth {
  private final Deque<Visit> way = new ArrayDeque<>();
  private int deepest;

  /** A block on the way, and how far it has been walked. */
  private static final class Visit {
    final BasicBlock block;
    int depth;
    int index;

    Visit(BasicBlock block, int depth) {
      this.block = block;
      this.depth = depth;
    }
  }

  static int of(BasicBlock entry) {
    StackDepth walk = new StackDepth();
    walk.enter(entry, 0);
    while (!walk.way.isEmpty()) {
      walk.goOn(walk.way.element());
    }
    return walk.deepest;
  }

  private void enter(BasicBlock block, int depth) {
    if (block.seen() || block.startDepth() >= depth) {
      return;
    }
    block.setSeen(true);
    block.setStartDepth(depth);
    way.push(new Visit(block, depth));
  }

  private void goOn(Visit visit) {
    while (visit.index < visit.block.instructions().size()) {
      Instruction instruction = visit.block.instructions().get(visit.index++);
      visit.depth += StackEffect.of(instruction.opcode(), instruction.argument());
      deepest = Math.max(deepest, visit.depth);
      if (instruction.target().isPresent()) {
        jump(visit, instruction, instruction.target().get());
        return;
      }
    }
    if (visit.index++ == visit.block.instructions().size()) {
      Optional<BasicBlock> next = visit.block.next();
      if (next.isPresent()) {
        enter(next.get(), visit.depth);
        return;
      }
    }
    leave(visit);
  }

  private void leave(Visit visit) {
    visit.block.setSeen(false);
    way.pop();
  }

  private void jump(Visit visit, Instruction instruction, BasicBlock target) {
    int targetDepth = visit.depth;
    switch (instruction.opcode()) {
      case FOR_ITER -> targetDepth -= 2;
      case SETUP_FINALLY, SETUP_EXCEPT -> {
        targetDepth += 3;
        deepest = Math.max(deepest, targetDepth);
      }
      case JUMP_IF_TRUE_OR_POP, JUMP_IF_FALSE_OR_POP -> visit.depth--;
      default -> {}
    }
    if (leavesForGood(instruction.opcode())) {
      visit.index = visit.block.instructions().size() + 1;
    }
    enter(target, targetDepth);
  }

  private static boolean leavesForGood(Opcode opcode) {
    return opcode == Opcode.JUMP_ABSOLUTE || opcode == Opcode.JUMP_FORWARD;
  }
}
