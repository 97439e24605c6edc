package gradus.engine.process;

import gradus.engine.memory.Memory;

/**
 * A program in memory, ready to start.
 *
 * @param entry the address of the first instruction
 * @param stackEnd the address behind the stack, which grows from here downwards
 */
public record LoadedProgram(Memory memory, RegionMap regions, long entry, long stackEnd) {}
