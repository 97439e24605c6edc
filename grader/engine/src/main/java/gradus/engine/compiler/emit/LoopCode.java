package gradus.engine.compiler.emit;

import gradus.engine.compiler.assemble.BasicBlock;
import gradus.engine.compiler.ast.Stmt;
import gradus.engine.compiler.code.Opcode;
import java.util.Iterator;

/** Loops, and the ways out of them. */
final class LoopCode {
  /** COMPARE_OP's argument for matching an exception. */
  static final int EXCEPTION_MATCH = 10;

  private final CodeGenerator generator;

  LoopCode(CodeGenerator generator) {
    this.generator = generator;
  }

  void forLoop(Stmt.For node) {
    BasicBlock start = new BasicBlock();
    BasicBlock cleanup = new BasicBlock();
    BasicBlock end = new BasicBlock();
    generator.jump(Opcode.SETUP_LOOP, end);
    generator.unit().push(FrameBlockType.LOOP, start);
    generator.visit(node.iterable());
    generator.op(Opcode.GET_ITER);
    generator.use(start);
    generator.jump(Opcode.FOR_ITER, cleanup);
    generator.visit(node.target());
    generator.visitStatements(node.body());
    generator.jump(Opcode.JUMP_ABSOLUTE, start);
    generator.use(cleanup);
    generator.op(Opcode.POP_BLOCK);
    generator.unit().pop();
    generator.visitStatements(node.orElse());
    generator.use(end);
  }

  void whileLoop(Stmt.While node) {
    Truth truth = Truth.of(node.test(), generator.optimize());
    if (truth == Truth.NEVER) {
      generator.visitStatements(node.orElse());
      return;
    }
    BasicBlock loop = new BasicBlock();
    BasicBlock end = new BasicBlock();
    BasicBlock anchor = new BasicBlock();
    generator.jump(Opcode.SETUP_LOOP, end);
    generator.use(loop);
    generator.unit().push(FrameBlockType.LOOP, loop);
    if (truth == Truth.UNKNOWN) {
      generator.visit(node.test());
      generator.jump(Opcode.POP_JUMP_IF_FALSE, anchor);
    }
    generator.visitStatements(node.body());
    generator.jump(Opcode.JUMP_ABSOLUTE, loop);
    if (truth == Truth.UNKNOWN) {
      generator.use(anchor);
    }
    generator.op(Opcode.POP_BLOCK);
    generator.unit().pop();
    generator.visitStatements(node.orElse());
    generator.use(end);
  }

  void asyncFor(Stmt.For node) {
    BasicBlock attempt = new BasicBlock();
    BasicBlock end = new BasicBlock();
    BasicBlock exhausted = new BasicBlock();
    generator.jump(Opcode.SETUP_LOOP, end);
    generator.unit().push(FrameBlockType.LOOP, attempt);
    generator.visit(node.iterable());
    generator.op(Opcode.GET_AITER);
    generator.yieldFrom();
    generator.use(attempt);
    asyncNext(attempt, exhausted, () -> generator.visit(node.target()));
    generator.visitStatements(node.body());
    generator.jump(Opcode.JUMP_ABSOLUTE, attempt);
    generator.use(exhausted);
    dropExhausted();
    generator.op(Opcode.POP_BLOCK);
    generator.unit().pop();
    generator.visitStatements(node.orElse());
    generator.use(end);
  }

  /** Asks an asynchronous iterator for its next value; jumps when there is none. */
  void asyncNext(BasicBlock attempt, BasicBlock exhausted, Runnable storesTarget) {
    BasicBlock except = new BasicBlock();
    BasicBlock after = new BasicBlock();
    generator.jump(Opcode.SETUP_EXCEPT, except);
    generator.unit().push(FrameBlockType.EXCEPT, attempt);
    generator.op(Opcode.GET_ANEXT);
    generator.yieldFrom();
    storesTarget.run();
    generator.op(Opcode.POP_BLOCK);
    generator.unit().pop();
    generator.jump(Opcode.JUMP_FORWARD, after);
    generator.use(except);
    generator.op(Opcode.DUP_TOP);
    generator.loadGlobal("StopAsyncIteration");
    generator.op(Opcode.COMPARE_OP, EXCEPTION_MATCH);
    generator.jump(Opcode.POP_JUMP_IF_TRUE, exhausted);
    generator.op(Opcode.END_FINALLY);
    generator.use(after);
  }

  /** Takes the StopAsyncIteration and the iterator off the stack. */
  void dropExhausted() {
    generator.op(Opcode.POP_TOP);
    generator.op(Opcode.POP_TOP);
    generator.op(Opcode.POP_TOP);
    generator.op(Opcode.POP_EXCEPT);
    generator.op(Opcode.POP_TOP);
  }

  /** A break statement. */
  void leave() {
    boolean inLoop =
        generator.unit().frameBlocks.stream()
            .anyMatch(block -> block.type() == FrameBlockType.LOOP);
    if (!inLoop) {
      throw generator.error("'break' outside loop");
    }
    generator.op(Opcode.BREAK_LOOP);
  }

  /** A continue statement. */
  void goOn() {
    Iterator<FrameBlock> blocks = generator.unit().frameBlocks.iterator();
    Opcode jump = Opcode.JUMP_ABSOLUTE;
    while (blocks.hasNext()) {
      FrameBlock block = blocks.next();
      switch (block.type()) {
        case LOOP -> {
          generator.jump(jump, block.block());
          return;
        }
        case FINALLY_END ->
            throw generator.error("'continue' not supported inside 'finally' clause");
        default -> jump = Opcode.CONTINUE_LOOP;
      }
    }
    throw generator.error("'continue' not properly in loop");
  }
}
