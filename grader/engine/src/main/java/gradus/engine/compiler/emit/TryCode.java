package gradus.engine.compiler.emit;

import gradus.engine.compiler.assemble.BasicBlock;
import gradus.engine.compiler.ast.Context;
import gradus.engine.compiler.ast.Handler;
import gradus.engine.compiler.ast.Stmt;
import gradus.engine.compiler.code.Opcode;

/** Try statements: a finally around an except. */
final class TryCode {
  private final CodeGenerator generator;

  TryCode(CodeGenerator generator) {
    this.generator = generator;
  }

  void attempt(Stmt.Try node) {
    if (node.finalBody().isEmpty()) {
      exceptPart(node);
    } else {
      finallyPart(node);
    }
  }

  private void finallyPart(Stmt.Try node) {
    BasicBlock body = new BasicBlock();
    BasicBlock end = new BasicBlock();
    generator.jump(Opcode.SETUP_FINALLY, end);
    generator.use(body);
    generator.unit().push(FrameBlockType.FINALLY_TRY, body);
    if (node.handlers().isEmpty()) {
      generator.visitStatements(node.body());
    } else {
      exceptPart(node);
    }
    generator.op(Opcode.POP_BLOCK);
    generator.unit().pop();
    generator.loadNone();
    generator.use(end);
    generator.unit().push(FrameBlockType.FINALLY_END, end);
    generator.visitStatements(node.finalBody());
    generator.op(Opcode.END_FINALLY);
    generator.unit().pop();
  }

  private void exceptPart(Stmt.Try node) {
    BasicBlock body = new BasicBlock();
    BasicBlock except = new BasicBlock();
    BasicBlock orElse = new BasicBlock();
    BasicBlock end = new BasicBlock();
    generator.jump(Opcode.SETUP_EXCEPT, except);
    generator.use(body);
    generator.unit().push(FrameBlockType.EXCEPT, body);
    generator.visitStatements(node.body());
    generator.op(Opcode.POP_BLOCK);
    generator.unit().pop();
    generator.jump(Opcode.JUMP_FORWARD, orElse);
    generator.use(except);
    int last = node.handlers().size() - 1;
    for (int i = 0; i <= last; i++) {
      handler(node.handlers().get(i), i == last, end);
    }
    generator.op(Opcode.END_FINALLY);
    generator.use(orElse);
    generator.visitStatements(node.orElse());
    generator.use(end);
  }

  private void handler(Handler handler, boolean last, BasicBlock end) {
    if (handler.type().isEmpty() && !last) {
      throw generator.error("default 'except:' must be last");
    }
    generator.unit().enterLine(handler.at());
    BasicBlock next = new BasicBlock();
    if (handler.type().isPresent()) {
      generator.op(Opcode.DUP_TOP);
      generator.visit(handler.type().get());
      generator.op(Opcode.COMPARE_OP, LoopCode.EXCEPTION_MATCH);
      generator.jump(Opcode.POP_JUMP_IF_FALSE, next);
    }
    generator.op(Opcode.POP_TOP);
    if (handler.name().isPresent()) {
      namedBody(handler, handler.name().get());
    } else {
      plainBody(handler);
    }
    generator.jump(Opcode.JUMP_FORWARD, end);
    generator.use(next);
  }

  /** The body of a handler that names the exception: at its end the name is deleted. */
  private void namedBody(Handler handler, String name) {
    BasicBlock cleanup = new BasicBlock();
    BasicBlock body = new BasicBlock();
    generator.name(name, Context.STORE);
    generator.op(Opcode.POP_TOP);
    generator.jump(Opcode.SETUP_FINALLY, cleanup);
    generator.use(body);
    generator.unit().push(FrameBlockType.FINALLY_TRY, body);
    generator.visitStatements(handler.body());
    generator.op(Opcode.POP_BLOCK);
    generator.op(Opcode.POP_EXCEPT);
    generator.unit().pop();
    generator.loadNone();
    generator.use(cleanup);
    generator.unit().push(FrameBlockType.FINALLY_END, cleanup);
    generator.loadNone();
    generator.name(name, Context.STORE);
    generator.name(name, Context.DELETE);
    generator.op(Opcode.END_FINALLY);
    generator.unit().pop();
  }

  private void plainBody(Handler handler) {
    BasicBlock body = new BasicBlock();
    generator.op(Opcode.POP_TOP);
    generator.op(Opcode.POP_TOP);
    generator.use(body);
    generator.unit().push(FrameBlockType.FINALLY_TRY, body);
    generator.visitStatements(handler.body());
    generator.op(Opcode.POP_EXCEPT);
    generator.unit().pop();
  }
}
