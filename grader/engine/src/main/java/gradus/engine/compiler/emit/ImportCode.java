package gradus.engine.compiler.emit;

import gradus.engine.compiler.ast.Alias;
import gradus.engine.compiler.ast.Context;
import gradus.engine.compiler.ast.Stmt;
import gradus.engine.compiler.code.Constant;
import gradus.engine.compiler.code.Opcode;
import java.util.List;

/** Import statements. */
final class ImportCode {
  private final CodeGenerator generator;

  ImportCode(CodeGenerator generator) {
    this.generator = generator;
  }

  void modules(Stmt.Import node) {
    for (Alias alias : node.names()) {
      generator.loadConst(Constant.of(0));
      generator.loadNone();
      generator.nameOp(Opcode.IMPORT_NAME, alias.name());
      String[] parts = alias.name().split("\\.", -1);
      if (alias.as().isPresent()) {
        // The module imported is the outermost; what is bound is the innermost.
        for (int i = 1; i < parts.length; i++) {
          generator.op(Opcode.LOAD_ATTR, generator.unit().names.number(parts[i]));
        }
      }
      generator.name(alias.as().orElse(parts[0]), Context.STORE);
    }
  }

  void from(Stmt.ImportFrom node) {
    if (node.lineno() > generator.future().lastLine() && Future.isFutureImport(node)) {
      throw generator.error(Future.LATE);
    }
    List<Constant> names =
        node.names().stream().<Constant>map(alias -> Constant.of(alias.name())).toList();
    generator.loadConst(Constant.of(node.level()));
    generator.loadConst(new Constant.Tuple(names));
    generator.nameOp(Opcode.IMPORT_NAME, node.module().orElse(""));
    if (node.names().get(0).name().equals("*")) {
      generator.op(Opcode.IMPORT_STAR);
      return;
    }
    for (Alias alias : node.names()) {
      generator.nameOp(Opcode.IMPORT_FROM, alias.name());
      generator.name(alias.as().orElse(alias.name()), Context.STORE);
    }
    generator.op(Opcode.POP_TOP);
  }
}
