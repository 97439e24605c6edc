package gradus.engine.compiler.ast;

import gradus.engine.compiler.code.Constant;
import gradus.engine.compiler.code.Str;
import java.util.List;
import java.util.Optional;

/** An expression (Parser/Python.asdl), with the line and column CPython 3.6 gives it. */
public sealed interface Expr {

  Position at();

  void accept(Visitor visitor);

  default int lineno() {
    return at().lineno();
  }

  default int column() {
    return at().column();
  }

  /** What to do with each kind of expression. */
  interface Visitor {
    void visitBoolOp(BoolOp node);

    void visitBinOp(BinOp node);

    void visitUnaryOp(UnaryOp node);

    void visitLambda(Lambda node);

    void visitIfExp(IfExp node);

    void visitDict(Dict node);

    void visitSetDisplay(SetDisplay node);

    void visitListComp(ListComp node);

    void visitSetComp(SetComp node);

    void visitDictComp(DictComp node);

    void visitGeneratorExp(GeneratorExp node);

    void visitAwait(Await node);

    void visitYield(Yield node);

    void visitYieldFrom(YieldFrom node);

    void visitCompare(Compare node);

    void visitCall(Call node);

    void visitLiteral(Literal node);

    void visitStrLiteral(StrLiteral node);

    void visitFormattedValue(FormattedValue node);

    void visitJoinedStr(JoinedStr node);

    void visitAttribute(Attribute node);

    void visitSubscript(Subscript node);

    void visitStarred(Starred node);

    void visitName(Name node);

    void visitListDisplay(ListDisplay node);

    void visitTupleDisplay(TupleDisplay node);
  }

  /** {@code a and b}, {@code a or b}. */
  record BoolOp(Position at, BoolOperator op, List<Expr> values) implements Expr {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitBoolOp(this);
    }
  }

  /** {@code a + b}. */
  record BinOp(Position at, Expr left, BinaryOperator op, Expr right) implements Expr {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitBinOp(this);
    }
  }

  /** {@code -a}. */
  record UnaryOp(Position at, UnaryOperator op, Expr operand) implements Expr {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitUnaryOp(this);
    }
  }

  /** {@code lambda args: body}. */
  record Lambda(Position at, Arguments args, Expr body) implements Expr {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitLambda(this);
    }
  }

  /** {@code body if test else orElse}. */
  record IfExp(Position at, Expr test, Expr body, Expr orElse) implements Expr {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitIfExp(this);
    }
  }

  /** A dict display; a value without a key is unpacked. */
  record Dict(Position at, List<Optional<Expr>> keys, List<Expr> values) implements Expr {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitDict(this);
    }
  }

  /** {@code {a, b}}. */
  record SetDisplay(Position at, List<Expr> elements) implements Expr {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitSetDisplay(this);
    }
  }

  /** {@code [e for …]}. */
  record ListComp(Position at, Expr element, List<Comprehension> generators) implements Expr {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitListComp(this);
    }
  }

  /** {@code {e for …}}. */
  record SetComp(Position at, Expr element, List<Comprehension> generators) implements Expr {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitSetComp(this);
    }
  }

  /** {@code {k: v for …}}. */
  record DictComp(Position at, Expr key, Expr value, List<Comprehension> generators)
      implements Expr {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitDictComp(this);
    }
  }

  /** {@code (e for …)}. */
  record GeneratorExp(Position at, Expr element, List<Comprehension> generators) implements Expr {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitGeneratorExp(this);
    }
  }

  /** {@code await a}. */
  record Await(Position at, Expr value) implements Expr {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitAwait(this);
    }
  }

  /** {@code yield a}. */
  record Yield(Position at, Optional<Expr> value) implements Expr {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitYield(this);
    }
  }

  /** {@code yield from a}. */
  record YieldFrom(Position at, Expr value) implements Expr {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitYieldFrom(this);
    }
  }

  /** {@code a < b < c}. */
  record Compare(Position at, Expr left, List<CompareOperator> ops, List<Expr> comparators)
      implements Expr {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitCompare(this);
    }
  }

  /** {@code f(a, k=b)}. */
  record Call(Position at, Expr function, List<Expr> args, List<Keyword> keywords) implements Expr {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitCall(this);
    }
  }

  /** A number, a bytes literal, {@code None}, {@code True}, {@code False} or {@code ...}. */
  record Literal(Position at, Constant value) implements Expr {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitLiteral(this);
    }
  }

  /** A str literal without replacement fields. */
  record StrLiteral(Position at, Str value) implements Expr {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitStrLiteral(this);
    }
  }

  /** A replacement field of an f-string. */
  record FormattedValue(Position at, Expr value, Conversion conversion, Optional<Expr> formatSpec)
      implements Expr {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitFormattedValue(this);
    }
  }

  /** An f-string with replacement fields. */
  record JoinedStr(Position at, List<Expr> values) implements Expr {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitJoinedStr(this);
    }
  }

  /** {@code a.name}. */
  record Attribute(Position at, Expr value, String name, Context context) implements Expr {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitAttribute(this);
    }
  }

  /** {@code a[slice]}. */
  record Subscript(Position at, Expr value, Slice slice, Context context) implements Expr {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitSubscript(this);
    }
  }

  /** {@code *a}. */
  record Starred(Position at, Expr value, Context context) implements Expr {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitStarred(this);
    }
  }

  /** A name. */
  record Name(Position at, String id, Context context) implements Expr {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitName(this);
    }
  }

  /** {@code [a, b]}. */
  record ListDisplay(Position at, List<Expr> elements, Context context) implements Expr {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitListDisplay(this);
    }
  }

  /** {@code (a, b)}. */
  record TupleDisplay(Position at, List<Expr> elements, Context context) implements Expr {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitTupleDisplay(this);
    }
  }
}
