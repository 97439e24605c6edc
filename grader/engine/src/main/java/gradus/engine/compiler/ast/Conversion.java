package gradus.engine.compiler.ast;

/** What an f-string's field applies before it formats, numbered as FORMAT_VALUE's argument. */
public enum Conversion {
  NONE,
  STR,
  REPR,
  ASCII
}
