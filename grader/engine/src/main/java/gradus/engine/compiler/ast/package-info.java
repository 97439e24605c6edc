/** The abstract syntax of Python 3.6. */
@NullMarked
package gradus.engine.compiler.ast;

import org.jspecify.annotations.NullMarked;
