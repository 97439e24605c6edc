package gradus.engine.compiler;

import gradus.engine.compiler.parse.NodeType;

/** The third argument of Python's {@code compile}. */
public enum CompileMode {
  /** A module. */
  EXEC(NodeType.FILE_INPUT),
  /** One interactive statement, whose value is printed. */
  SINGLE(NodeType.SINGLE_INPUT),
  /** An expression, whose value is returned. */
  EVAL(NodeType.EVAL_INPUT);

  private final NodeType start;

  CompileMode(NodeType start) {
    this.start = start;
  }

  NodeType start() {
    return start;
  }
}
