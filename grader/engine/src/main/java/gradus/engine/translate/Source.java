package gradus.engine.translate;

import java.nio.ByteBuffer;
import java.util.BitSet;

/**
 * What a translation depends on; equal for code objects that can share one.
 *
 * @param code the instructions
 * @param arguments the local variables that have a value when it begins
 * @param sizes how much it may refer to
 * @param frame the shape of its frames
 */
public record Source(ByteBuffer code, BitSet arguments, Sizes sizes, FrameShape frame) {

  /**
   * How much code may refer to: the compiler keeps within it, code made by hand may not.
   *
   * @param constants how many constants there are
   * @param names how many names
   * @param variables how many local variables
   * @param stack how many values the value stack has room for
   */
  public record Sizes(int constants, int names, int variables, int stack) {

    /** Whether an instruction refers to something that there is. */
    boolean allow(Instruction one) {
      int argument = one.argument();
      int end =
          switch (one.opcode()) {
            case LOAD_CONST -> constants;
            case LOAD_FAST, STORE_FAST, DELETE_FAST -> variables;
            case LOAD_GLOBAL, LOAD_ATTR, STORE_ATTR -> names;
            default -> Integer.MAX_VALUE;
          };
      return argument >= 0 && argument < end;
    }
  }
}
