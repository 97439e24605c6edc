package gradus.engine.compiler.emit;

import gradus.engine.compiler.ast.Context;
import gradus.engine.compiler.code.Constant;
import gradus.engine.compiler.code.Opcode;
import gradus.engine.compiler.symbols.BlockType;
import gradus.engine.compiler.symbols.NameScope;

/** Loads, stores and deletes names, wherever they are kept. */
final class NameCode {
  private final CodeGenerator generator;

  NameCode(CodeGenerator generator) {
    this.generator = generator;
  }

  void emit(String name, Context context) {
    if (name.equals("__debug__") && context == Context.LOAD) {
      generator.loadConst(Constant.of(generator.optimize() == 0));
      return;
    }
    Unit unit = generator.unit();
    String mangled = generator.mangled(name);
    NameScope scope = unit.symbols.scopeOf(mangled);
    switch (scope) {
      case FREE -> generator.op(deref(context, unit), unit.freevars.number(mangled));
      case CELL -> generator.op(deref(context, unit), unit.cellvars.number(mangled));
      case LOCAL -> {
        if (unit.isFunction()) {
          generator.op(fast(context), unit.varnames.number(mangled));
        } else {
          generator.op(byName(context), unit.names.number(mangled));
        }
      }
      case GLOBAL_EXPLICIT -> generator.op(global(context), unit.names.number(mangled));
      default -> {
        Opcode opcode =
            scope == NameScope.GLOBAL_IMPLICIT && unit.isFunction()
                ? global(context)
                : byName(context);
        generator.op(opcode, unit.names.number(mangled));
      }
    }
  }

  private static Opcode deref(Context context, Unit unit) {
    return switch (context) {
      case LOAD ->
          unit.symbols.type() == BlockType.CLASS ? Opcode.LOAD_CLASSDEREF : Opcode.LOAD_DEREF;
      case STORE -> Opcode.STORE_DEREF;
      case DELETE -> Opcode.DELETE_DEREF;
    };
  }

  private static Opcode fast(Context context) {
    return switch (context) {
      case LOAD -> Opcode.LOAD_FAST;
      case STORE -> Opcode.STORE_FAST;
      case DELETE -> Opcode.DELETE_FAST;
    };
  }

  private static Opcode global(Context context) {
    return switch (context) {
      case LOAD -> Opcode.LOAD_GLOBAL;
      case STORE -> Opcode.STORE_GLOBAL;
      case DELETE -> Opcode.DELETE_GLOBAL;
    };
  }

  private static Opcode byName(Context context) {
    return switch (context) {
      case LOAD -> Opcode.LOAD_NAME;
      case STORE -> Opcode.STORE_NAME;
      case DELETE -> Opcode.DELETE_NAME;
    };
  }
}
