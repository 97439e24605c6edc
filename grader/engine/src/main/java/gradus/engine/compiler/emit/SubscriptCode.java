package gradus.engine.compiler.emit;

import gradus.engine.compiler.ast.Expr;
import gradus.engine.compiler.ast.Slice;
import gradus.engine.compiler.code.Opcode;
import java.util.Optional;

/** Subscripts and the slices in them. */
final class SubscriptCode {
  private final CodeGenerator generator;

  SubscriptCode(CodeGenerator generator) {
    this.generator = generator;
  }

  void emit(Expr.Subscript node) {
    generator.visit(node.value());
    load(node.slice());
    generator.op(
        switch (node.context()) {
          case LOAD -> Opcode.BINARY_SUBSCR;
          case STORE -> Opcode.STORE_SUBSCR;
          case DELETE -> Opcode.DELETE_SUBSCR;
        });
  }

  /** Puts what stands between the brackets on the stack, as one value. */
  void load(Slice slice) {
    if (slice instanceof Slice.Index index) {
      generator.visit(index.value());
    } else if (slice instanceof Slice.Range range) {
      load(range);
    } else if (slice instanceof Slice.Extended extended) {
      extended.dimensions().forEach(this::load);
      generator.op(Opcode.BUILD_TUPLE, extended.dimensions().size());
    }
  }

  private void load(Slice.Range range) {
    loadBound(range.lower());
    loadBound(range.upper());
    range.step().ifPresent(generator::visit);
    generator.op(Opcode.BUILD_SLICE, range.step().isPresent() ? 3 : 2);
  }

  private void loadBound(Optional<Expr> bound) {
    if (bound.isPresent()) {
      generator.visit(bound.get());
    } else {
      generator.loadNone();
    }
  }
}
