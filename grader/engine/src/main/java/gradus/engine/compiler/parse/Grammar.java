package gradus.engine.compiler.parse;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The grammar of Python 3.6 (language reference, "Full Grammar specification") as a table of
 * automata, one a rule. A {@code [part]} may be left out, {@code *} and {@code +} repeat.
 */
final class Grammar {
  private static final String RULES =
      """
      single_input: NEWLINE | simple_stmt | compound_stmt NEWLINE
      file_input: (NEWLINE | stmt)* ENDMARKER
      eval_input: testlist NEWLINE* ENDMARKER
      decorator: '@' dotted_name ['(' [arglist] ')'] NEWLINE
      decorators: decorator+
      decorated: decorators (classdef | funcdef | async_funcdef)
      async_funcdef: ASYNC funcdef
      funcdef: 'def' NAME parameters ['->' test] ':' suite
      parameters: '(' [typedargslist] ')'
      typedargslist: tfpdef ['=' test] (',' tfpdef ['=' test])* [',' [ \
          '*' [tfpdef] (',' tfpdef ['=' test])* [',' ['**' tfpdef [',']]] | '**' tfpdef [',']]] \
        | '*' [tfpdef] (',' tfpdef ['=' test])* [',' ['**' tfpdef [',']]] | '**' tfpdef [',']
      tfpdef: NAME [':' test]
      varargslist: vfpdef ['=' test] (',' vfpdef ['=' test])* [',' [ \
          '*' [vfpdef] (',' vfpdef ['=' test])* [',' ['**' vfpdef [',']]] | '**' vfpdef [',']]] \
        | '*' [vfpdef] (',' vfpdef ['=' test])* [',' ['**' vfpdef [',']]] | '**' vfpdef [',']
      vfpdef: NAME
      stmt: simple_stmt | compound_stmt
      simple_stmt: small_stmt (';' small_stmt)* [';'] NEWLINE
      small_stmt: expr_stmt | del_stmt | pass_stmt | flow_stmt | import_stmt | global_stmt \
        | nonlocal_stmt | assert_stmt
      expr_stmt: testlist_star_expr \
        (annassign | augassign (yield_expr | testlist) | ('=' (yield_expr | testlist_star_expr))*)
      annassign: ':' test ['=' test]
      testlist_star_expr: (test | star_expr) (',' (test | star_expr))* [',']
      augassign: '+=' | '-=' | '*=' | '@=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>=' \
        | '**=' | '//='
      del_stmt: 'del' exprlist
      pass_stmt: 'pass'
      flow_stmt: break_stmt | continue_stmt | return_stmt | raise_stmt | yield_stmt
      break_stmt: 'break'
      continue_stmt: 'continue'
      return_stmt: 'return' [testlist]
      yield_stmt: yield_expr
      raise_stmt: 'raise' [test ['from' test]]
      import_stmt: import_name | import_from
      import_name: 'import' dotted_as_names
      import_from: 'from' (('.' | '...')* dotted_name | ('.' | '...')+) \
        'import' ('*' | '(' import_as_names ')' | import_as_names)
      import_as_name: NAME ['as' NAME]
      dotted_as_name: dotted_name ['as' NAME]
      import_as_names: import_as_name (',' import_as_name)* [',']
      dotted_as_names: dotted_as_name (',' dotted_as_name)*
      dotted_name: NAME ('.' NAME)*
      global_stmt: 'global' NAME (',' NAME)*
      nonlocal_stmt: 'nonlocal' NAME (',' NAME)*
      assert_stmt: 'assert' test [',' test]
      compound_stmt: if_stmt | while_stmt | for_stmt | try_stmt | with_stmt | funcdef | classdef \
        | decorated | async_stmt
      async_stmt: ASYNC (funcdef | with_stmt | for_stmt)
      if_stmt: 'if' test ':' suite ('elif' test ':' suite)* ['else' ':' suite]
      while_stmt: 'while' test ':' suite ['else' ':' suite]
      for_stmt: 'for' exprlist 'in' testlist ':' suite ['else' ':' suite]
      try_stmt: 'try' ':' suite ((except_clause ':' suite)+ ['else' ':' suite] \
        ['finally' ':' suite] | 'finally' ':' suite)
      with_stmt: 'with' with_item (',' with_item)* ':' suite
      with_item: test ['as' expr]
      except_clause: 'except' [test ['as' NAME]]
      suite: simple_stmt | NEWLINE INDENT stmt+ DEDENT
      test: or_test ['if' or_test 'else' test] | lambdef
      test_nocond: or_test | lambdef_nocond
      lambdef: 'lambda' [varargslist] ':' test
      lambdef_nocond: 'lambda' [varargslist] ':' test_nocond
      or_test: and_test ('or' and_test)*
      and_test: not_test ('and' not_test)*
      not_test: 'not' not_test | comparison
      comparison: expr (comp_op expr)*
      comp_op: '<' | '>' | '==' | '>=' | '<=' | '!=' | 'in' | 'not' 'in' | 'is' | 'is' 'not'
      star_expr: '*' expr
      expr: xor_expr ('|' xor_expr)*
      xor_expr: and_expr ('^' and_expr)*
      and_expr: shift_expr ('&' shift_expr)*
      shift_expr: arith_expr (('<<' | '>>') arith_expr)*
      arith_expr: term (('+' | '-') term)*
      term: factor (('*' | '@' | '/' | '%' | '//') factor)*
      factor: ('+' | '-' | '~') factor | power
      power: atom_expr ['**' factor]
      atom_expr: [AWAIT] atom trailer*
      atom: '(' [yield_expr | testlist_comp] ')' | '[' [testlist_comp] ']' \
        | '{' [dictorsetmaker] '}' | NAME | NUMBER | STRING+ | '...' | 'None' | 'True' | 'False'
      testlist_comp: (test | star_expr) (comp_for | (',' (test | star_expr))* [','])
      trailer: '(' [arglist] ')' | '[' subscriptlist ']' | '.' NAME
      subscriptlist: subscript (',' subscript)* [',']
      subscript: test | [test] ':' [test] [sliceop]
      sliceop: ':' [test]
      exprlist: (expr | star_expr) (',' (expr | star_expr))* [',']
      testlist: test (',' test)* [',']
      dictorsetmaker: (test ':' test | '**' expr) \
          (comp_for | (',' (test ':' test | '**' expr))* [',']) \
        | (test | star_expr) (comp_for | (',' (test | star_expr))* [','])
      classdef: 'class' NAME ['(' [arglist] ')'] ':' suite
      arglist: argument (',' argument)* [',']
      argument: test [comp_for] | test '=' test | '**' test | '*' test
      comp_iter: comp_for | comp_if
      comp_for: [ASYNC] 'for' exprlist 'in' or_test [comp_iter]
      comp_if: 'if' test_nocond [comp_iter]
      yield_expr: 'yield' [yield_arg]
      yield_arg: 'from' test | testlist
      """;

  private static final Grammar PYTHON = new Grammar(RULES);

  private final Map<String, Integer> keywords = new HashMap<>();
  private final Map<NodeType, Automaton> automata = new EnumMap<>(NodeType.class);

  private Grammar(String rules) {
    List<RuleParser> parsers = new ArrayList<>();
    for (String line : rules.lines().toList()) {
      parsers.add(new RuleParser(line, this));
    }
    for (RuleParser parser : parsers) {
      automata.put(parser.name(), Automaton.of(parser.name(), parser.parse()));
    }
    FirstSets firsts = new FirstSets(automata);
    automata.values().forEach(automaton -> automaton.link(firsts, labels()));
  }

  /** Python's own. */
  static Grammar python() {
    return PYTHON;
  }

  Automaton automaton(NodeType rule) {
    Automaton automaton = automata.get(rule);
    if (automaton == null) {
      throw new IllegalArgumentException("the grammar has no rule " + rule);
    }
    return automaton;
  }

  /** The label of a keyword, which is made known if it is not yet. */
  int keyword(String word) {
    return keywords.computeIfAbsent(word, w -> NodeType.count() + keywords.size());
  }

  /** The label a token is matched by: its type's, or its keyword's. */
  int label(NodeType type, String text) {
    return type == NodeType.NAME ? keywords.getOrDefault(text, type.label()) : type.label();
  }

  private int labels() {
    return NodeType.count() + keywords.size();
  }
}
