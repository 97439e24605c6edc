package gradus.engine.compiler.emit;

import gradus.engine.compiler.assemble.BasicBlock;

/** A loop or try that is open around the code being written. */
record FrameBlock(FrameBlockType type, BasicBlock block) {}
