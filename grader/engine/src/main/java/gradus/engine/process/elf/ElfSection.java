package gradus.engine.process.elf;

/**
 * A section header: what a linker calls a part of the file ({@code Elf64_Shdr}).
 *
 * @param type for example 2, a symbol table, or 8, bytes that are zero and not in the file
 * @param flags 1 write, 2 in memory while running, 4 instructions
 * @param address where it lies in memory, 0 if it does not
 * @param link another section it needs: a symbol table's is that of its names
 * @param entrySize bytes of an entry of a table, otherwise 0
 */
public record ElfSection(
    String name,
    int type,
    long flags,
    long address,
    long offset,
    long size,
    int link,
    long alignment,
    long entrySize) {

  /** Code, constants, data. */
  public static final int PROGRAM_BITS = 1;

  /** All symbols. */
  public static final int SYMBOLS = 2;

  /** Zero-terminated strings. */
  public static final int STRINGS = 3;

  /** Zero bytes that the file does not hold: bss. */
  public static final int NO_BITS = 8;

  /** The symbols a dynamic linker needs. */
  public static final int DYNAMIC_SYMBOLS = 11;

  /** May be written. */
  public static final long WRITE = 1;

  /** Is in memory while the program runs. */
  public static final long ALLOCATE = 2;

  /** Holds instructions. */
  public static final long EXECUTE = 4;

  boolean holdsSymbols() {
    return type == SYMBOLS || type == DYNAMIC_SYMBOLS;
  }
}
