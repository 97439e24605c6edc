package gradus.engine.compiler.emit;

import gradus.engine.compiler.assemble.BasicBlock;
import gradus.engine.compiler.ast.Stmt;
import gradus.engine.compiler.ast.WithItem;
import gradus.engine.compiler.code.Opcode;

/** With statements, asynchronous ones too. */
final class WithCode {
  private final CodeGenerator generator;

  WithCode(CodeGenerator generator) {
    this.generator = generator;
  }

  void with(Stmt.With node) {
    item(node, 0);
  }

  private void item(Stmt.With node, int index) {
    WithItem item = node.items().get(index);
    BasicBlock block = new BasicBlock();
    BasicBlock cleanup = new BasicBlock();
    generator.visit(item.context());
    enter(node.async(), cleanup);
    generator.use(block);
    generator.unit().push(FrameBlockType.FINALLY_TRY, block);
    if (item.target().isPresent()) {
      generator.visit(item.target().get());
    } else {
      generator.op(Opcode.POP_TOP);
    }
    if (index + 1 == node.items().size()) {
      generator.visitStatements(node.body());
    } else {
      item(node, index + 1);
    }
    generator.op(Opcode.POP_BLOCK);
    generator.unit().pop();
    generator.loadNone();
    generator.use(cleanup);
    generator.unit().push(FrameBlockType.FINALLY_END, cleanup);
    exit(node.async());
    generator.unit().pop();
  }

  private void enter(boolean async, BasicBlock cleanup) {
    if (async) {
      generator.op(Opcode.BEFORE_ASYNC_WITH);
      generator.op(Opcode.GET_AWAITABLE);
      generator.yieldFrom();
    }
    generator.jump(async ? Opcode.SETUP_ASYNC_WITH : Opcode.SETUP_WITH, cleanup);
  }

  private void exit(boolean async) {
    generator.op(Opcode.WITH_CLEANUP_START);
    if (async) {
      generator.op(Opcode.GET_AWAITABLE);
      generator.yieldFrom();
    }
    generator.op(Opcode.WITH_CLEANUP_FINISH);
    generator.op(Opcode.END_FINALLY);
  }
}
