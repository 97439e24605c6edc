/**
 * The interpreter: code, functions, frames, generators, and the loop that runs them.
 *
 * <p>There are two tiers. The interpreter is exact at every instruction, and the one that can be
 * watched. Code that has run often is translated; translated code keeps values in variables of the
 * JVM between instructions that nobody can look in between, and is exact wherever somebody can: at
 * calls, yields and exceptions.
 */
@NullMarked
package gradus.engine.vm;

import org.jspecify.annotations.NullMarked;
