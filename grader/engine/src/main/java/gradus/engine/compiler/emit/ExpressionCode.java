package gradus.engine.compiler.emit;

import gradus.engine.compiler.assemble.BasicBlock;
import gradus.engine.compiler.ast.BoolOperator;
import gradus.engine.compiler.ast.Context;
import gradus.engine.compiler.ast.Expr;
import gradus.engine.compiler.code.Opcode;

/** Expressions: the small ones here, the others in classes of their own. */
final class ExpressionCode implements Expr.Visitor {
  private static final int HAS_SPEC = 0x4;

  private final CodeGenerator generator;

  ExpressionCode(CodeGenerator generator) {
    this.generator = generator;
  }

  @Override
  public void visitBoolOp(Expr.BoolOp node) {
    BasicBlock end = new BasicBlock();
    Opcode jump =
        node.op() == BoolOperator.AND ? Opcode.JUMP_IF_FALSE_OR_POP : Opcode.JUMP_IF_TRUE_OR_POP;
    int last = node.values().size() - 1;
    for (Expr value : node.values().subList(0, last)) {
      generator.visit(value);
      generator.jump(jump, end);
    }
    generator.visit(node.values().get(last));
    generator.use(end);
  }

  @Override
  public void visitBinOp(Expr.BinOp node) {
    generator.visit(node.left());
    generator.visit(node.right());
    generator.op(Operations.of(node.op()));
  }

  @Override
  public void visitUnaryOp(Expr.UnaryOp node) {
    generator.visit(node.operand());
    generator.op(Operations.of(node.op()));
  }

  @Override
  public void visitLambda(Expr.Lambda node) {
    generator.functions.lambda(node);
  }

  @Override
  public void visitIfExp(Expr.IfExp node) {
    BasicBlock end = new BasicBlock();
    BasicBlock next = new BasicBlock();
    generator.visit(node.test());
    generator.jump(Opcode.POP_JUMP_IF_FALSE, next);
    generator.visit(node.body());
    generator.jump(Opcode.JUMP_FORWARD, end);
    generator.use(next);
    generator.visit(node.orElse());
    generator.use(end);
  }

  @Override
  public void visitDict(Expr.Dict node) {
    generator.displays.dict(node);
  }

  @Override
  public void visitSetDisplay(Expr.SetDisplay node) {
    generator.displays.set(node.elements());
  }

  @Override
  public void visitListComp(Expr.ListComp node) {
    generator.comprehensions.list(node);
  }

  @Override
  public void visitSetComp(Expr.SetComp node) {
    generator.comprehensions.set(node);
  }

  @Override
  public void visitDictComp(Expr.DictComp node) {
    generator.comprehensions.dict(node);
  }

  @Override
  public void visitGeneratorExp(Expr.GeneratorExp node) {
    generator.comprehensions.generator(node);
  }

  @Override
  public void visitAwait(Expr.Await node) {
    Unit unit = generator.unit();
    if (!unit.isFunction()) {
      throw generator.error("'await' outside function");
    }
    if (unit.type != ScopeType.ASYNC_FUNCTION && unit.type != ScopeType.COMPREHENSION) {
      throw generator.error("'await' outside async function");
    }
    generator.visit(node.value());
    generator.op(Opcode.GET_AWAITABLE);
    generator.yieldFrom();
  }

  private void checkYield() {
    if (!generator.unit().isFunction()) {
      throw generator.error("'yield' outside function");
    }
  }

  @Override
  public void visitYield(Expr.Yield node) {
    checkYield();
    if (node.value().isPresent()) {
      generator.visit(node.value().get());
    } else {
      generator.loadNone();
    }
    generator.op(Opcode.YIELD_VALUE);
  }

  @Override
  public void visitYieldFrom(Expr.YieldFrom node) {
    checkYield();
    if (generator.unit().type == ScopeType.ASYNC_FUNCTION) {
      throw generator.error("'yield from' inside async function");
    }
    generator.visit(node.value());
    generator.op(Opcode.GET_YIELD_FROM_ITER);
    generator.yieldFrom();
  }

  @Override
  public void visitCompare(Expr.Compare node) {
    generator.visit(node.left());
    int last = node.ops().size() - 1;
    BasicBlock cleanup = new BasicBlock();
    for (int i = 0; i < last; i++) {
      generator.visit(node.comparators().get(i));
      generator.op(Opcode.DUP_TOP);
      generator.op(Opcode.ROT_THREE);
      generator.op(Opcode.COMPARE_OP, node.ops().get(i).argument());
      generator.jump(Opcode.JUMP_IF_FALSE_OR_POP, cleanup);
      generator.useNewBlock();
    }
    generator.visit(node.comparators().get(last));
    generator.op(Opcode.COMPARE_OP, node.ops().get(last).argument());
    if (last > 0) {
      BasicBlock end = new BasicBlock();
      generator.jump(Opcode.JUMP_FORWARD, end);
      generator.use(cleanup);
      generator.op(Opcode.ROT_TWO);
      generator.op(Opcode.POP_TOP);
      generator.use(end);
    }
  }

  @Override
  public void visitCall(Expr.Call node) {
    generator.visit(node.function());
    generator.calls.arguments(0, node.args(), node.keywords());
  }

  @Override
  public void visitLiteral(Expr.Literal node) {
    generator.loadConst(node.value());
  }

  @Override
  public void visitStrLiteral(Expr.StrLiteral node) {
    generator.loadConst(node.value());
  }

  @Override
  public void visitFormattedValue(Expr.FormattedValue node) {
    generator.visit(node.value());
    int how = node.conversion().argument();
    if (node.formatSpec().isPresent()) {
      generator.visit(node.formatSpec().get());
      how |= HAS_SPEC;
    }
    generator.op(Opcode.FORMAT_VALUE, how);
  }

  @Override
  public void visitJoinedStr(Expr.JoinedStr node) {
    generator.visitAll(node.values());
    if (node.values().size() != 1) {
      generator.op(Opcode.BUILD_STRING, node.values().size());
    }
  }

  @Override
  public void visitAttribute(Expr.Attribute node) {
    generator.visit(node.value());
    generator.nameOp(
        switch (node.context()) {
          case LOAD -> Opcode.LOAD_ATTR;
          case STORE -> Opcode.STORE_ATTR;
          case DELETE -> Opcode.DELETE_ATTR;
        },
        node.name());
  }

  @Override
  public void visitSubscript(Expr.Subscript node) {
    generator.subscripts.emit(node);
  }

  @Override
  public void visitStarred(Expr.Starred node) {
    throw generator.error(
        node.context() == Context.STORE
            ? "starred assignment target must be in a list or tuple"
            : "can't use starred expression here");
  }

  @Override
  public void visitName(Expr.Name node) {
    generator.name(node.id(), node.context());
  }

  @Override
  public void visitListDisplay(Expr.ListDisplay node) {
    switch (node.context()) {
      case LOAD -> generator.displays.list(node.elements());
      case STORE -> generator.assignments.unpack(node.elements());
      case DELETE -> generator.visitAll(node.elements());
    }
  }

  @Override
  public void visitTupleDisplay(Expr.TupleDisplay node) {
    switch (node.context()) {
      case LOAD -> generator.displays.tuple(node.elements());
      case STORE -> generator.assignments.unpack(node.elements());
      case DELETE -> generator.visitAll(node.elements());
    }
  }
}
