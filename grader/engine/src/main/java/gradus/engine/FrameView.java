package gradus.engine;

import java.util.List;

/**
 * A frame as it was when somebody looked: its variables and its two stacks.
 *
 * @param place the frame, its function, and the instruction it stands at: in the innermost frame of
 *     a stopped program the next one, in its callers the call, in a suspended generator the yield
 * @param instruction that instruction's name; empty before the first
 * @param locals the variables, then the cells, by their names
 * @param stack the value stack, its top last
 * @param blocks the block stack, its top last
 */
public record FrameView(
    Event.Place place,
    String instruction,
    List<Slot> locals,
    List<Slot> stack,
    List<Block> blocks) {

  public FrameView {
    locals = List.copyOf(locals);
    stack = List.copyOf(stack);
    blocks = List.copyOf(blocks);
  }

  /**
   * A place in the frame that holds a reference.
   *
   * @param name the variable's name, or the index in the stack
   * @param object the object's address; 0 if the place is empty
   * @param type the object's type; empty if the place is
   */
  public record Slot(String name, long object, String type) {}

  /**
   * What SETUP_LOOP, SETUP_EXCEPT and their like leave behind.
   *
   * @param type the number of the instruction
   * @param handler where execution goes on
   * @param level the values on the stack at that time
   */
  public record Block(int type, int handler, int level) {}
}
