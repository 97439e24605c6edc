package gradus.engine.compiler.symbols;

import gradus.engine.compiler.ast.Expr;
import gradus.engine.compiler.ast.Module;
import gradus.engine.compiler.ast.Position;
import gradus.engine.compiler.ast.Stmt;
import gradus.engine.compiler.source.Diagnostics;
import gradus.engine.compiler.source.ErrorKind;
import gradus.engine.compiler.source.PySyntaxError;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Walks a module and notes every mention of a name in the block it stands in. */
final class SymbolCollector {
  /** A level of syntax costs a third of a level of the interpreter's recursion. */
  private static final int STACK_FRAME_SCALE = 3;

  private final SymbolTable table;
  private final Diagnostics diagnostics;
  private final StatementSymbols statements = new StatementSymbols(this);
  private final ExpressionSymbols expressions = new ExpressionSymbols(this);
  private final Deque<Block> open = new ArrayDeque<>();
  private final int limit;
  private int depth;
  private Optional<String> className = Optional.empty();

  SymbolCollector(SymbolTable table, Diagnostics diagnostics, int depth, int limit) {
    this.table = table;
    this.diagnostics = diagnostics;
    this.depth = depth * STACK_FRAME_SCALE;
    this.limit = limit * STACK_FRAME_SCALE;
  }

  Block collect(Module module) {
    Block top = new Block(BlockType.MODULE, new Position(0, 0), false);
    table.put(module, top);
    open.push(top);
    if (module instanceof Module.Body body) {
      visitStatements(body.statements());
    } else if (module instanceof Module.Interactive interactive) {
      visitStatements(interactive.statements());
    } else if (module instanceof Module.Expression expression) {
      visit(expression.value());
    }
    open.pop();
    return top;
  }

  Block block() {
    return open.element();
  }

  /** Visits what stands in a block of its own. */
  void within(BlockType type, Object syntax, Position at, Runnable visit) {
    Block around = block();
    boolean nested = around.isNested() || around.type() == BlockType.FUNCTION;
    Block block = new Block(type, at, nested);
    table.put(syntax, block);
    around.children().add(block);
    open.push(block);
    visit.run();
    open.pop();
  }

  /** Visits the body of a class, whose private names are its own. */
  void withinClass(Stmt.ClassDef node) {
    within(
        BlockType.CLASS,
        node,
        node.at(),
        () -> {
          Optional<String> outer = className;
          className = Optional.of(node.name());
          visitStatements(node.body());
          className = outer;
        });
  }

  void visitStatements(List<Stmt> body) {
    for (Stmt statement : body) {
      enter();
      statement.accept(statements);
      depth--;
    }
  }

  void visit(Expr expression) {
    enter();
    expression.accept(expressions);
    depth--;
  }

  void visit(Optional<Expr> expression) {
    expression.ifPresent(this::visit);
  }

  void visitAll(List<Expr> several) {
    several.forEach(this::visit);
  }

  private void enter() {
    if (++depth > limit) {
      throw PySyntaxError.of(
          ErrorKind.RECURSION_ERROR, "maximum recursion depth exceeded during compilation");
    }
  }

  ExpressionSymbols expressions() {
    return expressions;
  }

  String mangled(String name) {
    return Mangling.mangle(className, name);
  }

  /** What is known of a name in the current block; nothing yet if it is new. */
  Symbol known(String name) {
    return block().symbols().getOrDefault(mangled(name), new Symbol());
  }

  void add(String name, int mention) {
    String mangled = mangled(name);
    Symbol symbol = block().symbol(mangled);
    if (mention == Symbol.PARAM) {
      if (symbol.has(Symbol.PARAM)) {
        throw error(block().at(), "duplicate argument '" + name + "' in function definition");
      }
      block().parameters().add(mangled);
    }
    symbol.add(mention);
    if (mention == Symbol.GLOBAL) {
      // What a function calls global is global by declaration in the module as well.
      open.getLast().symbol(mangled).add(Symbol.GLOBAL);
    }
  }

  PySyntaxError error(Position at, String message) {
    return diagnostics.placedLater(at.lineno(), at.column(), message);
  }
}
