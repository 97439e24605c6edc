package gradus.engine.translate;

import gradus.engine.compiler.code.Opcode;
import java.util.ArrayList;
import java.util.List;

/**
 * A block of the block stack, as it can be known without running the code.
 *
 * @param setup the instruction that pushes it; POP_EXCEPT stands for a handler that is being run
 * @param handler where an exception or a break goes
 * @param level the depth of the value stack below it
 */
record Block(Opcode setup, int handler, int level) {

  static List<Block> pushed(List<Block> blocks, Block block) {
    List<Block> more = new ArrayList<>(blocks);
    more.add(block);
    return List.copyOf(more);
  }

  static List<Block> popped(List<Block> blocks) {
    return blocks.subList(0, blocks.size() - 1);
  }

  boolean isLoop() {
    return setup == Opcode.SETUP_LOOP;
  }
}
