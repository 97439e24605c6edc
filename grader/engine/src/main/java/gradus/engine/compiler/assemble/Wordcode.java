package gradus.engine.compiler.assemble;

import gradus.engine.compiler.code.Bytes;
import gradus.engine.compiler.code.Opcode;
import java.util.Arrays;

/**
 * Code units: an opcode and a byte of its argument each. A larger argument takes EXTENDED_ARG units
 * before its own.
 */
final class Wordcode {
  /** Bytes in a code unit. */
  static final int UNIT = 2;

  private Opcode[] opcodes;
  private int[] arguments;
  private int length;

  Wordcode(int capacity) {
    opcodes = new Opcode[Math.max(capacity, 16)];
    arguments = new int[opcodes.length];
  }

  /** How many code units an instruction with this argument takes. */
  static int size(int argument) {
    return argument >>> 8 == 0 ? 1 : argument >>> 16 == 0 ? 2 : argument >>> 24 == 0 ? 3 : 4;
  }

  int length() {
    return length;
  }

  Opcode opcode(int unit) {
    return opcodes[unit];
  }

  int argumentByte(int unit) {
    return arguments[unit];
  }

  void setOpcode(int unit, Opcode opcode) {
    opcodes[unit] = opcode;
  }

  void setUnit(int unit, Opcode opcode, int argumentByte) {
    opcodes[unit] = opcode;
    arguments[unit] = argumentByte;
  }

  void append(Opcode opcode, int argument) {
    int size = size(argument);
    if (length + size > opcodes.length) {
      opcodes = Arrays.copyOf(opcodes, opcodes.length * 2);
      arguments = Arrays.copyOf(arguments, opcodes.length);
    }
    write(length, opcode, argument, size);
    length += size;
  }

  /** Writes an instruction into a number of units that is at least what it takes. */
  void write(int unit, Opcode opcode, int argument, int size) {
    for (int i = 0; i < size; i++) {
      boolean last = i == size - 1;
      setUnit(
          unit + i, last ? opcode : Opcode.EXTENDED_ARG, argument >>> (8 * (size - 1 - i)) & 0xFF);
    }
  }

  void truncate(int units) {
    length = units;
  }

  /** The whole argument of the instruction whose own unit this is. */
  int argument(int unit) {
    int argument = arguments[unit];
    for (int i = 1; i <= 3 && unit >= i && opcodes[unit - i] == Opcode.EXTENDED_ARG; i++) {
      argument |= arguments[unit - i] << (8 * i);
    }
    return argument;
  }

  void fillWithNops(int start, int end) {
    for (int i = start; i < end; i++) {
      setUnit(i, Opcode.NOP, 0);
    }
  }

  Wordcode copy() {
    Wordcode copy = new Wordcode(length);
    System.arraycopy(opcodes, 0, copy.opcodes, 0, length);
    System.arraycopy(arguments, 0, copy.arguments, 0, length);
    copy.length = length;
    return copy;
  }

  Bytes toBytes() {
    byte[] bytes = new byte[length * UNIT];
    for (int i = 0; i < length; i++) {
      bytes[i * UNIT] = (byte) opcodes[i].number();
      bytes[i * UNIT + 1] = (byte) arguments[i];
    }
    return Bytes.of(bytes);
  }
}
