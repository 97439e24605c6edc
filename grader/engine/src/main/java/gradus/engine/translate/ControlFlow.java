package gradus.engine.translate;

import gradus.engine.compiler.code.Opcode;
import gradus.engine.compiler.code.StackEffect;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be known of a code object without running it: how deep both stacks are before each
 * instruction, and where one can come from elsewhere.
 *
 * <p>Only the ways that translated code goes are followed. An exception's way through a finally
 * clause and what a finally clause does after a return are the interpreter's.
 */
final class ControlFlow {

  /** What a handler finds on the value stack: two exceptions, three values each. */
  private static final int EXCEPTIONS = 6;

  private static final int MOST_BLOCKS = 20;

  private final Map<Integer, Instruction> instructions = new HashMap<>();
  private final Map<Integer, Place> places = new HashMap<>();
  private final BitSet targets = new BitSet();
  private final BitSet entries = new BitSet();
  private final BitSet deleted = new BitSet();
  private final Deque<Integer> waiting = new ArrayDeque<>();
  private final int deepest;
  private boolean sound;

  private ControlFlow(List<Instruction> all, Source source) {
    deepest = source.sizes().stack();
    sound = all.stream().allMatch(source.sizes()::allow);
    for (Instruction one : all) {
      instructions.put(one.pc(), one);
      if (sound && one.opcode() == Opcode.DELETE_FAST) {
        deleted.set(one.argument());
      }
    }
    BitSet assigned = (BitSet) source.arguments().clone();
    assigned.andNot(deleted);
    entries.set(0);
    reach(0, new Place(0, List.of(), assigned));
    while (sound && !waiting.isEmpty()) {
      follow(waiting.removeLast());
    }
  }

  /**
   * The flow of a code object's instructions.
   *
   * @return null if two ways to one instruction differ in what they leave on the stacks, or if an
   *     instruction refers to what there is not, as code made by hand may
   */
  static @Nullable ControlFlow of(List<Instruction> all, Source source) {
    ControlFlow flow = new ControlFlow(all, source);
    return flow.sound ? flow : null;
  }

  /** What is known before an instruction; null if translated code never comes there. */
  @Nullable Place at(int pc) {
    return places.get(pc);
  }

  /** Whether some jump leads to an instruction, or it is an entry. */
  boolean isTarget(int pc) {
    return targets.get(pc) || entries.get(pc);
  }

  /** Where the interpreter may hand a frame over. */
  BitSet entries() {
    return entries;
  }

  private void reach(int pc, Place place) {
    sound &= place.depth() >= 0 && place.depth() <= deepest && place.blocks().size() <= MOST_BLOCKS;
    Place known = places.get(pc);
    if (known == null) {
      places.put(pc, place);
      waiting.addLast(pc);
      return;
    }
    sound &= known.fits(place);
    Place both = known.meet(place);
    if (!both.assigned().equals(known.assigned())) {
      places.put(pc, both);
      waiting.addLast(pc);
    }
  }

  private void jump(Instruction from, int pc, Place place) {
    targets.set(pc);
    if (pc <= from.pc()) {
      entries.set(pc);
    }
    reach(pc, place);
  }

  private void follow(int pc) {
    Instruction one = instructions.get(pc);
    Place place = places.get(pc);
    if (one == null || place == null) {
      sound = false;
      return;
    }
    int depth = place.depth();
    int argument = one.argument();
    switch (one.opcode()) {
      case JUMP_ABSOLUTE, JUMP_FORWARD -> jump(one, one.target(), place);
      case POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE -> {
        jump(one, one.target(), place.withDepth(depth - 1));
        reach(one.next(), place.withDepth(depth - 1));
      }
      case JUMP_IF_FALSE_OR_POP, JUMP_IF_TRUE_OR_POP -> {
        jump(one, one.target(), place);
        reach(one.next(), place.withDepth(depth - 1));
      }
      case FOR_ITER -> {
        jump(one, one.target(), place.withDepth(depth - 1));
        reach(one.next(), place.withDepth(depth + 1));
      }
      case SETUP_LOOP, SETUP_EXCEPT, SETUP_FINALLY -> setUp(one, place);
      case SETUP_WITH ->
          reach(
              one.next(),
              place
                  .withBlocks(
                      Block.pushed(
                          place.blocks(), new Block(Opcode.SETUP_FINALLY, one.target(), depth)))
                  .withDepth(depth + 1));
      case POP_BLOCK, POP_EXCEPT -> leaveBlock(one, place);
      case BREAK_LOOP -> leaveLoop(one, place);
      case STORE_FAST -> {
        Place after = place.withDepth(depth - 1);
        reach(one.next(), deleted.get(argument) ? after : after.assigning(argument));
      }
      case YIELD_VALUE -> {
        entries.set(one.next());
        reach(one.next(), place);
      }
      case YIELD_FROM -> {
        entries.set(pc);
        reach(one.next(), place.withDepth(depth - 1));
      }
      case WITH_CLEANUP_FINISH -> reach(one.next(), place.withDepth(depth - 2));
      case END_FINALLY -> {
        if (!raisesAgain(place)) {
          reach(one.next(), place.withDepth(depth - 1));
        }
      }
      case RETURN_VALUE, RAISE_VARARGS, CONTINUE_LOOP, SETUP_ASYNC_WITH -> {
        // Nothing follows, or the interpreter goes on.
      }
      default -> reach(one.next(), place.withDepth(depth + StackEffect.of(one.opcode(), argument)));
    }
  }

  private void setUp(Instruction one, Place place) {
    Block block = new Block(one.opcode(), one.target(), place.depth());
    reach(one.next(), place.withBlocks(Block.pushed(place.blocks(), block)));
    if (one.opcode() == Opcode.SETUP_EXCEPT) {
      Block handling = new Block(Opcode.POP_EXCEPT, -1, place.depth());
      entries.set(one.target());
      reach(
          one.target(),
          place
              .withBlocks(Block.pushed(place.blocks(), handling))
              .withDepth(place.depth() + EXCEPTIONS));
    }
  }

  /** Whether no clause of a try statement took the exception, all of which is still there. */
  private static boolean raisesAgain(Place place) {
    if (place.blocks().isEmpty()) {
      return false;
    }
    Block innermost = place.blocks().get(place.blocks().size() - 1);
    return innermost.setup() == Opcode.POP_EXCEPT
        && place.depth() == innermost.level() + EXCEPTIONS;
  }

  private void leaveBlock(Instruction one, Place place) {
    if (place.blocks().isEmpty()) {
      sound = false;
      return;
    }
    Block innermost = place.blocks().get(place.blocks().size() - 1);
    boolean handler = innermost.setup() == Opcode.POP_EXCEPT;
    if (handler != (one.opcode() == Opcode.POP_EXCEPT)) {
      sound = false;
      return;
    }
    reach(one.next(), place.withBlocks(Block.popped(place.blocks())).withDepth(innermost.level()));
  }

  private void leaveLoop(Instruction one, Place place) {
    if (place.blocks().isEmpty()) {
      sound = false;
      return;
    }
    Block innermost = place.blocks().get(place.blocks().size() - 1);
    if (innermost.isLoop()) {
      List<Block> outer = Block.popped(place.blocks());
      jump(one, innermost.handler(), place.withBlocks(outer).withDepth(innermost.level()));
    }
  }
}
