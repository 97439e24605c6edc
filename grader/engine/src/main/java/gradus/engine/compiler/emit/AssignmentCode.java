package gradus.engine.compiler.emit;

import gradus.engine.compiler.ast.Context;
import gradus.engine.compiler.ast.Expr;
import gradus.engine.compiler.ast.Slice;
import gradus.engine.compiler.ast.Stmt;
import gradus.engine.compiler.code.Opcode;
import java.util.List;
import java.util.Optional;

/** Assignments that do more than store: augmented, annotated, and to several targets at once. */
final class AssignmentCode {
  private static final int MAX_BEFORE_STAR = 256;

  private final CodeGenerator generator;

  AssignmentCode(CodeGenerator generator) {
    this.generator = generator;
  }

  void augmented(Stmt.AugAssign node) {
    Opcode opcode = Operations.inPlace(node.op());
    if (node.target() instanceof Expr.Name name) {
      generator.name(name.id(), Context.LOAD);
      generator.visit(node.value());
      generator.op(opcode);
      generator.name(name.id(), Context.STORE);
      return;
    }
    generator.unit().enterExpression(node.target().at());
    if (node.target() instanceof Expr.Attribute attribute) {
      generator.visit(attribute.value());
      generator.op(Opcode.DUP_TOP);
      generator.nameOp(Opcode.LOAD_ATTR, attribute.name());
      operate(node, opcode);
      generator.op(Opcode.ROT_TWO);
      generator.nameOp(Opcode.STORE_ATTR, attribute.name());
    } else if (node.target() instanceof Expr.Subscript subscript) {
      generator.visit(subscript.value());
      generator.subscripts.load(subscript.slice());
      generator.op(Opcode.DUP_TOP_TWO);
      generator.op(Opcode.BINARY_SUBSCR);
      operate(node, opcode);
      generator.op(Opcode.ROT_THREE);
      generator.op(Opcode.STORE_SUBSCR);
    }
  }

  private void operate(Stmt.AugAssign node, Opcode opcode) {
    generator.visit(node.value());
    generator.op(opcode);
    generator.unit().enterExpression(node.target().at());
  }

  void annotated(Stmt.AnnAssign node) {
    if (node.value().isPresent()) {
      generator.visit(node.value().get());
      generator.visit(node.target());
    }
    boolean kept = generator.unit().type.keepsAnnotations();
    if (node.target() instanceof Expr.Name name) {
      if (node.simple() && kept) {
        generator.visit(node.annotation());
        generator.nameOp(Opcode.STORE_ANNOTATION, name.id());
      }
    } else if (node.value().isEmpty()) {
      evaluateParts(node.target());
    }
    if (!node.simple() && kept) {
      evaluate(node.annotation());
    }
  }

  /** Works out what a target consists of, though nothing is assigned to it. */
  private void evaluateParts(Expr target) {
    if (target instanceof Expr.Attribute attribute) {
      evaluate(attribute.value());
    } else if (target instanceof Expr.Subscript subscript) {
      evaluate(subscript.value());
      evaluate(subscript.slice());
    }
  }

  private void evaluate(Slice slice) {
    if (slice instanceof Slice.Index index) {
      evaluate(index.value());
    } else if (slice instanceof Slice.Range range) {
      for (Optional<Expr> part : List.of(range.lower(), range.upper(), range.step())) {
        part.ifPresent(this::evaluate);
      }
    } else if (slice instanceof Slice.Extended extended) {
      extended.dimensions().forEach(this::evaluate);
    }
  }

  private void evaluate(Expr expression) {
    generator.visit(expression);
    generator.op(Opcode.POP_TOP);
  }

  /** Takes a sequence apart and stores its items. */
  void unpack(List<Expr> targets) {
    int star = -1;
    for (int i = 0; i < targets.size(); i++) {
      if (targets.get(i) instanceof Expr.Starred) {
        star = checkStar(targets, i, star);
      }
    }
    if (star < 0) {
      generator.op(Opcode.UNPACK_SEQUENCE, targets.size());
    }
    for (Expr target : targets) {
      generator.visit(target instanceof Expr.Starred starred ? starred.value() : target);
    }
  }

  private int checkStar(List<Expr> targets, int i, int star) {
    if (star >= 0) {
      throw generator.error("two starred expressions in assignment");
    }
    int after = targets.size() - i - 1;
    if (i >= MAX_BEFORE_STAR || after >= Integer.MAX_VALUE >> 8) {
      throw generator.error("too many expressions in star-unpacking assignment");
    }
    generator.op(Opcode.UNPACK_EX, i + (after << 8));
    return i;
  }
}
