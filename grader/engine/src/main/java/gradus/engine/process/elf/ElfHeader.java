package gradus.engine.process.elf;

/**
 * What an ELF file starts with ({@code Elf64_Ehdr}). Addresses and offsets are unsigned.
 *
 * @param type 1 relocatable, 2 executable, 3 shared or position independent, 4 core
 * @param machine for example 62 for x86-64
 * @param entry the address of the first instruction
 * @param segmentOffset where the program headers start in the file, 0 for none
 * @param sectionOffset where the section headers start in the file, 0 for none
 * @param nameSection index of the section that holds the sections' names, 0 for none
 */
public record ElfHeader(
    ElfFormat format,
    int type,
    int machine,
    long entry,
    long segmentOffset,
    int segmentCount,
    long sectionOffset,
    int sectionCount,
    int nameSection) {

  /** Linked to stand at fixed addresses ({@code ET_EXEC}). */
  public static final int EXECUTABLE = 2;

  /** A library, or a program that may be loaded anywhere ({@code ET_DYN}). */
  public static final int SHARED = 3;
}
