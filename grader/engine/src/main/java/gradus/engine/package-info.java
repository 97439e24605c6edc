/**
 * The reference engine from outside: start one, make Python objects in it, operate on them, look at
 * their bytes.
 *
 * <p>{@link gradus.engine.Engine} is the way in.
 */
@NullMarked
package gradus.engine;

import org.jspecify.annotations.NullMarked;
