package gradus.engine.compiler.symbols;

import gradus.engine.compiler.ast.Position;
import gradus.engine.compiler.source.Diagnostics;
import gradus.engine.compiler.source.PySyntaxError;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides for every name of every block where it is kept: blocks hand down what is bound and what
 * is global, and hand back what is free.
 */
final class ScopeAnalysis {
  private static final String CLASS_CELL = "__class__";

  private final Diagnostics diagnostics;

  ScopeAnalysis(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  void analyze(Block module) {
    analyze(module, Optional.empty(), new HashSet<>());
  }

  /**
   * Analyzes a block and those in it.
   *
   * @param bound the names functions around bind; empty at module level
   * @return the names this block and its children need from around
   */
  private Set<String> analyze(Block block, Optional<Set<String>> bound, Set<String> globals) {
    boolean isClass = block.type() == BlockType.CLASS;
    // What a class binds is not seen from the functions in it: they see what the class sees.
    Set<String> boundInside = new HashSet<>();
    Set<String> globalsInside = new HashSet<>();
    if (isClass) {
      boundInside.addAll(bound.orElse(Set.of()));
      globalsInside.addAll(globals);
    }
    Set<String> locals = new HashSet<>();
    Set<String> free = new HashSet<>();
    for (var entry : block.symbols().entrySet()) {
      resolve(block, entry, bound, globals, locals, free);
    }
    if (isClass) {
      boundInside.add(CLASS_CELL);
    } else {
      if (block.type() == BlockType.FUNCTION) {
        boundInside.addAll(locals);
      }
      boundInside.addAll(bound.orElse(Set.of()));
      globalsInside.addAll(globals);
    }
    Set<String> freeInside = new HashSet<>();
    for (Block child : block.children()) {
      freeInside.addAll(
          analyze(child, Optional.of(new HashSet<>(boundInside)), new HashSet<>(globalsInside)));
    }
    keepOwn(block, freeInside);
    handUp(block, bound, freeInside);
    free.addAll(freeInside);
    return free;
  }

  private void resolve(
      Block block,
      Map.Entry<String, Symbol> entry,
      Optional<Set<String>> bound,
      Set<String> globals,
      Set<String> locals,
      Set<String> free) {
    String name = entry.getKey();
    Symbol symbol = entry.getValue();
    if (symbol.has(Symbol.GLOBAL)) {
      checkNoParameter(block, name, symbol, "global");
      if (symbol.has(Symbol.NONLOCAL)) {
        throw error(block, name, "name '" + name + "' is nonlocal and global");
      }
      symbol.setScope(NameScope.GLOBAL_EXPLICIT);
      globals.add(name);
      bound.ifPresent(names -> names.remove(name));
    } else if (symbol.has(Symbol.NONLOCAL)) {
      checkNoParameter(block, name, symbol, "nonlocal");
      checkNonlocal(block, name, bound);
      symbol.setScope(NameScope.FREE);
      free.add(name);
    } else if (symbol.has(Symbol.BOUND)) {
      symbol.setScope(NameScope.LOCAL);
      locals.add(name);
      globals.remove(name);
    } else if (bound.isPresent() && bound.get().contains(name)) {
      symbol.setScope(NameScope.FREE);
      free.add(name);
    } else {
      symbol.setScope(NameScope.GLOBAL_IMPLICIT);
    }
  }

  private void checkNoParameter(Block block, String name, Symbol symbol, String word) {
    if (symbol.has(Symbol.PARAM)) {
      throw error(block, name, "name '" + name + "' is parameter and " + word);
    }
  }

  private void checkNonlocal(Block block, String name, Optional<Set<String>> bound) {
    if (bound.isEmpty()) {
      throw error(block, name, "nonlocal declaration not allowed at module level");
    }
    if (!bound.get().contains(name)) {
      throw error(block, name, "no binding for nonlocal '" + name + "' found");
    }
  }

  private PySyntaxError error(Block block, String name, String message) {
    Position at = block.directives().getOrDefault(name, block.at());
    return diagnostics.placedLater(at.lineno(), at.column(), message);
  }

  /** Takes from the names the children need those that this block itself provides. */
  private static void keepOwn(Block block, Set<String> freeInside) {
    if (block.type() == BlockType.CLASS) {
      if (freeInside.remove(CLASS_CELL)) {
        block.markClassClosure();
      }
    } else if (block.type() == BlockType.FUNCTION) {
      block
          .symbols()
          .forEach(
              (name, symbol) -> {
                if (symbol.scope() == NameScope.LOCAL && freeInside.remove(name)) {
                  symbol.setScope(NameScope.CELL);
                }
              });
    }
  }

  /** Notes the names that pass through this block on their way up. */
  private static void handUp(Block block, Optional<Set<String>> bound, Set<String> freeInside) {
    for (String name : freeInside) {
      Symbol known = block.symbols().get(name);
      if (known != null) {
        if (block.type() == BlockType.CLASS && known.has(Symbol.BOUND | Symbol.GLOBAL)) {
          known.add(Symbol.FREE_CLASS);
        }
      } else if (bound.isEmpty() || bound.get().contains(name)) {
        block.symbol(name).setScope(NameScope.FREE);
      }
    }
  }
}
