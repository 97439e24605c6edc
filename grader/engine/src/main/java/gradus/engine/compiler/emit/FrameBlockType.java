package gradus.engine.compiler.emit;

/** What a block on the block stack is for. */
enum FrameBlockType {
  LOOP,
  EXCEPT,
  FINALLY_TRY,
  FINALLY_END
}
