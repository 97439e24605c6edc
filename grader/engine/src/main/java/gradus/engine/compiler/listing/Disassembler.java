package gradus.engine.compiler.listing;

import gradus.engine.compiler.code.Bytes;
import gradus.engine.compiler.code.Code;
import gradus.engine.compiler.code.Constant;
import gradus.engine.compiler.code.Opcode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Prints a code object as {@code python3.6 -m dis} does: its own instructions only. */
public final class Disassembler {
  private static final int LINE_WIDTH = 3;
  private static final int OFFSET_WIDTH = 4;
  private static final int NAME_WIDTH = 20;
  private static final int ARGUMENT_WIDTH = 5;
  private static final List<String> COMPARISONS =
      List.of(
          "<",
          "<=",
          "==",
          "!=",
          ">",
          ">=",
          "in",
          "not in",
          "is",
          "is not",
          "exception match",
          "BAD");
  private static final List<String> CONVERSIONS = List.of("", "str", "repr", "ascii");

  private final Code code;
  private final StringBuilder out = new StringBuilder();

  private Disassembler(Code code) {
    this.code = code;
  }

  /** The listing, one instruction a line, a blank line before each source line but the first. */
  public static String disassemble(Code code) {
    return new Disassembler(code).run();
  }

  private String run() {
    Map<Integer, Integer> lines = LineStarts.of(code);
    Set<Integer> labels = labels();
    Bytes bytes = code.code();
    int extended = 0;
    for (int offset = 0; offset < bytes.length(); offset += 2) {
      Opcode opcode = Opcode.of(bytes.at(offset));
      int argument = bytes.at(offset + 1) | extended;
      extended = opcode == Opcode.EXTENDED_ARG ? argument << 8 : 0;
      Integer line = lines.get(offset);
      if (line != null && offset > 0) {
        out.append('\n');
      }
      out.append(line == null ? " ".repeat(LINE_WIDTH) : padLeft(line, LINE_WIDTH));
      out.append("     ").append(labels.contains(offset) ? ">>" : "  ").append(' ');
      instruction(offset, opcode, argument);
    }
    return out.toString();
  }

  private static String padLeft(int number, int width) {
    String text = Integer.toString(number);
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  private Set<Integer> labels() {
    Set<Integer> labels = new TreeSet<>();
    Bytes bytes = code.code();
    int extended = 0;
    for (int offset = 0; offset < bytes.length(); offset += 2) {
      Opcode opcode = Opcode.of(bytes.at(offset));
      int argument = bytes.at(offset + 1) | extended;
      extended = opcode == Opcode.EXTENDED_ARG ? argument << 8 : 0;
      if (opcode.jumpsRelatively()) {
        labels.add(offset + 2 + argument);
      } else if (opcode.jumpsAbsolutely()) {
        labels.add(argument);
      }
    }
    return labels;
  }

  private void instruction(int offset, Opcode opcode, int argument) {
    StringBuilder line = new StringBuilder(padLeft(offset, OFFSET_WIDTH)).append(' ');
    String name = opcode.name();
    line.append(name).append(" ".repeat(Math.max(0, NAME_WIDTH - name.length())));
    if (opcode.hasArgument()) {
      line.append(' ').append(padLeft(argument, ARGUMENT_WIDTH));
      String meaning = meaning(offset, opcode, argument);
      if (!meaning.isEmpty()) {
        line.append(" (").append(meaning).append(')');
      }
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }

  private String meaning(int offset, Opcode opcode, int argument) {
    return switch (opcode) {
      case LOAD_CONST -> repr(code.consts().get(argument));
      case LOAD_FAST, STORE_FAST, DELETE_FAST -> code.varnames().get(argument);
      case LOAD_CLOSURE, LOAD_DEREF, STORE_DEREF, DELETE_DEREF, LOAD_CLASSDEREF ->
          cellOrFree(argument);
      case COMPARE_OP -> COMPARISONS.get(argument);
      case FORMAT_VALUE -> {
        String conversion = CONVERSIONS.get(argument & 3);
        String separator = conversion.isEmpty() ? "" : ", ";
        yield conversion + ((argument & 4) != 0 ? separator + "with format" : "");
      }
      case STORE_NAME,
          DELETE_NAME,
          STORE_ATTR,
          DELETE_ATTR,
          STORE_GLOBAL,
          DELETE_GLOBAL,
          LOAD_NAME,
          LOAD_ATTR,
          IMPORT_NAME,
          IMPORT_FROM,
          LOAD_GLOBAL,
          STORE_ANNOTATION ->
          code.names().get(argument);
      default -> opcode.jumpsRelatively() ? "to " + (offset + 2 + argument) : "";
    };
  }

  private String cellOrFree(int argument) {
    int cells = code.cellvars().size();
    return argument < cells ? code.cellvars().get(argument) : code.freevars().get(argument - cells);
  }

  /** The address of a code object is the one thing in a listing that no two runs share. */
  private static String repr(Constant constant) {
    if (constant instanceof Code nested) {
      return "<code object %s at 0x%012x, file \"%s\", line %d>"
          .formatted(nested.name(), 0, nested.filename(), nested.firstlineno());
    }
    return constant.repr();
  }
}
