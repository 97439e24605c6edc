package gradus.engine.compiler.emit;

import gradus.engine.compiler.ast.Expr;
import gradus.engine.compiler.ast.Keyword;
import gradus.engine.compiler.code.Constant;
import gradus.engine.compiler.code.Opcode;
import java.util.List;

/** The arguments of calls, and the instruction that fits them. */
final class CallCode {
  private final CodeGenerator generator;

  CallCode(CodeGenerator generator) {
    this.generator = generator;
  }

  /**
   * Loads arguments and calls.
   *
   * @param loaded how many arguments are on the stack already
   */
  void arguments(int loaded, List<Expr> args, List<Keyword> keywords) {
    boolean unpacksMapping = keywords.stream().anyMatch(keyword -> keyword.name().isEmpty());
    boolean unpacks = unpacksMapping || args.stream().anyMatch(Expr.Starred.class::isInstance);
    if (unpacks) {
      positionals(loaded, args);
      mapping(keywords);
      generator.op(Opcode.CALL_FUNCTION_EX, keywords.isEmpty() ? 0 : 1);
      return;
    }
    generator.visitAll(args);
    int count = loaded + args.size() + keywords.size();
    if (keywords.isEmpty()) {
      generator.op(Opcode.CALL_FUNCTION, count);
      return;
    }
    keywords.forEach(keyword -> generator.visit(keyword.value()));
    generator.loadConst(names(keywords));
    generator.op(Opcode.CALL_FUNCTION_KW, count);
  }

  private static Constant names(List<Keyword> keywords) {
    return new Constant.Tuple(
        keywords.stream().<Constant>map(k -> Constant.of(k.name().orElseThrow())).toList());
  }

  /** Leaves the positional arguments on the stack as one sequence. */
  private void positionals(int before, List<Expr> args) {
    int loaded = before;
    int parts = 0;
    for (Expr argument : args) {
      if (argument instanceof Expr.Starred starred) {
        if (loaded > 0) {
          generator.op(Opcode.BUILD_TUPLE, loaded);
          loaded = 0;
          parts++;
        }
        generator.visit(starred.value());
        parts++;
      } else {
        generator.visit(argument);
        loaded++;
      }
    }
    if (loaded > 0 || parts == 0) {
      generator.op(Opcode.BUILD_TUPLE, loaded);
      parts++;
    }
    if (parts > 1) {
      generator.op(Opcode.BUILD_TUPLE_UNPACK_WITH_CALL, parts);
    }
  }

  /** Leaves the keyword arguments, if there are any, on the stack as one mapping. */
  private void mapping(List<Keyword> keywords) {
    int parts = 0;
    int start = 0;
    for (int i = 0; i < keywords.size(); i++) {
      if (keywords.get(i).name().isEmpty()) {
        parts += mappingPart(keywords.subList(start, i));
        generator.visit(keywords.get(i).value());
        parts++;
        start = i + 1;
      }
    }
    parts += mappingPart(keywords.subList(start, keywords.size()));
    if (parts > 1) {
      generator.op(Opcode.BUILD_MAP_UNPACK_WITH_CALL, parts);
    }
  }

  private int mappingPart(List<Keyword> keywords) {
    if (keywords.isEmpty()) {
      return 0;
    }
    if (keywords.size() == 1) {
      generator.loadConst(keywords.get(0).name().orElseThrow());
      generator.visit(keywords.get(0).value());
      generator.op(Opcode.BUILD_MAP, 1);
      return 1;
    }
    keywords.forEach(keyword -> generator.visit(keyword.value()));
    generator.loadConst(names(keywords));
    generator.op(Opcode.BUILD_CONST_KEY_MAP, keywords.size());
    return 1;
  }
}
