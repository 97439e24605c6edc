package gradus.engine.compiler.ast;

/** What an f-string's field applies before it formats, each with FORMAT_VALUE's argument for it. */
public enum Conversion {
  NONE(0),
  STR(1),
  REPR(2),
  ASCII(3);

  private final int argument;

  Conversion(int argument) {
    this.argument = argument;
  }

  public int argument() {
    return argument;
  }
}
