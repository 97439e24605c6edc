package gradus.engine.compiler.symbols;

import gradus.engine.compiler.ast.Module;
import gradus.engine.compiler.source.Diagnostics;
import java.util.IdentityHashMap;

/** The blocks of a text, found by the syntax that opens each (Python/symtable.c). */
public final class SymbolTable {
  private final IdentityHashMap<Object, Block> blocks = new IdentityHashMap<>();

  SymbolTable() {}

  /**
   * Collects the names of a module and decides where each belongs.
   *
   * @param depth how deep the interpreter's own recursion is when it compiles
   * @param limit the interpreter's recursion limit
   */
  public static SymbolTable of(Module module, Diagnostics diagnostics, int depth, int limit) {
    SymbolTable table = new SymbolTable();
    Block top = new SymbolCollector(table, diagnostics, depth, limit).collect(module);
    new ScopeAnalysis(diagnostics).analyze(top);
    return table;
  }

  void put(Object syntax, Block block) {
    blocks.put(syntax, block);
  }

  /** The block a module, definition, lambda or comprehension opens. */
  public Block blockOf(Object syntax) {
    Block block = blocks.get(syntax);
    if (block == null) {
      throw new IllegalStateException("no block was opened by " + syntax.getClass());
    }
    return block;
  }
}
