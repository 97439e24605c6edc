/** Arithmetic on constants, as the peephole optimiser does it at compile time. */
@NullMarked
package gradus.engine.compiler.fold;

import org.jspecify.annotations.NullMarked;
