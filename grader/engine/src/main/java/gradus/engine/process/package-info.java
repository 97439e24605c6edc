/**
 * A process as the operating system and the C library see it: regions, a program's image, the call
 * stack, the heap that is watched, arrays and the cache they are read through.
 *
 * <p>Everything lies in a {@link gradus.engine.memory.Memory}; nothing here knows Python.
 */
@NullMarked
package gradus.engine.process;

import org.jspecify.annotations.NullMarked;
