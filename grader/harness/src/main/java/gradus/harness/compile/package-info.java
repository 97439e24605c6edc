/** From sources to class files, by a compiler that runs in the sandbox. */
@NullMarked
package gradus.harness.compile;

import org.jspecify.annotations.NullMarked;
