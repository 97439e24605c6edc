package gradus.engine.compiler.emit;

import gradus.engine.compiler.ast.Context;
import gradus.engine.compiler.ast.Stmt;
import gradus.engine.compiler.code.Opcode;
import java.util.Optional;

/** Class definitions: a function that fills the namespace, handed to {@code __build_class__}. */
final class ClassCode {
  private final CodeGenerator generator;

  ClassCode(CodeGenerator generator) {
    this.generator = generator;
  }

  void define(Stmt.ClassDef node) {
    generator.visitAll(node.decorators());
    generator.enter(ScopeType.CLASS, node, node.name(), node.lineno());
    body(node);
    var code = generator.leave(true);
    generator.op(Opcode.LOAD_BUILD_CLASS);
    generator.functions.finish(code, 0, node.name());
    generator.loadConst(node.name());
    generator.calls.arguments(2, node.bases(), node.keywords());
    for (int i = 0; i < node.decorators().size(); i++) {
      generator.op(Opcode.CALL_FUNCTION, 1);
    }
    generator.name(node.name(), Context.STORE);
  }

  private void body(Stmt.ClassDef node) {
    Unit unit = generator.unit();
    unit.className = Optional.of(node.name());
    generator.name("__name__", Context.LOAD);
    generator.name("__module__", Context.STORE);
    generator.loadConst(unit.qualname);
    generator.name("__qualname__", Context.STORE);
    generator.statements.body(node.body());
    if (unit.symbols.needsClassClosure()) {
      generator.op(Opcode.LOAD_CLOSURE, unit.cellvars.number("__class__"));
      generator.op(Opcode.DUP_TOP);
      generator.name("__classcell__", Context.STORE);
    } else {
      generator.loadNone();
    }
    generator.op(Opcode.RETURN_VALUE);
  }
}
