package gradus.engine.compiler.emit;

import gradus.engine.compiler.assemble.BasicBlock;
import gradus.engine.compiler.ast.Context;
import gradus.engine.compiler.ast.Expr;
import gradus.engine.compiler.ast.Module;
import gradus.engine.compiler.ast.Position;
import gradus.engine.compiler.ast.Stmt;
import gradus.engine.compiler.code.Code;
import gradus.engine.compiler.code.Constant;
import gradus.engine.compiler.code.Opcode;
import gradus.engine.compiler.source.Diagnostics;
import gradus.engine.compiler.source.PySyntaxError;
import gradus.engine.compiler.symbols.Block;
import gradus.engine.compiler.symbols.Mangling;
import gradus.engine.compiler.symbols.NameScope;
import gradus.engine.compiler.symbols.SymbolTable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Writes instructions for a module in CPython 3.6's order (Python/compile.c). This class keeps the
 * code objects being written; the parts of the language have a class each.
 */
public final class CodeGenerator {
  private final Diagnostics diagnostics;
  private final SymbolTable symbols;
  private final Future future;
  private final int optimize;
  private final Deque<Unit> units = new ArrayDeque<>();
  private boolean interactive;

  final NameCode names = new NameCode(this);
  final StatementCode statements = new StatementCode(this);
  final LoopCode loops = new LoopCode(this);
  final TryCode tries = new TryCode(this);
  final WithCode withs = new WithCode(this);
  final ImportCode imports = new ImportCode(this);
  final AssignmentCode assignments = new AssignmentCode(this);
  final FunctionCode functions = new FunctionCode(this);
  final ClassCode classes = new ClassCode(this);
  final ExpressionCode expressions = new ExpressionCode(this);
  final DisplayCode displays = new DisplayCode(this);
  final SubscriptCode subscripts = new SubscriptCode(this);
  final CallCode calls = new CallCode(this);
  final ComprehensionCode comprehensions = new ComprehensionCode(this);

  private CodeGenerator(Diagnostics diagnostics, SymbolTable symbols, Future future, int optimize) {
    this.diagnostics = diagnostics;
    this.symbols = symbols;
    this.future = future;
    this.optimize = optimize;
  }

  /**
   * The code of a module.
   *
   * @param optimize 0, 1 without asserts, 2 without docstrings as well
   */
  public static Code generate(
      Module module, SymbolTable symbols, Future future, int optimize, Diagnostics diagnostics) {
    return new CodeGenerator(diagnostics, symbols, future, optimize).module(module);
  }

  private Code module(Module module) {
    Block block = symbols.blockOf(module);
    units.push(new Unit(ScopeType.MODULE, block, "<module>", "<module>", 0, Optional.empty()));
    if (module instanceof Module.Expression expression) {
      visit(expression.value());
      return leave(false);
    }
    if (module instanceof Module.Interactive single) {
      interactive = true;
      if (Annotations.areIn(single.statements())) {
        op(Opcode.SETUP_ANNOTATIONS);
      }
      visitStatements(single.statements());
    } else if (module instanceof Module.Body body) {
      statements.body(body.statements());
    }
    return leave(true);
  }

  Unit unit() {
    return units.element();
  }

  Future future() {
    return future;
  }

  int optimize() {
    return optimize;
  }

  /** Whether expression statements print their value: at the top of interactive input. */
  boolean printsValues() {
    return interactive && units.size() == 1;
  }

  /** Begins the code object of a definition, lambda or comprehension. */
  void enter(ScopeType type, Object syntax, String name, int firstLineno) {
    Unit parent = unit();
    Block block = symbols.blockOf(syntax);
    String qualname = qualname(parent, type, name);
    units.push(new Unit(type, block, name, qualname, firstLineno, parent.className));
  }

  private String qualname(Unit parent, ScopeType type, String name) {
    boolean named = type != ScopeType.LAMBDA && type != ScopeType.COMPREHENSION;
    if (units.size() == 1) {
      return name;
    }
    String mangled = Mangling.mangle(parent.className, name);
    if (named && parent.symbols.scopeOf(mangled) == NameScope.GLOBAL_EXPLICIT) {
      return name;
    }
    String locals = parent.type.hidesLocals() ? ".<locals>" : "";
    return parent.qualname + locals + "." + name;
  }

  /** Ends the code object that was begun last. */
  Code leave(boolean returnsNone) {
    Code code = unit().assemble(diagnostics.filename(), future.flags(), returnsNone);
    units.pop();
    return code;
  }

  void op(Opcode opcode) {
    unit().add(opcode, 0);
  }

  void op(Opcode opcode, int argument) {
    unit().add(opcode, argument);
  }

  void jump(Opcode opcode, BasicBlock target) {
    unit().jump(opcode, target);
  }

  void use(BasicBlock block) {
    unit().use(block);
  }

  void useNewBlock() {
    unit().use(new BasicBlock());
  }

  void loadConst(Constant constant) {
    op(Opcode.LOAD_CONST, unit().consts.number(constant));
  }

  void loadConst(String text) {
    loadConst(Constant.of(text));
  }

  void loadNone() {
    loadConst(Constant.none());
  }

  /** An instruction on a global of the interpreter's own choice. */
  void loadGlobal(String name) {
    op(Opcode.LOAD_GLOBAL, unit().names.number(name));
  }

  String mangled(String name) {
    return Mangling.mangle(unit().className, name);
  }

  /** An instruction on a name in co_names, as it is mangled here. */
  void nameOp(Opcode opcode, String name) {
    op(opcode, unit().names.number(mangled(name)));
  }

  void name(String name, Context context) {
    names.emit(name, context);
  }

  void visit(Expr expression) {
    unit().enterExpression(expression.at());
    expression.accept(expressions);
  }

  void visitAll(List<Expr> several) {
    several.forEach(this::visit);
  }

  void visitStatements(List<Stmt> body) {
    for (Stmt statement : body) {
      unit().enterLine(statement.at());
      statement.accept(statements);
    }
  }

  /** Waits for what is on the stack. */
  void yieldFrom() {
    loadNone();
    op(Opcode.YIELD_FROM);
  }

  /** An error at the expression or statement being compiled. */
  PySyntaxError error(String message) {
    return diagnostics.at(unit().lineno(), unit().column(), message);
  }

  PySyntaxError error(Position at, String message) {
    return diagnostics.at(at.lineno(), at.column(), message);
  }
}
