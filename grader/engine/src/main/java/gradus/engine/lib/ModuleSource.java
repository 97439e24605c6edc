package gradus.engine.lib;

/** A module's source as it was found. */
final class ModuleSource {

  private final String filename;
  private final byte[] content;
  private final String folder;

  /**
   * A module's source.
   *
   * @param filename what {@code __file__} and tracebacks say
   * @param content the bytes, in the encoding that they declare themselves
   * @param folder what {@code __path__} says if the module is a package, else empty
   */
  ModuleSource(String filename, byte[] content, String folder) {
    this.filename = filename;
    this.content = content.clone();
    this.folder = folder;
  }

  String filename() {
    return filename;
  }

  byte[] content() {
    return content.clone();
  }

  String folder() {
    return folder;
  }

  boolean isPackage() {
    return !folder.isEmpty();
  }

  /** Whether it is a folder without {@code __init__.py} (PEP 420). */
  boolean isNamespace() {
    return filename.isEmpty();
  }
}
