package gradus.engine.compiler.emit;

import gradus.engine.compiler.ast.Arguments;
import gradus.engine.compiler.ast.Context;
import gradus.engine.compiler.ast.Expr;
import gradus.engine.compiler.ast.FunctionParts;
import gradus.engine.compiler.ast.Parameter;
import gradus.engine.compiler.ast.Stmt;
import gradus.engine.compiler.code.Code;
import gradus.engine.compiler.code.Constant;
import gradus.engine.compiler.code.Opcode;
import gradus.engine.compiler.symbols.NameScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Functions and lambdas: their defaults, annotations, code and closure. */
final class FunctionCode {
  private static final int HAS_DEFAULTS = 0x1;
  private static final int HAS_KEYWORD_DEFAULTS = 0x2;
  private static final int HAS_ANNOTATIONS = 0x4;
  private static final int HAS_CLOSURE = 0x8;

  private final CodeGenerator generator;

  FunctionCode(CodeGenerator generator) {
    this.generator = generator;
  }

  void define(Stmt.FunctionDef node) {
    FunctionParts parts = node.parts();
    generator.visitAll(parts.decorators());
    int flags = defaults(parts.args()) | annotations(parts.args(), parts.returns());
    ScopeType type = node.async() ? ScopeType.ASYNC_FUNCTION : ScopeType.FUNCTION;
    generator.enter(type, node, parts.name(), node.lineno());
    Unit unit = generator.unit();
    unit.setArgumentCounts(parts.args().positional().size(), parts.args().keywordOnly().size());
    body(parts.body());
    finish(generator.leave(true), flags, unit.qualname);
    for (int i = 0; i < parts.decorators().size(); i++) {
      generator.op(Opcode.CALL_FUNCTION, 1);
    }
    generator.name(parts.name(), Context.STORE);
  }

  private void body(List<Stmt> body) {
    boolean documented = StatementCode.hasDocstring(body);
    Constant first = Constant.none();
    if (documented && generator.optimize() < 2) {
      first = ((Expr.StrLiteral) ((Stmt.ExprStmt) body.get(0)).value()).value();
    }
    generator.unit().consts.number(first);
    generator.visitStatements(documented ? body.subList(1, body.size()) : body);
  }

  void lambda(Expr.Lambda node) {
    int flags = defaults(node.args());
    generator.enter(ScopeType.LAMBDA, node, "<lambda>", node.lineno());
    Unit unit = generator.unit();
    // The first constant is None, so that no lambda has a docstring.
    unit.consts.number(Constant.none());
    unit.setArgumentCounts(node.args().positional().size(), node.args().keywordOnly().size());
    generator.visit(node.body());
    boolean generates = unit.symbols.isGenerator();
    if (!generates) {
      generator.op(Opcode.RETURN_VALUE);
    }
    finish(generator.leave(!generates), flags, unit.qualname);
  }

  private int defaults(Arguments args) {
    int flags = 0;
    if (!args.defaults().isEmpty()) {
      generator.visitAll(args.defaults());
      generator.op(Opcode.BUILD_TUPLE, args.defaults().size());
      flags |= HAS_DEFAULTS;
    }
    List<Constant> names = new ArrayList<>();
    for (int i = 0; i < args.keywordOnly().size(); i++) {
      Optional<Expr> value = args.keywordDefaults().get(i);
      if (value.isPresent()) {
        names.add(mangled(args.keywordOnly().get(i).name()));
        generator.visit(value.get());
      }
    }
    return buildMap(names) ? flags | HAS_KEYWORD_DEFAULTS : flags;
  }

  private Constant mangled(String name) {
    return Constant.of(generator.mangled(name));
  }

  /** Makes a dict of the values on the stack, if there are any. */
  private boolean buildMap(List<Constant> names) {
    if (names.isEmpty()) {
      return false;
    }
    generator.loadConst(new Constant.Tuple(names));
    generator.op(Opcode.BUILD_CONST_KEY_MAP, names.size());
    return true;
  }

  private int annotations(Arguments args, Optional<Expr> returns) {
    List<Constant> names = new ArrayList<>();
    args.positional().forEach(parameter -> annotation(parameter, names));
    args.rest().ifPresent(parameter -> annotation(parameter, names));
    args.keywordOnly().forEach(parameter -> annotation(parameter, names));
    args.restKeywords().ifPresent(parameter -> annotation(parameter, names));
    if (returns.isPresent()) {
      generator.visit(returns.get());
      names.add(Constant.of("return"));
    }
    return buildMap(names) ? HAS_ANNOTATIONS : 0;
  }

  private void annotation(Parameter parameter, List<Constant> names) {
    if (parameter.annotation().isPresent()) {
      generator.visit(parameter.annotation().get());
      names.add(mangled(parameter.name()));
    }
  }

  /** Makes the function of a code, with the cells it needs from here. */
  void finish(Code code, int flags, String qualname) {
    int all = flags;
    if (!code.freevars().isEmpty()) {
      for (String name : code.freevars()) {
        generator.op(Opcode.LOAD_CLOSURE, cell(name));
      }
      generator.op(Opcode.BUILD_TUPLE, code.freevars().size());
      all |= HAS_CLOSURE;
    }
    generator.loadConst(code);
    generator.loadConst(qualname);
    generator.op(Opcode.MAKE_FUNCTION, all);
  }

  private int cell(String name) {
    Unit unit = generator.unit();
    boolean own =
        unit.symbols.scopeOf(name) == NameScope.CELL
            || (unit.type == ScopeType.CLASS && name.equals("__class__"));
    return own ? unit.cellvars.number(name) : unit.freevars.number(name);
  }
}
