/**
 * The built-in types: what their slots and methods do.
 *
 * <p>How an object of a type lies in memory, how it is made and read, is below, in {@code
 * gradus.engine.object}, for everything needs ints, strings and dictionaries; what a program can do
 * with it is here, a file a type and, where a type has many methods, a file for each kind: {@code
 * StrType}, {@code StrCaseMethods}, {@code StrSearchMethods} …
 *
 * <p>{@link gradus.engine.builtin.Builtins} lays them all down and so makes a process.
 */
@NullMarked
package gradus.engine.builtin;

import org.jspecify.annotations.NullMarked;
