/** Processes that student code may run in: a small Java runtime, walled in. */
@NullMarked
package gradus.harness.sandbox;

import org.jspecify.annotations.NullMarked;
