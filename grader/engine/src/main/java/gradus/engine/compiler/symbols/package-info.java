/** Which scope each name belongs to. */
@NullMarked
package gradus.engine.compiler.symbols;

import org.jspecify.annotations.NullMarked;
