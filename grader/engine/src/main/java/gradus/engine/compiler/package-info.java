/** The compiler of CPython 3.6: source text in, immutable code records out. It knows nobody. */
@NullMarked
package gradus.engine.compiler;

import org.jspecify.annotations.NullMarked;
