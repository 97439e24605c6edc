package gradus.engine.translate;

import java.util.BitSet;
import java.util.List;

/**
 * What is known of a frame before an instruction.
 *
 * @param depth how many values lie on the value stack
 * @param blocks the block stack, the innermost last
 * @param assigned the local variables that have a value for certain
 */
record Place(int depth, List<Block> blocks, BitSet assigned) {

  Place withDepth(int other) {
    return new Place(other, blocks, assigned);
  }

  Place withBlocks(List<Block> others) {
    return new Place(depth, others, assigned);
  }

  Place assigning(int variable) {
    BitSet more = (BitSet) assigned.clone();
    more.set(variable);
    return new Place(depth, blocks, more);
  }

  /** Whether two ways to the same instruction agree on the stacks. */
  boolean fits(Place other) {
    return depth == other.depth && blocks.equals(other.blocks);
  }

  Place meet(Place other) {
    BitSet both = (BitSet) assigned.clone();
    both.and(other.assigned);
    return new Place(depth, blocks, both);
  }
}
