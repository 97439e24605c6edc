/**
 * Native modules: builtins, sys and the others that Python code imports.
 *
 * <p>A module is a class with a {@code fill} method that is registered with {@link
 * gradus.engine.vm.Modules#register} in {@link gradus.engine.lib.Python}.
 */
@NullMarked
package gradus.engine.lib;

import org.jspecify.annotations.NullMarked;
