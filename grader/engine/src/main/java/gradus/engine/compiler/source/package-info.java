/** Source text as CPython reads it: encodings, line ends, and the errors that point into it. */
@NullMarked
package gradus.engine.compiler.source;

import org.jspecify.annotations.NullMarked;
