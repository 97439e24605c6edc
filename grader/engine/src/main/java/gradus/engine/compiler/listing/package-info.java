/** Code records for readers: JSON trees and disassembly. */
@NullMarked
package gradus.engine.compiler.listing;

import org.jspecify.annotations.NullMarked;
