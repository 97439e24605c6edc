package gradus.engine;

/** Hears of each instruction before it runs, and may let it wait. */
interface InstructionListener {

  void instruction(long frame, long top, boolean beginsLine);
}
