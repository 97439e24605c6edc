package gradus.engine.translate;

/**
 * What a frame of a code object looks like, as offsets from its address.
 *
 * @param variables where the first local variable lies
 * @param stack where the value stack begins
 */
public record FrameShape(int variables, int stack) {

  int variable(int index) {
    return variables + 8 * index;
  }

  int place(int depth) {
    return stack + 8 * depth;
  }
}
