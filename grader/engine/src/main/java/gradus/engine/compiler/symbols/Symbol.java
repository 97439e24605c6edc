package gradus.engine.compiler.symbols;

/** What is known of a name within a block: how it is mentioned there, and where it is kept. */
final class Symbol {
  static final int GLOBAL = 1;
  static final int LOCAL = 1 << 1;
  static final int PARAM = 1 << 2;
  static final int NONLOCAL = 1 << 3;
  static final int USE = 1 << 4;
  static final int FREE_CLASS = 1 << 6;
  static final int IMPORT = 1 << 7;
  static final int ANNOTATED = 1 << 8;
  static final int BOUND = LOCAL | PARAM | IMPORT;

  private int mentions;
  private NameScope scope = NameScope.UNKNOWN;

  boolean has(int mention) {
    return (mentions & mention) != 0;
  }

  void add(int mention) {
    mentions |= mention;
  }

  NameScope scope() {
    return scope;
  }

  void setScope(NameScope scope) {
    this.scope = scope;
  }
}
