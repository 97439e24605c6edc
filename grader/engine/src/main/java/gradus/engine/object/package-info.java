/**
 * Python objects as CPython 3.6 lays them out, all by address: how each kind is made and read,
 * types with their slots, and what one can do with any object.
 *
 * <p>{@link gradus.engine.object.ObjectSpace} is the ground floor: reference counts, ints, lists.
 * {@link gradus.engine.object.Space} stands on it and is what everything else works with.
 *
 * <p>To add a built-in type: describe its struct in {@code gradus.engine.layout}; write a class
 * that takes a {@code Space} and fills in the type with a {@link gradus.engine.object.TypeBuilder};
 * call it from where the type belongs ({@code Builtins} of {@code gradus.engine.builtin} for what
 * is there before a program begins, a module of {@code gradus.engine.lib} for the rest). To add
 * methods to a type in a file of their own, let its class take the builder, as {@code StrMethods}
 * does.
 *
 * <p>Rules for native code: results are new references; arguments are borrowed; errors are thrown
 * as {@link gradus.engine.object.Raise}; a slot that ends an iteration returns 0; temporaries are
 * let go in {@code finally}. Code of Python's own is reached only through {@code tp_call} and the
 * other slots, so nothing here knows the interpreter.
 */
@NullMarked
package gradus.engine.object;

import org.jspecify.annotations.NullMarked;
