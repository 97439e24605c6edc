package gradus.engine.compiler.symbols;

/** The kinds of text that have names of their own. */
public enum BlockType {
  FUNCTION,
  CLASS,
  MODULE
}
