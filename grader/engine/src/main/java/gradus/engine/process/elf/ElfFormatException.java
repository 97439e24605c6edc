package gradus.engine.process.elf;

/** A file is not the ELF file it claims to be; the message says in one sentence why. */
public final class ElfFormatException extends RuntimeException {

  private static final long serialVersionUID = 1;

  ElfFormatException(String message) {
    super(message);
  }
}
