/**
 * Python objects as CPython 3.6 lays them out: reference counts, types, ints and lists, all by
 * address.
 */
@NullMarked
package gradus.engine.object;

import org.jspecify.annotations.NullMarked;
