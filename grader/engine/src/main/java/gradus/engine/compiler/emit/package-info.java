/** From abstract syntax to blocks of instructions, in CPython's order. */
@NullMarked
package gradus.engine.compiler.emit;

import org.jspecify.annotations.NullMarked;
