/**
 * Bytecode in, a JVM class out: the faster of the two tiers. What the class calls is in the vm,
 * which decides what is translated and when, and whose interpreter runs everything else.
 */
@NullMarked
package gradus.engine.translate;

import org.jspecify.annotations.NullMarked;
