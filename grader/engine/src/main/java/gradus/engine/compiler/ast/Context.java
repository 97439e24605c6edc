package gradus.engine.compiler.ast;

/** What an expression stands there for. */
public enum Context {
  LOAD,
  STORE,
  DELETE
}
