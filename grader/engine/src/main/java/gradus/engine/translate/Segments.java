package gradus.engine.translate;

import gradus.engine.compiler.code.Opcode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Instructions that are counted together: they run one after the other, and nothing that could ask
 * for the count runs in between.
 */
final class Segments {

  private final Map<Integer, Integer> lengths = new HashMap<>();
  private final Map<Integer, Integer> rests = new HashMap<>();

  Segments(List<Instruction> all, ControlFlow flow) {
    int count = 0;
    for (int index = all.size() - 1; index >= 0; index--) {
      Instruction one = all.get(index);
      if (flow.at(one.pc()) == null) {
        count = 0;
        continue;
      }
      rests.put(one.pc(), endsAfter(one.opcode()) ? 0 : count);
      count = rest(one.pc()) + 1;
      boolean first =
          index == 0
              || flow.isTarget(one.pc())
              || flow.at(all.get(index - 1).pc()) == null
              || endsAfter(all.get(index - 1).opcode());
      if (first) {
        lengths.put(one.pc(), count);
        count = 0;
      }
    }
  }

  /** Whether a segment begins with an instruction. */
  boolean begins(int pc) {
    return lengths.containsKey(pc);
  }

  /** How many instructions the segment has that begins there. */
  int length(int pc) {
    return lengths.getOrDefault(pc, 0);
  }

  /** How many follow an instruction in its segment. */
  int rest(int pc) {
    return rests.getOrDefault(pc, 0);
  }

  /** Whether Python code may run in an instruction as a rule. */
  private static boolean endsAfter(Opcode opcode) {
    return !Helpers.isSimple(opcode);
  }
}
