package gradus.engine.compiler.emit;

import gradus.engine.compiler.assemble.BasicBlock;
import gradus.engine.compiler.ast.Comprehension;
import gradus.engine.compiler.ast.Expr;
import gradus.engine.compiler.ast.Position;
import gradus.engine.compiler.code.Opcode;
import java.util.List;

/** Comprehensions and generator expressions: a function of their own that gets the iterator. */
final class ComprehensionCode {
  private final CodeGenerator generator;

  ComprehensionCode(CodeGenerator generator) {
    this.generator = generator;
  }

  /** What a kind of comprehension does with each element; told how deep its collection lies. */
  @FunctionalInterface
  private interface Collect {
    void emit(int depth);
  }

  void list(Expr.ListComp node) {
    Collect append =
        depth -> {
          generator.visit(node.element());
          generator.op(Opcode.LIST_APPEND, depth);
        };
    collection(node, "<listcomp>", node.generators(), Opcode.BUILD_LIST, append);
  }

  void set(Expr.SetComp node) {
    Collect add =
        depth -> {
          generator.visit(node.element());
          generator.op(Opcode.SET_ADD, depth);
        };
    collection(node, "<setcomp>", node.generators(), Opcode.BUILD_SET, add);
  }

  void dict(Expr.DictComp node) {
    Collect add =
        depth -> {
          generator.visit(node.value());
          generator.visit(node.key());
          generator.op(Opcode.MAP_ADD, depth);
        };
    collection(node, "<dictcomp>", node.generators(), Opcode.BUILD_MAP, add);
  }

  void generator(Expr.GeneratorExp node) {
    Collect yield =
        depth -> {
          generator.visit(node.element());
          generator.op(Opcode.YIELD_VALUE);
          generator.op(Opcode.POP_TOP);
        };
    generator.enter(ScopeType.COMPREHENSION, node, "<genexpr>", node.lineno());
    clauses(node.generators(), 0, yield);
    call(node.generators().get(0));
  }

  private void collection(
      Expr node, String name, List<Comprehension> generators, Opcode build, Collect collect) {
    boolean inCoroutine = generator.unit().symbols.isCoroutine();
    generator.enter(ScopeType.COMPREHENSION, node, name, node.lineno());
    boolean async = generator.unit().symbols.isCoroutine();
    if (async && !inCoroutine) {
      throw generator.error(
          new Position(node.lineno(), 0),
          "asynchronous comprehension outside of an asynchronous function");
    }
    generator.op(build, 0);
    clauses(generators, 0, collect);
    generator.op(Opcode.RETURN_VALUE);
    call(generators.get(0));
    if (async) {
      generator.op(Opcode.GET_AWAITABLE);
      generator.yieldFrom();
    }
  }

  /** Makes the function just written and calls it with the outermost iterator. */
  private void call(Comprehension outermost) {
    String qualname = generator.unit().qualname;
    generator.functions.finish(generator.leave(true), 0, qualname);
    iterate(outermost);
    generator.op(Opcode.CALL_FUNCTION, 1);
  }

  private void iterate(Comprehension clause) {
    generator.visit(clause.iterable());
    if (clause.async()) {
      generator.op(Opcode.GET_AITER);
      generator.yieldFrom();
    } else {
      generator.op(Opcode.GET_ITER);
    }
  }

  private void clauses(List<Comprehension> clauses, int index, Collect collect) {
    Comprehension clause = clauses.get(index);
    if (index == 0) {
      generator.unit().setArgumentCounts(1, 0);
      generator.op(Opcode.LOAD_FAST, 0);
    } else {
      iterate(clause);
    }
    BasicBlock start = new BasicBlock();
    BasicBlock anchor = new BasicBlock();
    generator.use(start);
    if (clause.async()) {
      generator.loops.asyncNext(start, anchor, () -> generator.visit(clause.target()));
    } else {
      generator.jump(Opcode.FOR_ITER, anchor);
      generator.useNewBlock();
      generator.visit(clause.target());
    }
    inner(clauses, index, start, collect);
    generator.use(anchor);
    if (clause.async()) {
      generator.loops.dropExhausted();
    }
  }

  private void inner(List<Comprehension> clauses, int index, BasicBlock start, Collect collect) {
    BasicBlock next = new BasicBlock();
    for (Expr condition : clauses.get(index).conditions()) {
      generator.visit(condition);
      generator.jump(Opcode.POP_JUMP_IF_FALSE, next);
      generator.useNewBlock();
    }
    if (index + 1 < clauses.size()) {
      clauses(clauses, index + 1, collect);
    } else {
      collect.emit(index + 2);
      generator.useNewBlock();
    }
    generator.use(next);
    generator.jump(Opcode.JUMP_ABSOLUTE, start);
  }
}
