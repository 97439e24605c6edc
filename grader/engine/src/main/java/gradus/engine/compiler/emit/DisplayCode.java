package gradus.engine.compiler.emit;

import gradus.engine.compiler.ast.Expr;
import gradus.engine.compiler.code.Constant;
import gradus.engine.compiler.code.Opcode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** List, tuple, set and dict displays. */
final class DisplayCode {
  private static final int MAX_DICT_PART = 0xFFFF;
  private static final int MAX_UNPACKED = 255;

  private final CodeGenerator generator;

  DisplayCode(CodeGenerator generator) {
    this.generator = generator;
  }

  void list(List<Expr> elements) {
    sequence(elements, Opcode.BUILD_LIST, Opcode.BUILD_TUPLE, Opcode.BUILD_LIST_UNPACK);
  }

  void tuple(List<Expr> elements) {
    sequence(elements, Opcode.BUILD_TUPLE, Opcode.BUILD_TUPLE, Opcode.BUILD_TUPLE_UNPACK);
  }

  void set(List<Expr> elements) {
    sequence(elements, Opcode.BUILD_SET, Opcode.BUILD_SET, Opcode.BUILD_SET_UNPACK);
  }

  /** Builds a sequence, from parts where something is unpacked into it. */
  private void sequence(List<Expr> elements, Opcode whole, Opcode part, Opcode unpack) {
    int parts = 0;
    int loaded = 0;
    for (Expr element : elements) {
      if (element instanceof Expr.Starred starred) {
        if (loaded > 0) {
          generator.op(part, loaded);
          loaded = 0;
          parts++;
        }
        generator.visit(starred.value());
        parts++;
      } else {
        generator.visit(element);
        loaded++;
      }
    }
    if (parts == 0) {
      generator.op(whole, loaded);
      return;
    }
    if (loaded > 0) {
      generator.op(part, loaded);
      parts++;
    }
    generator.op(unpack, parts);
  }

  void dict(Expr.Dict node) {
    int size = node.values().size();
    int parts = 0;
    int loaded = 0;
    boolean unpacks = false;
    for (int i = 0; i < size; i++) {
      unpacks = node.keys().get(i).isEmpty();
      if (loaded == MAX_DICT_PART || (loaded > 0 && unpacks)) {
        dictPart(node, i - loaded, i);
        parts++;
        loaded = 0;
      }
      if (unpacks) {
        generator.visit(node.values().get(i));
        parts++;
      } else {
        loaded++;
      }
    }
    if (loaded > 0 || parts == 0) {
      dictPart(node, size - loaded, size);
      parts++;
    }
    while (parts > 1 || unpacks) {
      int merged = Math.min(parts, MAX_UNPACKED);
      generator.op(Opcode.BUILD_MAP_UNPACK, merged);
      parts -= merged - 1;
      unpacks = false;
    }
  }

  private void dictPart(Expr.Dict node, int start, int end) {
    int size = end - start;
    List<Optional<Constant>> keys =
        IntStream.range(start, end).mapToObj(i -> constant(node.keys().get(i))).toList();
    if (size > 1 && keys.stream().allMatch(Optional::isPresent)) {
      generator.visitAll(node.values().subList(start, end));
      generator.loadConst(new Constant.Tuple(keys.stream().map(Optional::orElseThrow).toList()));
      generator.op(Opcode.BUILD_CONST_KEY_MAP, size);
      return;
    }
    for (int i = start; i < end; i++) {
      node.keys().get(i).ifPresent(generator::visit);
      generator.visit(node.values().get(i));
    }
    generator.op(Opcode.BUILD_MAP, size);
  }

  private static Optional<Constant> constant(Optional<Expr> key) {
    if (key.isPresent() && key.get() instanceof Expr.Literal literal) {
      return Optional.of(literal.value());
    }
    return key.isPresent() && key.get() instanceof Expr.StrLiteral text
        ? Optional.of(text.value())
        : Optional.empty();
  }
}
