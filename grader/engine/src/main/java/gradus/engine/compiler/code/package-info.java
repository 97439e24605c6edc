/**
 * What a compilation yields: immutable code records, their constants, and how Python shows them.
 */
@NullMarked
package gradus.engine.compiler.code;

import org.jspecify.annotations.NullMarked;
