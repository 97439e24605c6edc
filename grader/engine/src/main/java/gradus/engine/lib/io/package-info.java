/** The module {@code io}: streams in memory; a simulated process has no files. */
@NullMarked
package gradus.engine.lib.io;

import org.jspecify.annotations.NullMarked;
