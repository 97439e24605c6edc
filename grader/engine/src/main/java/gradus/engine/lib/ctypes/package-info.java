/**
 * The module {@code ctypes}: C data as Python objects, on the simulated memory (Modules/_ctypes and
 * Lib/ctypes of CPython 3.6).
 *
 * <p>{@link gradus.engine.lib.ctypes.CtypesModule} fills the module. Each kind of type has a class:
 * its metaclass, its base type and what its instances do. What CPython keeps in a StgDict is a
 * {@link gradus.engine.lib.ctypes.CtypeInfo}.
 */
@NullMarked
package gradus.engine.lib.ctypes;

import org.jspecify.annotations.NullMarked;
