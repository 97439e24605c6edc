/** From text to concrete syntax: tokenizer, grammar, and the table-driven parser over them. */
@NullMarked
package gradus.engine.compiler.parse;

import org.jspecify.annotations.NullMarked;
