/** From blocks of instructions to a code record: stack size, jumps, line table, peephole. */
@NullMarked
package gradus.engine.compiler.assemble;

import org.jspecify.annotations.NullMarked;
