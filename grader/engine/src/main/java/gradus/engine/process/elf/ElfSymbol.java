package gradus.engine.process.elf;

/**
 * A name for an address ({@code Elf64_Sym}).
 *
 * @param value its address
 * @param size bytes of the function or variable, 0 if unknown
 * @param type 1 variable, 2 function, 3 section, 4 source file
 * @param binding 0 local, 1 global, 2 weak
 * @param section index of the section it lies in, 0 if it is undefined
 */
public record ElfSymbol(String name, long value, long size, int type, int binding, int section) {

  /** A variable. */
  public static final int OBJECT = 1;

  /** A function. */
  public static final int FUNCTION = 2;

  /** Seen by other files. */
  public static final int GLOBAL = 1;
}
