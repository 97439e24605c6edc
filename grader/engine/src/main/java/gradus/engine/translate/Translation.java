package gradus.engine.translate;

/** A translated code object. */
public final class Translation {

  private final byte[] classFile;
  private final int[] depths;
  private final int sites;

  Translation(byte[] classFile, int[] depths, int sites) {
    this.classFile = classFile;
    this.depths = depths;
    this.sites = sites;
  }

  /** A class that runs it. */
  public byte[] classFile() {
    return classFile.clone();
  }

  /**
   * How deep the value stack is where an exception leaves an instruction, by half the instruction's
   * offset; −1 where translated code does not come.
   */
  public int[] depths() {
    return depths.clone();
  }

  /** How many places look up a global name. */
  public int sites() {
    return sites;
  }
}
