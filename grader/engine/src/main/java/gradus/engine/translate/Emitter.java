package gradus.engine.translate;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The few JVM instructions a translated method is made of. */
final class Emitter {

  static final String PACKAGE = "gradus/engine/vm/";
  static final String OPS = PACKAGE + "TranslatedOps";

  /** The method's variables: itself, what it calls, the frame, where to begin, four temporaries. */
  static final int OPS_VARIABLE = 1;

  static final int FRAME = 2;
  static final int PC = 4;
  static final int FLAG = 5;
  static final int LEFT = 6;
  static final int RIGHT = 8;
  static final int RESULT = 10;
  static final int THROWN = 12;
  static final int REGISTERS = 13;

  final MethodVisitor method;

  Emitter(MethodVisitor method) {
    this.method = method;
  }

  void label(Label label) {
    method.visitLabel(label);
  }

  void jump(int opcode, Label to) {
    method.visitJumpInsn(opcode, to);
  }

  void number(int value) {
    if (value >= -1 && value <= 5) {
      method.visitInsn(Opcodes.ICONST_0 + value);
    } else if (value == (byte) value) {
      method.visitIntInsn(Opcodes.BIPUSH, value);
    } else if (value == (short) value) {
      method.visitIntInsn(Opcodes.SIPUSH, value);
    } else {
      method.visitLdcInsn(value);
    }
  }

  void number(long value) {
    if (value == 0) {
      method.visitInsn(Opcodes.LCONST_0);
    } else {
      method.visitLdcInsn(value);
    }
  }

  void loadLong(int variable) {
    method.visitVarInsn(Opcodes.LLOAD, variable);
  }

  void storeLong(int variable) {
    method.visitVarInsn(Opcodes.LSTORE, variable);
  }

  void loadInt(int variable) {
    method.visitVarInsn(Opcodes.ILOAD, variable);
  }

  void storeInt(int variable) {
    method.visitVarInsn(Opcodes.ISTORE, variable);
  }

  void self() {
    method.visitVarInsn(Opcodes.ALOAD, 0);
  }

  /** The receiver of the next call. */
  void ops() {
    method.visitVarInsn(Opcodes.ALOAD, OPS_VARIABLE);
  }

  void opsAndFrame() {
    ops();
    loadLong(FRAME);
  }

  /** Calls what is in the vm; its receiver and arguments are there. */
  void call(String name, String descriptor) {
    method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, OPS, name, descriptor, false);
  }

  /** Jumps if the long on top is 0. */
  void ifZero(Label to) {
    method.visitInsn(Opcodes.LCONST_0);
    method.visitInsn(Opcodes.LCMP);
    jump(Opcodes.IFEQ, to);
  }

  /** Keeps what a helper gave, and jumps if that is 0. */
  void resultUnlessZero(Label to) {
    storeLong(RESULT);
    loadLong(RESULT);
    ifZero(to);
  }

  void returnNothing() {
    method.visitInsn(Opcodes.LCONST_0);
    method.visitInsn(Opcodes.LRETURN);
  }
}
