package gradus.engine.compiler.parse;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The symbols of the grammar: first the tokens, then the rules. */
public enum NodeType {
  ENDMARKER,
  NAME,
  NUMBER,
  STRING,
  NEWLINE,
  INDENT,
  DEDENT,
  ASYNC,
  AWAIT,
  LPAR("("),
  RPAR(")"),
  LSQB("["),
  RSQB("]"),
  COLON(":"),
  COMMA(","),
  SEMI(";"),
  PLUS("+"),
  MINUS("-"),
  STAR("*"),
  SLASH("/"),
  VBAR("|"),
  AMPER("&"),
  LESS("<"),
  GREATER(">"),
  EQUAL("="),
  DOT("."),
  PERCENT("%"),
  LBRACE("{"),
  RBRACE("}"),
  EQEQUAL("=="),
  NOTEQUAL("!="),
  LESSEQUAL("<="),
  GREATEREQUAL(">="),
  TILDE("~"),
  CIRCUMFLEX("^"),
  LEFTSHIFT("<<"),
  RIGHTSHIFT(">>"),
  DOUBLESTAR("**"),
  PLUSEQUAL("+="),
  MINEQUAL("-="),
  STAREQUAL("*="),
  SLASHEQUAL("/="),
  PERCENTEQUAL("%="),
  AMPEREQUAL("&="),
  VBAREQUAL("|="),
  CIRCUMFLEXEQUAL("^="),
  LEFTSHIFTEQUAL("<<="),
  RIGHTSHIFTEQUAL(">>="),
  DOUBLESTAREQUAL("**="),
  DOUBLESLASH("//"),
  DOUBLESLASHEQUAL("//="),
  AT("@"),
  ATEQUAL("@="),
  RARROW("->"),
  ELLIPSIS("..."),
  /** A character that begins no token. */
  OP,
  ERRORTOKEN,

  SINGLE_INPUT,
  FILE_INPUT,
  EVAL_INPUT,
  DECORATOR,
  DECORATORS,
  DECORATED,
  ASYNC_FUNCDEF,
  FUNCDEF,
  PARAMETERS,
  TYPEDARGSLIST,
  TFPDEF,
  VARARGSLIST,
  VFPDEF,
  STMT,
  SIMPLE_STMT,
  SMALL_STMT,
  EXPR_STMT,
  ANNASSIGN,
  TESTLIST_STAR_EXPR,
  AUGASSIGN,
  DEL_STMT,
  PASS_STMT,
  FLOW_STMT,
  BREAK_STMT,
  CONTINUE_STMT,
  RETURN_STMT,
  YIELD_STMT,
  RAISE_STMT,
  IMPORT_STMT,
  IMPORT_NAME,
  IMPORT_FROM,
  IMPORT_AS_NAME,
  DOTTED_AS_NAME,
  IMPORT_AS_NAMES,
  DOTTED_AS_NAMES,
  DOTTED_NAME,
  GLOBAL_STMT,
  NONLOCAL_STMT,
  ASSERT_STMT,
  COMPOUND_STMT,
  ASYNC_STMT,
  IF_STMT,
  WHILE_STMT,
  FOR_STMT,
  TRY_STMT,
  WITH_STMT,
  WITH_ITEM,
  EXCEPT_CLAUSE,
  SUITE,
  TEST,
  TEST_NOCOND,
  LAMBDEF,
  LAMBDEF_NOCOND,
  OR_TEST,
  AND_TEST,
  NOT_TEST,
  COMPARISON,
  COMP_OP,
  STAR_EXPR,
  EXPR,
  XOR_EXPR,
  AND_EXPR,
  SHIFT_EXPR,
  ARITH_EXPR,
  TERM,
  FACTOR,
  POWER,
  ATOM_EXPR,
  ATOM,
  TESTLIST_COMP,
  TRAILER,
  SUBSCRIPTLIST,
  SUBSCRIPT,
  SLICEOP,
  EXPRLIST,
  TESTLIST,
  DICTORSETMAKER,
  CLASSDEF,
  ARGLIST,
  ARGUMENT,
  COMP_ITER,
  COMP_FOR,
  COMP_IF,
  YIELD_EXPR,
  YIELD_ARG;

  private static final NodeType[] ALL = values();
  private static final Map<String, NodeType> BY_TEXT = byText();

  private final String text;

  NodeType() {
    this("");
  }

  NodeType(String text) {
    this.text = text;
  }

  /** The operator or delimiter a token always reads as; empty where its text varies. */
  public String text() {
    return text;
  }

  /** The operator or delimiter with a text. */
  static Optional<NodeType> ofText(String text) {
    return Optional.ofNullable(BY_TEXT.get(text));
  }

  /** The symbol a grammar calls by this name: tokens in capitals, rules in small letters. */
  static NodeType ofName(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** A dense number for the parser's tables; keywords are numbered on from the last. */
  @SuppressWarnings("EnumOrdinal")
  int label() {
    return ordinal();
  }

  static NodeType ofLabel(int label) {
    return ALL[label];
  }

  /** How many symbols there are, and so the first label of a keyword. */
  static int count() {
    return ALL.length;
  }

  boolean isRule() {
    return compareTo(ERRORTOKEN) > 0;
  }

  private static Map<String, NodeType> byText() {
    Map<String, NodeType> types = new HashMap<>();
    for (NodeType type : values()) {
      if (!type.text.isEmpty()) {
        types.put(type.text, type);
      }
    }
    types.put("<>", NOTEQUAL);
    return types;
  }
}
