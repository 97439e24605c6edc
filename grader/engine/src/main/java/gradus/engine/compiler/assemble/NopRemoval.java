package gradus.engine.compiler.assemble;

import gradus.engine.compiler.code.Opcode;

/** Squeezes NOPs out of optimised code and moves jump targets and the line table with it. */
final class NopRemoval {
  private NopRemoval() {}

  /** The squeezed code, or the original where a jump would outgrow its units. */
  static Wordcode apply(Wordcode original, Wordcode code, byte[] lnotab) {
    int[] moved = newPlaces(code);
    moveLines(lnotab, moved);
    int end = 0;
    for (int i = 0; i < code.length(); ) {
      int start = i;
      while (code.opcode(i) == Opcode.EXTENDED_ARG) {
        i++;
      }
      Opcode opcode = code.opcode(i);
      int argument = code.argument(i);
      i++;
      if (opcode == Opcode.NOP) {
        continue;
      }
      int newArgument = newArgument(opcode, argument, i - 1, moved);
      int size = i - start;
      if (Wordcode.size(newArgument) > size) {
        return original;
      }
      code.write(end, opcode, newArgument, size);
      end += size;
    }
    code.truncate(end);
    return code;
  }

  private static int[] newPlaces(Wordcode code) {
    int[] places = new int[code.length() + 1];
    int nops = 0;
    for (int i = 0; i < code.length(); i++) {
      places[i] = i - nops;
      nops += code.opcode(i) == Opcode.NOP ? 1 : 0;
    }
    places[code.length()] = code.length() - nops;
    return places;
  }

  private static void moveLines(byte[] lnotab, int[] moved) {
    int offset = 0;
    int last = 0;
    for (int i = 0; i < lnotab.length; i += 2) {
      offset += lnotab[i] & 0xFF;
      int newOffset = moved[offset / Wordcode.UNIT] * Wordcode.UNIT;
      lnotab[i] = (byte) (newOffset - last);
      last = newOffset;
    }
  }

  private static int newArgument(Opcode opcode, int argument, int unit, int[] moved) {
    int distance = argument / Wordcode.UNIT;
    if (opcode.jumpsAbsolutely()) {
      return moved[distance] * Wordcode.UNIT;
    }
    if (opcode.jumpsRelatively()) {
      return (moved[distance + unit + 1] - moved[unit] - 1) * Wordcode.UNIT;
    }
    return argument;
  }
}
