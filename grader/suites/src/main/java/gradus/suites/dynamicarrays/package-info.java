/**
 * Dynamic arrays: the engine's list behind the lesson's contracts, and the hidden suite, which lies
 * beside the lesson in {@code src/hidden}.
 */
@NullMarked
package gradus.suites.dynamicarrays;

import org.jspecify.annotations.NullMarked;
