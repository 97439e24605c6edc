/** The interpreter: code, functions, frames, generators, and the loop that runs them. */
@NullMarked
package gradus.engine.vm;

import org.jspecify.annotations.NullMarked;
