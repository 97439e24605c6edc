/**
 * What differs from one build of CPython to another: where struct fields lie, and how much room a
 * list asks for.
 */
@NullMarked
package gradus.engine.layout;

import org.jspecify.annotations.NullMarked;
