package gradus.engine.compiler.emit;

import gradus.engine.compiler.assemble.BasicBlock;

/** A loop or try that is open around the code being written. */
record FrameBlock(Type type, BasicBlock block) {
  enum Type {
    LOOP,
    EXCEPT,
    FINALLY_TRY,
    FINALLY_END
  }
}
