package gradus.engine.process.elf;

import gradus.engine.memory.Permissions;

/**
 * A program header: what the loader does with a part of the file ({@code Elf64_Phdr}).
 *
 * @param type 1 is PT_LOAD
 * @param flags 4 read, 2 write, 1 execute
 * @param offset where its bytes start in the file
 * @param address where they go in memory
 * @param fileSize bytes taken from the file
 * @param memorySize bytes in memory; those beyond {@code fileSize} are zero
 * @param alignment address and offset are equal modulo this; 0 and 1 mean any
 */
public record ElfSegment(
    int type,
    int flags,
    long offset,
    long address,
    long fileSize,
    long memorySize,
    long alignment) {

  /** The type of a segment that is mapped. */
  public static final int LOAD = 1;

  private static final int EXECUTE = 1;
  private static final int WRITE = 2;
  private static final int READ = 4;

  /** Whether the loader maps it. */
  public boolean isLoaded() {
    return type == LOAD;
  }

  /** Its flags. */
  public Permissions permissions() {
    return new Permissions((flags & READ) != 0, (flags & WRITE) != 0, (flags & EXECUTE) != 0);
  }

  static int flags(Permissions permissions) {
    return (permissions.read() ? READ : 0)
        | (permissions.write() ? WRITE : 0)
        | (permissions.execute() ? EXECUTE : 0);
  }
}
