package gradus.engine.compiler.symbols;

/** Where a name's value is kept. */
public enum NameScope {
  /** The name is not mentioned in the block. */
  UNKNOWN,
  LOCAL,
  GLOBAL_EXPLICIT,
  GLOBAL_IMPLICIT,
  FREE,
  CELL
}
