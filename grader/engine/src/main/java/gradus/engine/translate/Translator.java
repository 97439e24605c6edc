package gradus.engine.translate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Translates code objects. */
public final class Translator {

  /** HotSpot compiles no method of more bytes of bytecode than this. */
  private static final int LARGEST = 8_000;

  /** No code of more instructions could become a smaller method. */
  private static final int MOST_INSTRUCTIONS = 1_000;

  private static final String CLASS = Emitter.PACKAGE + "TranslatedCode";

  private Translator() {}

  /** A class for a code object; empty if it cannot be translated, or would be too large. */
  public static Optional<Translation> translate(Source source) {
    List<Instruction> instructions = Instruction.of(source.code().array());
    if (instructions.isEmpty() || instructions.size() > MOST_INSTRUCTIONS) {
      return Optional.empty();
    }
    ControlFlow flow = ControlFlow.of(instructions, source);
    return flow == null ? Optional.empty() : write(source, instructions, flow);
  }

  private static Optional<Translation> write(
      Source source, List<Instruction> instructions, ControlFlow flow) {
    ClassWriter writer = new OwnTypesOnly();
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
        Emitter.PACKAGE + "Translated",
        null,
        CLASS,
        null);
    constructor(writer);
    MethodVisitor method = writer.visitMethod(0, "run", "(L" + Emitter.OPS + ";JI)J", null, null);
    method.visitCode();
    MethodTranslator translator =
        new MethodTranslator(source, instructions, flow, new Emitter(method));
    try {
      translator.write();
    } catch (Untranslatable byHand) {
      return Optional.empty();
    }
    Label end = new Label();
    method.visitLabel(end);
    method.visitMaxs(0, 0);
    method.visitEnd();
    writer.visitEnd();
    try {
      byte[] classFile = writer.toByteArray();
      if (end.getOffset() > LARGEST) {
        return Optional.empty();
      }
      return Optional.of(
          new Translation(classFile, depths(source, instructions, flow), translator.sites()));
    } catch (MethodTooLargeException tooLarge) {
      return Optional.empty();
    }
  }

  private static void constructor(ClassWriter writer) {
    MethodVisitor method = writer.visitMethod(0, "<init>", "()V", null, null);
    method.visitCode();
    method.visitVarInsn(Opcodes.ALOAD, 0);
    method.visitMethodInsn(Opcodes.INVOKESPECIAL, CLASS, "<init>", "()V", false);
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  /** Where an exception leaves an instruction, its operands are there but for a tested value. */
  private static int[] depths(Source source, List<Instruction> instructions, ControlFlow flow) {
    int[] depths = new int[source.code().array().length / 2];
    Arrays.fill(depths, -1);
    for (Instruction one : instructions) {
      Place place = flow.at(one.pc());
      if (place != null) {
        boolean taken =
            switch (one.opcode()) {
              case POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE -> true;
              default -> false;
            };
        depths[one.pc() / 2] = place.depth() - (taken ? 1 : 0);
      }
    }
    return depths;
  }

  /** Two classes meet nowhere in what is written, so that none has to be loaded. */
  private static final class OwnTypesOnly extends ClassWriter {
    OwnTypesOnly() {
      super(COMPUTE_FRAMES | COMPUTE_MAXS);
    }

    @Override
    protected String getCommonSuperClass(String one, String other) {
      return "java/lang/Object";
    }
  }
}
