/**
 * The simulated process's memory: an address space of segments and the allocators that cut it up.
 */
@NullMarked
package gradus.engine.memory;

import org.jspecify.annotations.NullMarked;
