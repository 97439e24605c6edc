/** Executable files in the ELF format (System V ABI, chapters 4 and 5): read, built, described. */
@NullMarked
package gradus.engine.process.elf;

import org.jspecify.annotations.NullMarked;
