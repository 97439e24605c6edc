package gradus.engine.compiler.symbols;

import gradus.engine.compiler.ast.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A module, class or function with the names in it ({@code PySTEntryObject}). */
public final class Block {
  private final BlockType type;
  private final Position at;
  private final boolean nested;
  private final Map<String, Symbol> symbols = new LinkedHashMap<>();
  private final List<String> parameters = new ArrayList<>();
  private final List<Block> children = new ArrayList<>();
  private final Map<String, Position> directives = new HashMap<>();
  private boolean generator;
  private boolean coroutine;
  private boolean varargs;
  private boolean varkeywords;
  private boolean needsClassClosure;

  Block(BlockType type, Position at, boolean nested) {
    this.type = type;
    this.at = at;
    this.nested = nested;
  }

  public BlockType type() {
    return type;
  }

  Position at() {
    return at;
  }

  /** Whether a function is somewhere around it. */
  public boolean isNested() {
    return nested;
  }

  Map<String, Symbol> symbols() {
    return symbols;
  }

  Symbol symbol(String name) {
    return symbols.computeIfAbsent(name, n -> new Symbol());
  }

  /** Where the block keeps a name's value. */
  public NameScope scopeOf(String name) {
    return Optional.ofNullable(symbols.get(name)).map(Symbol::scope).orElse(NameScope.UNKNOWN);
  }

  /** The parameters, in the order of co_varnames. */
  public List<String> parameters() {
    return parameters;
  }

  /** The names other functions share, in order. */
  public List<String> cellNames() {
    return sorted(symbol -> symbol.scope() == NameScope.CELL);
  }

  /** The names taken from around, in order. */
  public List<String> freeNames() {
    return sorted(s -> s.scope() == NameScope.FREE || s.has(Symbol.FREE_CLASS));
  }

  private List<String> sorted(Predicate<Symbol> wanted) {
    return symbols.entrySet().stream()
        .filter(entry -> wanted.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .sorted(Block::byCodePoints)
        .toList();
  }

  private static int byCodePoints(String a, String b) {
    int[] left = a.codePoints().toArray();
    int[] right = b.codePoints().toArray();
    return Arrays.compare(left, right);
  }

  List<Block> children() {
    return children;
  }

  /** Where a global or nonlocal statement names each name. */
  Map<String, Position> directives() {
    return directives;
  }

  public boolean isGenerator() {
    return generator;
  }

  public boolean isCoroutine() {
    return coroutine;
  }

  public boolean hasVarargs() {
    return varargs;
  }

  public boolean hasVarkeywords() {
    return varkeywords;
  }

  /** Whether a method of this class mentions {@code __class__} or {@code super}. */
  public boolean needsClassClosure() {
    return needsClassClosure;
  }

  void markGenerator() {
    generator = true;
  }

  void markCoroutine() {
    coroutine = true;
  }

  void markVarargs() {
    varargs = true;
  }

  void markVarkeywords() {
    varkeywords = true;
  }

  void markClassClosure() {
    needsClassClosure = true;
  }
}
