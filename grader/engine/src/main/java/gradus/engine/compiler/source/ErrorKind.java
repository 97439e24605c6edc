package gradus.engine.compiler.source;

/** The exceptions a compilation can end with, each with its Python name. */
public enum ErrorKind {
  SYNTAX_ERROR("SyntaxError"),
  INDENTATION_ERROR("IndentationError"),
  TAB_ERROR("TabError"),
  VALUE_ERROR("ValueError"),
  OVERFLOW_ERROR("OverflowError"),
  SYSTEM_ERROR("SystemError"),
  UNICODE_ENCODE_ERROR("UnicodeEncodeError"),
  UNICODE_DECODE_ERROR("UnicodeDecodeError"),
  MEMORY_ERROR("MemoryError"),
  RECURSION_ERROR("RecursionError");

  private final String typeName;

  ErrorKind(String typeName) {
    this.typeName = typeName;
  }

  /** The name of the Python exception type. */
  public String typeName() {
    return typeName;
  }
}
