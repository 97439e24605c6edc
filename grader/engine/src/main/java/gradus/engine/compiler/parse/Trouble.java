package gradus.engine.compiler.parse;

import gradus.engine.compiler.source.ErrorKind;

/** Why reading stopped (Include/errcode.h), and what the user is told. */
enum Trouble {
  NONE(ErrorKind.SYSTEM_ERROR, ""),
  EOF(ErrorKind.SYNTAX_ERROR, "unexpected EOF while parsing"),
  SYNTAX(ErrorKind.SYNTAX_ERROR, "invalid syntax"),
  BAD_TOKEN(ErrorKind.SYNTAX_ERROR, "invalid token"),
  OPEN_TRIPLE_QUOTE(ErrorKind.SYNTAX_ERROR, "EOF while scanning triple-quoted string literal"),
  OPEN_QUOTE(ErrorKind.SYNTAX_ERROR, "EOL while scanning string literal"),
  BAD_IDENTIFIER(ErrorKind.SYNTAX_ERROR, "invalid character in identifier"),
  BAD_CONTINUATION(
      ErrorKind.SYNTAX_ERROR, "unexpected character after line continuation character"),
  NOT_SINGLE(
      ErrorKind.SYNTAX_ERROR, "multiple statements found while compiling a single statement"),
  BARRY(ErrorKind.SYNTAX_ERROR, "with Barry as BDFL, use '<>' instead of '!='"),
  EXPECTED_INDENT(ErrorKind.INDENTATION_ERROR, "expected an indented block"),
  UNEXPECTED_INDENT(ErrorKind.INDENTATION_ERROR, "unexpected indent"),
  UNEXPECTED_DEDENT(ErrorKind.INDENTATION_ERROR, "unexpected unindent"),
  BAD_DEDENT(ErrorKind.INDENTATION_ERROR, "unindent does not match any outer indentation level"),
  TOO_DEEP(ErrorKind.INDENTATION_ERROR, "too many levels of indentation"),
  TABS_AND_SPACES(ErrorKind.TAB_ERROR, "inconsistent use of tabs and spaces in indentation");

  private final ErrorKind kind;
  private final String message;

  Trouble(ErrorKind kind, String message) {
    this.kind = kind;
    this.message = message;
  }

  ErrorKind kind() {
    return kind;
  }

  String message() {
    return message;
  }
}
