/** From concrete to abstract syntax, with the checks CPython makes on the way. */
@NullMarked
package gradus.engine.compiler.build;

import org.jspecify.annotations.NullMarked;
